import { code, codes, date, integer, longText, marks, reference, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** A house under a code name. Its address never leaves with the record: a door of its own opens it, each opening logged. */
const shelter = recordType({
  id: 'shelter',
  label: 'Shelter',
  plural: 'Shelters',
  empty: 'Houses under a code name. Add one, then its places.',
  under: 'office',
  headline: 'code',
  list: { state: 'state', ended: ['closed'] },
  fields: {
    code: text({
      label: 'Code name',
      help: 'Something that says nothing about street, town or organisation: “House 3”.',
      class: 'open',
      length: 40,
    }),
    state: code('shelter_state', { label: 'State', class: 'open' }),
    address: longText({
      label: 'Address',
      help: 'Never shown in lists, files or exports. Two roles can open it, and each opening is written down.',
      class: 'protected',
      length: 500,
    }),
  },
})

const place = recordType({
  id: 'place',
  label: 'Place',
  plural: 'Places',
  empty: 'Rooms and dormitories of a house: how many beds, and for whom.',
  under: 'office',
  headline: 'label',
  list: { state: 'state', ended: ['closed'], kind: 'kind', at: 'shelter' },
  fields: {
    shelter: reference('shelter', { label: 'Shelter', class: 'open' }),
    label: text({ label: 'Name of the place', help: 'Such as “Room 4”.', class: 'open', length: 40 }),
    kind: code('place_kind', { label: 'Kind', class: 'open' }),
    beds: integer({ label: 'Beds', class: 'open', min: 1, max: 100 }),
    sexes: codes('sex', { label: 'For', help: 'Leave empty when it is for everybody.', class: 'open' }),
    ages: code('place_ages', { label: 'Ages', class: 'open' }),
    state: code('place_state', { label: 'State', class: 'open' }),
  },
})

/** Open and voluntary: it begins with the person's own yes and ends whenever the person wishes. */
const stay = recordType({
  id: 'stay',
  label: 'Stay in a shelter',
  plural: 'Stays in a shelter',
  empty: 'Where the person stays, since when, and with whom. The house is named by its code only.',
  under: 'case',
  on: 'from',
  headline: 'exitReason',
  place: 50,
  list: { endedBy: 'until', on: 'from', kind: 'exitReason', at: 'place' },
  fields: {
    shelter: reference('shelter', { label: 'Shelter', class: 'open' }),
    place: reference('place', { label: 'Place', class: 'open' }),
    from: date({ label: 'From', class: 'open', covers: ['V31'] }),
    expectedUntil: date({ label: 'Expected until', help: 'For planning only: it ends nothing.', class: 'open' }),
    admissionConsent: code('yes_no', {
      label: 'The person said yes to moving in',
      help: 'Asked and answered by the person, in a language they understand, and free to change.',
      class: 'open',
    }),
    houseRulesAccepted: code('yes_no', { label: 'House rules explained and accepted', class: 'open' }),
    partySize: integer({
      label: 'Persons moving in together',
      help: 'With the person: 1 for somebody alone.',
      class: 'open',
      min: 1,
      max: 20,
    }),
    partyChildren: integer({ label: 'Children among the others', class: 'open', min: 0, max: 19 }),
    until: date({ label: 'Left on', class: 'open' }),
    exitReason: code('exit_reason', { label: 'How the stay ended', class: 'open' }),
    exitNote: longText({ label: 'What was agreed on leaving', class: 'narrative' }),
  },
})

const stayLog = recordType({
  id: 'stay_log',
  label: 'House log',
  plural: 'House log',
  empty: 'Days, incidents and medication of the stay, one line each.',
  under: 'case',
  on: 'loggedOn',
  headline: 'kind',
  place: 51,
  list: { on: 'loggedOn', kind: 'kind', at: 'stay' },
  fields: {
    stay: reference('stay', { label: 'Stay', class: 'open' }),
    loggedOn: date({ label: 'Date', class: 'open' }),
    kind: code('stay_log_kind', { label: 'Kind', class: 'open' }),
    about: longText({ label: 'What happened', class: 'narrative' }),
    medicine: text({ label: 'Medicine and dose', class: 'health' }),
    medicineNote: longText({ label: 'About the medicine', class: 'health' }),
  },
})

/** A medicine that the house keeps and gives out: what is open says when, never what. */
const medicine = recordType({
  id: 'medicine',
  label: 'Medicine',
  plural: 'Medicines',
  empty:
    'What the house keeps and gives out, at which hours. Each dose is then ticked off, and a missed one stands out.',
  under: 'case',
  on: 'from',
  headline: 'from',
  place: 51.2,
  list: { on: 'from', at: 'stay' },
  fields: {
    stay: reference('stay', { label: 'Stay', class: 'open' }),
    name: text({ label: 'Medicine and dose', class: 'health' }),
    from: date({ label: 'From', class: 'open' }),
    until: date({ label: 'Last day', class: 'open' }),
    hours: codes('clock', {
      label: 'Hours of the day',
      help: 'By the clock of the house. Leave empty for a medicine that is given when needed.',
      class: 'open',
    }),
    days: codes('weekday', { label: 'Days of the week', help: 'Leave empty for every day.', class: 'open' }),
    prescribedBy: text({ label: 'Prescribed by', class: 'health' }),
    note: longText({ label: 'How it is taken, what to watch for', class: 'health' }),
  },
})

const dose = recordType({
  id: 'dose',
  label: 'Dose',
  plural: 'Doses',
  empty: 'What was given and what was not.',
  under: 'case',
  on: 'day',
  headline: 'outcome',
  place: 51.3,
  list: { on: 'day', kind: 'outcome', at: 'medicine' },
  fields: {
    medicine: reference('medicine', { label: 'Medicine', class: 'open' }),
    day: date({ label: 'Day', class: 'open' }),
    hour: code('clock', { label: 'Hour', class: 'open' }),
    outcome: code('dose_outcome', { label: 'What happened', class: 'open' }),
    note: longText({ label: 'Remark', class: 'health' }),
  },
})

const shelterCheck = recordType({
  id: 'shelter_check',
  label: 'Check of minimum standards',
  plural: 'Checks of minimum standards',
  empty: 'Walk through the house with the list once a month; what is missing stands out.',
  under: 'office',
  on: 'checkedOn',
  headline: 'shelter',
  list: { on: 'checkedOn', at: 'shelter' },
  fields: {
    shelter: reference('shelter', { label: 'Shelter', class: 'open' }),
    checkedOn: date({ label: 'Checked on', class: 'open' }),
    standards: marks('shelter_standard', {
      label: 'Minimum standards',
      help: 'Our own wording after chapter 4 of the IOM Handbook on Direct Assistance (2007); not verified against its text.',
      class: 'open',
    }),
    remarks: longText({ label: 'Remarks', class: 'narrative' }),
  },
})

const shiftHandover = recordType({
  id: 'shift_handover',
  label: 'Hand-over of a shift',
  plural: 'Hand-overs of shifts',
  empty: 'What the next shift must know, in a few lines.',
  under: 'office',
  on: 'handedOn',
  headline: 'shift',
  list: { on: 'handedOn', at: 'shelter', kind: 'shift' },
  fields: {
    shelter: reference('shelter', { label: 'Shelter', class: 'open' }),
    handedOn: date({ label: 'Date', class: 'open' }),
    shift: code('shift', { label: 'Shift that ends', class: 'open' }),
    note: longText({ label: 'What the next shift must know', class: 'narrative' }),
  },
})

/** Houses, places and stays. */
export const shelterRecords: readonly RecordType[] = [
  shelter,
  place,
  stay,
  stayLog,
  medicine,
  dose,
  shelterCheck,
  shiftHandover,
]
