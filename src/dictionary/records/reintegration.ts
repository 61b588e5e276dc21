import { code, codes, date, longText } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** A follow-up: how things are going months later. */
const visit = recordType({
  id: 'visit',
  label: 'Follow-up',
  plural: 'Follow-ups',
  empty: 'How things are going, at agreed intervals up to two years.',
  under: 'case',
  on: 'visitedOn',
  headline: 'situation',
  place: 13,
  fields: {
    visitedOn: date({ label: 'Date', class: 'open', covers: ['V39'] }),
    method: code('visit_method', { label: 'How', class: 'open' }),
    situation: code('situation', { label: 'How things are', class: 'open', covers: ['V39'] }),
    livelihood: codes('livelihood', { label: 'Livelihood', class: 'open', covers: ['V39'] }),
    nextOn: date({ label: 'Next follow-up', class: 'open' }),
    note: longText({ label: 'Note', class: 'narrative' }),
  },
})

/** The months after. */
export const reintegrationRecords: readonly RecordType[] = [visit]
