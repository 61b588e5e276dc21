import { code, codes, date, longText, reference, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** Something given to somebody outside: to whom, what, why, on what ground. Police and consulates stand here, never among roles. */
const disclosure = recordType({
  id: 'disclosure',
  label: 'Disclosure',
  plural: 'Disclosures',
  empty:
    'What was given to police, authorities, consulates and others, and on what ground. Prepare one before anything leaves.',
  under: 'case',
  on: 'madeOn',
  headline: 'recipientKind',
  place: 10.5,
  list: { state: 'state', ended: ['made', 'refused'], on: 'madeOn', kind: 'recipientKind' },
  fields: {
    recipientKind: code('recipient_kind', { label: 'To whom', class: 'open' }),
    recipientOrganisation: reference('provider', { label: 'Which organisation', class: 'open' }),
    recipient: text({ label: 'Name of the office or organisation', class: 'narrative' }),
    state: code('disclosure_state', { label: 'State', class: 'open' }),
    askedOn: date({ label: 'Asked for on', class: 'open' }),
    madeOn: date({ label: 'Given on', class: 'open' }),
    what: codes('disclosure_what', { label: 'What', class: 'open' }),
    ground: code('disclosure_ground', { label: 'On what ground', class: 'open' }),
    why: longText({ label: 'Why', class: 'narrative' }),
    legalReference: text({ label: 'Number of the order or rule', class: 'narrative' }),
  },
})

/** Consent was taken back after something had been shared: the recipient is told, and says that it was heard. */
const withdrawalNotice = recordType({
  id: 'withdrawal_notice',
  label: 'Withdrawal notice',
  plural: 'Withdrawal notices',
  empty: 'When consent to sharing is taken back, everybody who received something is told, and answers here.',
  under: 'case',
  on: 'sentOn',
  headline: 'state',
  place: 10.6,
  list: { state: 'state', ended: ['acknowledged'], on: 'dueOn', kind: 'recipientKind' },
  fields: {
    consent: reference('consent', { label: 'Consent that was taken back', class: 'open' }),
    of: reference('record', { label: 'What was shared', class: 'open' }),
    recipientKind: code('recipient_kind', { label: 'To whom', class: 'open' }),
    recipientOrganisation: reference('provider', { label: 'Which organisation', class: 'open' }),
    sentOn: date({ label: 'Sent on', class: 'open' }),
    dueOn: date({ label: 'Answer due', class: 'open' }),
    state: code('acknowledgement_state', { label: 'State', class: 'open' }),
    acknowledgedOn: date({ label: 'Acknowledged on', class: 'open' }),
    answer: longText({ label: 'What the partner did', class: 'narrative' }),
  },
})

/** What a person asks of us about their own data, with its clock. */
const rightsRequest = recordType({
  id: 'rights_request',
  label: 'Request about own data',
  plural: 'Requests about own data',
  empty:
    'A person may ask for a copy, a correction, an end to a use, or erasure. Write it down when it is asked; the clock runs.',
  under: 'person',
  on: 'receivedOn',
  headline: 'kind',
  place: 33,
  list: { state: 'state', ended: ['done'], on: 'dueOn', kind: 'kind' },
  fields: {
    kind: code('rights_request_kind', { label: 'What the person asks', class: 'open' }),
    receivedOn: date({ label: 'Asked on', class: 'open' }),
    dueOn: date({ label: 'Answer due', class: 'open' }),
    language: code('language', { label: 'Language of the answer', class: 'open' }),
    words: longText({ label: 'In the person’s words', class: 'narrative' }),
    state: code('rights_request_state', { label: 'State', class: 'open' }),
    decision: code('rights_decision', { label: 'Decision', class: 'open', section: 'decision' }),
    decidedBy: reference('user', { label: 'Decided by', class: 'open', section: 'decision' }),
    decidedOn: date({ label: 'Decided on', class: 'open', section: 'decision' }),
    reason: longText({ label: 'Why', class: 'narrative', section: 'decision' }),
    answeredOn: date({ label: 'Answered on', class: 'open', section: 'decision' }),
  },
})

/** How and when it is safe to reach a person: whoever else may read or hear it decides over their safety. */
const contactRule = recordType({
  id: 'contact_rule',
  label: 'Rule of safe contact',
  plural: 'Rules of safe contact',
  empty: 'When and how is it dangerous to call or write? Which words must never be used? Ask before the first call.',
  under: 'person',
  headline: 'channel',
  place: 0.5,
  fields: {
    channel: code('contact_channel', { label: 'Way of contact (empty: all of them)', class: 'open' }),
    days: codes('weekday', { label: 'Unsafe days (empty: every day)', class: 'open' }),
    from: code('clock', {
      label: 'Unsafe from',
      help: 'The hour where the person is. Both empty: this way of contact is never safe.',
      class: 'open',
    }),
    until: code('clock', {
      label: 'Unsafe until',
      help: 'An hour before the first one means: the next day.',
      class: 'open',
    }),
    neverSay: longText({ label: 'Words never to use', class: 'contact' }),
    sayInstead: longText({ label: 'What to say instead, and who one is', class: 'contact' }),
    endedOn: date({ label: 'No longer needed since', class: 'open' }),
  },
})

/** Who receives what of a person, what the person asks of us, how the person is reached. */
export const rightsRecords: readonly RecordType[] = [disclosure, withdrawalNotice, rightsRequest, contactRule]
