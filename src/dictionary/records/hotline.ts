import { code, codes, date, integer, longText, reference } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** A hint that somebody may need help, before a person is known: counts no instance until it becomes a case. */
const lead = recordType({
  id: 'lead',
  label: 'Lead',
  plural: 'Leads',
  empty: 'Hints from the press, a hotline or a partner, before anybody has been met. A lead counts no one.',
  under: 'office',
  on: 'receivedOn',
  headline: 'source',
  list: { state: 'state', ended: ['became_case', 'passed_on', 'closed'], on: 'receivedOn', kind: 'source' },
  fields: {
    source: code('lead_source', { label: 'Where it came from', class: 'open' }),
    receivedOn: date({ label: 'Received on', class: 'open' }),
    country: code('country', { label: 'Country concerned', class: 'open' }),
    account: longText({ label: 'What is said', class: 'narrative' }),
    state: code('lead_state', { label: 'State', class: 'open' }),
    case: reference('case', { label: 'The case it became', class: 'open' }),
  },
})

/** One contact with a hotline: a call holds any number of consultations; neither is a person. */
const call = recordType({
  id: 'call',
  label: 'Hotline contact',
  plural: 'Hotline contacts',
  empty: 'Calls and chats. The caller’s number is never stored here.',
  under: 'office',
  on: 'receivedOn',
  headline: 'channel',
  list: { on: 'receivedOn', kind: 'channel' },
  fields: {
    receivedOn: date({ label: 'Date', class: 'open', covers: ['V44'] }),
    channel: code('call_channel', { label: 'Channel', class: 'open', covers: ['V44'] }),
    language: code('language', { label: 'Language', class: 'open', covers: ['V44'] }),
    topics: codes('call_topic', { label: 'Topics', class: 'open', covers: ['V44'] }),
    caller: code('caller', { label: 'Who called', class: 'open', covers: ['V44'] }),
    consultations: integer({ label: 'Consultations', class: 'open', min: 0, max: 100, covers: ['V44'] }),
    referredTo: code('referral_source', { label: 'Referred to', class: 'open', covers: ['V44'] }),
    note: longText({ label: 'Note', class: 'narrative' }),
  },
})

/** Before a person is known. */
export const hotlineRecords: readonly RecordType[] = [lead, call]
