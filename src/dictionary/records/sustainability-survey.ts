import { sustainability } from '../data/sustainability.ts'
import { code, date, type Field, longText, reference, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

const questions: Readonly<Record<string, Field>> = Object.fromEntries(
  sustainability.items.map(({ id, label, list, dimension, guarded }) => [
    id,
    code(list, { label, class: guarded ? 'narrative' : 'open', section: dimension }),
  ]),
)

/** One asking of the sustainability survey; the questions are those of `data/sustainability.ts`. */
export const sustainabilitySurvey: RecordType = recordType({
  id: 'sustainability_survey',
  label: 'Sustainability survey',
  plural: 'Sustainability surveys',
  empty: 'How well somebody stands on their own feet: money, community, peace of mind. Asked at the follow-ups.',
  under: 'case',
  on: 'askedOn',
  headline: 'version',
  place: 45,
  fields: {
    askedOn: date({ label: 'Asked on', class: 'open', section: 'survey' }),
    visit: reference('visit', { label: 'At the follow-up', class: 'open', section: 'survey' }),
    version: text({ label: 'Version of the survey', class: 'open', section: 'survey' }),
    ...questions,
    note: longText({ label: 'Note', class: 'narrative', section: 'survey' }),
  },
})
