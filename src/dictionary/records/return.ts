import { code, date, longText, reference } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** A journey we arrange: return, transit, reception. */
const movement = recordType({
  id: 'movement',
  label: 'Movement',
  plural: 'Movements',
  empty: 'Journeys arranged with the person: return home, transit, reception on arrival.',
  under: 'case',
  on: 'departedOn',
  headline: 'stage',
  place: 11,
  fields: {
    stage: code('movement_stage', { label: 'Stage', class: 'open', covers: ['V33'] }),
    from: code('country', { label: 'From', class: 'open', covers: ['V33'] }),
    to: code('country', { label: 'To', class: 'open', covers: ['V33'] }),
    escort: code('escort', { label: 'Escort', class: 'open', covers: ['V33'] }),
    departedOn: date({ label: 'Departure', class: 'open', covers: ['V33'] }),
    arrivedOn: date({ label: 'Arrival', class: 'open', covers: ['V33'] }),
    receivingOffice: reference('office', { label: 'Receiving mission', class: 'open', covers: ['V42'] }),
    writtenConsent: code('yes_no', { label: 'Informed written consent to return', class: 'open', covers: ['V34'] }),
    childWishes: code('yes_no', { label: 'The child wishes to return', class: 'open', covers: ['V34'] }),
    guardianNotified: code('yes_no', { label: 'The legal guardian has been notified', class: 'open', covers: ['V34'] }),
    bestInterest: code('yes_no', { label: 'Return is in the child’s best interest', class: 'open', covers: ['V34'] }),
    details: longText({ label: 'Details', class: 'narrative' }),
  },
})

/** Journeys we arrange. */
export const returnRecords: readonly RecordType[] = [movement]
