import { code, codes, date, longText, reference } from '../field.ts'
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
  list: { state: 'stage', ended: ['completed', 'cancelled'], on: 'departedOn', at: 'receivingOffice' },
  fields: {
    stage: code('movement_stage', { label: 'Stage', class: 'open', covers: ['V33'] }),
    from: code('country', { label: 'From', class: 'open', covers: ['V33'] }),
    to: code('country', { label: 'To', class: 'open', dimension: 'country_of_return', covers: ['V33'] }),
    escort: code('escort', { label: 'Escort', class: 'open', covers: ['V33'] }),
    departedOn: date({ label: 'Departure', class: 'open', covers: ['V33'] }),
    arrivedOn: date({ label: 'Arrival', class: 'open', covers: ['V33'] }),
    receivingOffice: reference('office', { label: 'Receiving mission', class: 'open', covers: ['V42'] }),
    writtenConsent: code('yes_no', {
      label: 'Informed written consent to return',
      class: 'open',
      dimension: 'voluntary_return',
      covers: ['V34'],
    }),
    childWishes: code('yes_no', { label: 'The child wishes to return', class: 'open', covers: ['V34'] }),
    guardianNotified: code('yes_no', { label: 'The legal guardian has been notified', class: 'open', covers: ['V34'] }),
    bestInterest: code('yes_no', { label: 'Return is in the child’s best interest', class: 'open', covers: ['V34'] }),
    unaccompanied: code('yes_no', {
      label: 'Does the child travel without parent or guardian?',
      help: 'Without an answer the child is taken to be alone.',
      class: 'open',
      section: 'child',
    }),
    asylumFlag: code('yes_no', {
      label: 'Has the person asked for asylum, or may they?',
      class: 'open',
      section: 'clearance',
    }),
    consularContact: code('yes_no', {
      label: 'Was the consulate of the person’s country contacted?',
      class: 'open',
      section: 'clearance',
    }),
    project: reference('project', { label: 'Paid by the project', class: 'open', section: 'clearance' }),
    fund: reference('fund', { label: 'Paid by the fund', class: 'open', section: 'clearance' }),
    documentsReady: code('yes_no', { label: 'Travel documents are ready', class: 'open', section: 'clearance' }),
    fitToTravel: code('yes_no', { label: 'Fit to travel', class: 'open', section: 'clearance' }),
    details: longText({ label: 'Details', class: 'narrative' }),
  },
})

/** One part of a journey, and the mission that sees to it. */
const movementLeg = recordType({
  id: 'movement_leg',
  label: 'Leg of a journey',
  plural: 'Legs of a journey',
  empty: 'From where to where, how, on which day, and which mission sees to it.',
  under: 'case',
  on: 'plannedOn',
  headline: 'mode',
  place: 12,
  list: { state: 'state', ended: ['travelled', 'cancelled'], on: 'plannedOn', kind: 'mode', at: 'mission' },
  fields: {
    movement: reference('movement', { label: 'Journey', class: 'open' }),
    from: code('country', { label: 'From', class: 'open' }),
    to: code('country', { label: 'To', class: 'open' }),
    mode: code('travel_mode', { label: 'How', class: 'open' }),
    plannedOn: date({ label: 'Planned for', class: 'open' }),
    mission: reference('office', { label: 'Mission that sees to it', class: 'open' }),
    state: code('leg_state', { label: 'State', class: 'open' }),
    details: longText({ label: 'Details', class: 'narrative' }),
  },
})

/** What happened on the way: who came through where, who received the person. The stage of the journey follows it. */
const journeyStep = recordType({
  id: 'journey_step',
  label: 'Step of the journey',
  plural: 'Steps of the journey',
  empty:
    'Interest, transit, arrival and hand-over, each on its day: where the person came through, and who received them.',
  under: 'case',
  on: 'on',
  headline: 'step',
  place: 12,
  list: { on: 'on', kind: 'step', at: 'mission' },
  fields: {
    step: code('journey_step', { label: 'Step', class: 'open' }),
    movement: reference('movement', { label: 'Journey', class: 'open' }),
    on: date({ label: 'Date', class: 'open' }),
    leg: reference('movement_leg', { label: 'Leg that ended with it', class: 'open' }),
    country: code('country', { label: 'Where', class: 'open' }),
    receivedBy: code('received_by', { label: 'Received by', class: 'open' }),
    mission: reference('office', { label: 'Receiving mission', class: 'open' }),
    note: longText({
      label: 'Note',
      help: 'For a hand-over to a mission of ours: what it must know. Its people read this.',
      class: 'narrative',
    }),
  },
})

/** A talk about the options. Return is one of them. */
const counselling = recordType({
  id: 'counselling',
  label: 'Counselling',
  plural: 'Counselling',
  empty: 'Which options were explained, and what the person chose. Return is one option among others.',
  under: 'case',
  on: 'heldOn',
  headline: 'chosen',
  place: 9,
  fields: {
    heldOn: date({ label: 'Date', class: 'open' }),
    explained: codes('solution', { label: 'Options explained', class: 'open' }),
    chosen: code('solution', { label: 'What the person chose', class: 'open' }),
    notes: longText({ label: 'Notes', class: 'narrative' }),
  },
})

/** A child’s guardian in one country: told, willing to receive, involved in the preparations. */
const guardian = recordType({
  id: 'guardian',
  label: 'Guardian',
  plural: 'Guardians',
  empty: 'For a child: the guardian in the country of return, and the one in the country of departure.',
  under: 'case',
  on: 'notifiedOn',
  headline: 'country',
  place: 20,
  fields: {
    country: code('country', { label: 'Country', class: 'open' }),
    notifiedOn: date({ label: 'Notified on', class: 'open' }),
    willing: code('yes_no', { label: 'Willing to take the child in', class: 'open' }),
    involved: code('yes_no', { label: 'Involved in the preparations', class: 'open' }),
    who: longText({ label: 'Who, and how to reach them', class: 'narrative' }),
  },
})

/** Journeys we arrange, and what must stand before one begins. */
export const returnRecords: readonly RecordType[] = [movement, movementLeg, journeyStep, counselling, guardian]
