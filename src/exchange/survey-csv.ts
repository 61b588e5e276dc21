import { stringify } from 'csv-stringify/sync'
import type { SurveyAnswer, SurveyForm } from '#forms/survey/definition.ts'
import { escapeFormula } from './formula.ts'

interface Filled {
  readonly on: string
  readonly form: string
  readonly answers: Readonly<Record<string, SurveyAnswer>>
}

/**
 * Questionnaires as CSV, one line each: day, version of the form, then a column a question under the name that its form gives it. A question of
 * several choices has them joined by blanks, as survey tools write them, and a column of 1 and 0 for each choice; empty where it was not answered.
 * @param forms the newest first: its questions come first.
 */
export function surveyCsv(
  forms: readonly { readonly id: string; readonly form: SurveyForm }[],
  questionnaires: readonly Filled[],
): string {
  const versions = new Map(forms.map(({ id, form }) => [id, form.version]))
  const columns = new Map<string, (answers: Filled['answers']) => string | number>()
  for (const { form } of forms)
    for (const { name, kind, list } of form.questions) {
      if (kind === 'note') continue
      if (!columns.has(name)) columns.set(name, answers => written(answers[name]))
      if (kind !== 'many') continue
      for (const choice of form.lists[list ?? ''] ?? []) {
        const column = `${name}/${choice.name}`
        const chosen = (answer: SurveyAnswer | undefined) =>
          answer === undefined ? '' : typeof answer === 'object' && answer.includes(choice.name) ? 1 : 0
        if (!columns.has(column)) columns.set(column, answers => chosen(answers[name]))
      }
    }
  const rows = questionnaires.map(({ on, form, answers }) => [
    on,
    escapeFormula(versions.get(form) ?? ''),
    ...[...columns.values()].map(cell => cell(answers)),
  ])
  return `\uFEFF${stringify([['day', 'form_version', ...columns.keys()], ...rows], { record_delimiter: '\r\n' })}`
}

function written(answer: SurveyAnswer | undefined): string | number {
  if (answer === undefined) return ''
  return typeof answer === 'number' ? answer : escapeFormula(typeof answer === 'object' ? answer.join(' ') : answer)
}
