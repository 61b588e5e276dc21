import { code, date, longText, money } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** Complaint, proceeding, claim. */
const proceeding = recordType({
  id: 'proceeding',
  label: 'Proceeding',
  plural: 'Proceedings',
  empty: 'Complaints, court proceedings and claims for wages or compensation.',
  under: 'case',
  on: 'openedOn',
  headline: 'kind',
  place: 12,
  fields: {
    kind: code('proceeding_kind', { label: 'Kind', class: 'justice', covers: ['V37'] }),
    openedOn: date({ label: 'Opened on', class: 'justice', covers: ['V37'] }),
    state: code('proceeding_state', { label: 'State', class: 'justice', covers: ['V37'] }),
    owed: money({ label: 'Owed', class: 'justice', covers: ['V37'] }),
    awarded: money({ label: 'Awarded', class: 'justice', covers: ['V37'] }),
    paid: money({ label: 'Paid', class: 'justice', covers: ['V37'] }),
    details: longText({ label: 'Details', class: 'justice', covers: ['V37'] }),
  },
})

/** Complaints, proceedings, claims. */
export const justiceRecords: readonly RecordType[] = [proceeding]
