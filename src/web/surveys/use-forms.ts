import { useMemo } from 'react'
import { formOf } from '#casework/activity/questionnaire.ts'
import type { RecordView } from '#changes/change.ts'
import { plainText } from '#dictionary/answer.ts'
import type { SurveyForm } from '#forms/survey/definition.ts'
import { useList } from '../lists/use-list.ts'

export interface LoadedForm {
  readonly record: RecordView
  readonly form: SurveyForm
}

/** The versions of a survey’s questions, the newest first; on a device that carries, also without a network. */
export function useForms(survey: string) {
  const { items, waiting, error } = useList('survey_form', { at: survey, order: 'newest' })
  const forms = useMemo(
    () =>
      items
        .map(({ record }) => record as RecordView)
        .toSorted((a, b) => (a.id < b.id ? 1 : -1))
        .flatMap((record): LoadedForm[] => {
          const form = formOf(plainText(record.content['form']))
          return form ? [{ record, form }] : []
        }),
    [items],
  )
  return { forms, waiting, error }
}
