import { answersOf, formOf } from '#casework/activity/questionnaire.ts'
import { byCode, plainText } from '#dictionary/answer.ts'
import type { SurveyAnswers, SurveyForm } from '#forms/survey/definition.ts'
import { visibleViews } from './files.ts'
import { logReading } from './read-log.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import type { Work } from './work.ts'

/** A filled-in questionnaire as whoever may read its answers sees it. */
export interface FilledIn {
  /** Day, yyyy-mm-dd. */
  readonly on: string
  readonly form: string
  readonly answers: SurveyAnswers
}

export interface SurveyMaterial {
  /** Versions of the questions with their ids, the newest first. */
  readonly forms: readonly { readonly id: string; readonly form: SurveyForm }[]
  /** In an order that says nothing about who came when within a day. */
  readonly questionnaires: readonly FilledIn[]
}

const atOnce = 2_000

/** All questions and questionnaires of a survey, as far as the reader may see them; null when there is no such survey for this reader. */
export async function surveyMaterial(
  work: Work,
  survey: string,
  purpose: 'activity' | 'export',
): Promise<SurveyMaterial | null> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'survey',
    text: `select ${recordColumns} from record where id = $1 and type = 'survey'`,
    values: [survey],
  })
  const own = (await visibleViews(work, rows)).get(survey)
  if (own === undefined) return null
  const action = purpose === 'export' ? 'export' : 'list'
  await logReading(work, { action, office: own.office, person: null, case: null, purpose })
  const forms: SurveyMaterial['forms'][number][] = []
  for await (const { id, content } of recordsAt(work, 'survey_form', survey)) {
    const form = formOf(plainText(content['form']))
    if (form) forms.push({ id, form })
  }
  const questionnaires: FilledIn[] = []
  for await (const { content } of recordsAt(work, 'survey_response', survey)) {
    const answers = answersOf(plainText(content['answers']))
    if (answers) questionnaires.push({ on: plainText(content['on']), form: plainText(content['form']), answers })
  }
  return {
    forms: forms.toSorted((a, b) => byCode(b.id, a.id)),
    questionnaires: questionnaires.toSorted(
      (a, b) => byCode(a.on, b.on) || byCode(JSON.stringify(a.answers), JSON.stringify(b.answers)),
    ),
  }
}

/** Records of one type that belong to a survey, by key, so that a large survey is never held twice. */
async function* recordsAt(work: Work, type: string, survey: string) {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await work.client.query<RecordRow>({
      name: 'at-survey',
      text: `select ${recordColumns} from record where id in
        (select record from listed where at = $1 and type = $2 and open in (true, false) and record > $3 order by record limit $4)`,
      values: [survey, type, after, atOnce],
    })
    if (rows.length === 0) return
    yield* (await visibleViews(work, rows)).values()
    after = rows.reduce((last, { id }) => (id > last ? id : last), after)
    if (rows.length < atOnce) return
  }
}
