import { code, codes, date, longText, reference } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** Somebody looks for this person, or this person for somebody. */
const tracingRequest = recordType({
  id: 'tracing_request',
  label: 'Tracing request',
  plural: 'Tracing requests',
  empty: 'Who looks for whom: the person for the family, or the family for the person.',
  under: 'case',
  on: 'requestedOn',
  headline: 'requester',
  place: 23,
  list: { state: 'state', ended: ['answered', 'stopped'], on: 'requestedOn', kind: 'requester' },
  fields: {
    requester: code('tracing_requester', { label: 'Who asks', class: 'open' }),
    requestedOn: date({ label: 'Asked on', class: 'open' }),
    soughtAge: code('tracing_sought_age', {
      label: 'Who is looked for, when the person asks',
      help: 'Without an answer: taken for a child, whose place is never told.',
      class: 'open',
    }),
    country: code('country', { label: 'Country in which to look', class: 'open' }),
    state: code('tracing_state', { label: 'State', class: 'open' }),
    about: longText({ label: 'Whom, and what is known', class: 'narrative' }),
  },
})

/** What was found, and what of it was told to whom. What is told is coded, so that a rule can hold a child's place back. */
const tracingResult = recordType({
  id: 'tracing_result',
  label: 'Tracing result',
  plural: 'Tracing results',
  empty: 'What the search found, and what of it was told. Where a child is, is never told.',
  under: 'case',
  on: 'foundOn',
  headline: 'outcome',
  place: 24,
  fields: {
    request: reference('tracing_request', { label: 'Request', class: 'open' }),
    foundOn: date({ label: 'Date', class: 'open' }),
    outcome: code('tracing_outcome', { label: 'Outcome', class: 'open' }),
    sharedOn: date({ label: 'Told on', class: 'open' }),
    sharedWith: code('tracing_requester', { label: 'Told to', class: 'open' }),
    shared: codes('tracing_content', { label: 'What is told', class: 'open' }),
    findings: longText({ label: 'Findings', help: 'Stays in the file; nobody outside is told.', class: 'narrative' }),
  },
})

/** Looking for family. */
export const tracingRecords: readonly RecordType[] = [tracingRequest, tracingResult]
