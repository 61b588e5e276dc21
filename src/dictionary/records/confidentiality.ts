import { code, date, longText, reference } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** How confidential a case is from a day on. Written once and never changed: the next one follows it. */
const confidentiality = recordType({
  id: 'confidentiality',
  label: 'Level of confidentiality',
  plural: 'Levels of confidentiality',
  empty:
    'An ordinary case is open to everybody whose role reaches it. Raise the level when fewer people must know of it.',
  under: 'case',
  on: 'setOn',
  headline: 'level',
  place: 34,
  fields: {
    level: code('confidentiality_level', { label: 'Level', class: 'open', protective: true }),
    setOn: date({ label: 'Since', class: 'open' }),
    reason: longText({ label: 'Why', class: 'narrative' }),
  },
})

/** A colleague who is let into a case that is not open to everybody. */
const naming = recordType({
  id: 'naming',
  label: 'Named colleague',
  plural: 'Named colleagues',
  empty: 'Who besides the caseworker is let into this case, and why.',
  under: 'case',
  on: 'namedOn',
  headline: 'who',
  place: 35,
  fields: {
    who: reference('user', { label: 'Colleague', class: 'open' }),
    why: code('naming_reason', { label: 'What for', class: 'open' }),
    namedOn: date({ label: 'Since', class: 'open' }),
    reason: longText({ label: 'Why', class: 'narrative' }),
    endedOn: date({ label: 'Until', class: 'open' }),
  },
})

/** Who is let into a case. */
export const confidentialityRecords: readonly RecordType[] = [confidentiality, naming]
