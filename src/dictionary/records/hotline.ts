import { code, codes, date, integer, longText, reference, text } from '../field.ts'
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

/** What was seen in media and online on one day, as a count. About nobody: a hint at somebody is a lead. */
const mediaWatch = recordType({
  id: 'media_watch',
  label: 'Media watch',
  plural: 'Media watch',
  empty:
    'How many advertisements or items were seen on a day, and where. No names and no numbers: a hint at somebody is a lead.',
  under: 'office',
  on: 'seenOn',
  headline: 'medium',
  list: { on: 'seenOn', kind: 'medium' },
  fields: {
    seenOn: date({ label: 'Seen on', class: 'open' }),
    medium: code('monitored_medium', { label: 'Where it was seen', class: 'open' }),
    content: code('monitored_content', { label: 'What was seen', class: 'open' }),
    items: integer({
      label: 'Number seen that day',
      help: 'Count what you saw; 0 is an answer too. Several days are several lines.',
      class: 'open',
      min: 0,
      max: 1_000_000,
    }),
    country: code('country', { label: 'Country it leads to', class: 'open' }),
    remark: longText({
      label: 'Remark',
      help: 'No names, telephone numbers or addresses.',
      class: 'narrative',
      length: 2000,
    }),
  },
})

/**
 * One contact with a hotline, or the totals of a month. A contact holds any number of consultations, one a topic answered;
 * neither is a person. The number stands here only where the caller agreed, sealed under the record's own key.
 */
const call = recordType({
  id: 'call',
  label: 'Hotline contact',
  plural: 'Hotline contacts',
  empty: 'Calls and chats. The caller’s number is kept only where the caller agreed.',
  under: 'office',
  on: 'receivedOn',
  headline: 'channel',
  list: {
    state: 'state',
    ended: ['done', 'dropped', 'transferred', 'left'],
    on: 'receivedOn',
    kind: 'channel',
    at: 'repeatCaller',
  },
  fields: {
    receivedOn: date({ label: 'Date', class: 'open', covers: ['V44'] }),
    channel: code('call_channel', { label: 'Channel', class: 'open', dimension: 'channel', covers: ['V44'] }),
    language: code('language', { label: 'Language', class: 'open', dimension: 'language', covers: ['V44'] }),
    safeNow: code('safe_to_speak', { label: 'Safe to speak', class: 'open' }),
    topics: codes('call_topic', {
      label: 'Topics',
      help: 'One topic answered is one consultation.',
      class: 'open',
      dimension: 'topic',
      covers: ['V44'],
    }),
    caller: code('caller', { label: 'Who called', class: 'open', dimension: 'caller', covers: ['V44'] }),
    consultations: integer({ label: 'Consultations', class: 'open', min: 0, max: 10_000_000, covers: ['V44'] }),
    referredFor: codes('call_topic', { label: 'Referral given for', class: 'open', covers: ['V44'] }),
    provider: reference('provider', { label: 'Referred to', class: 'open', covers: ['V44'] }),
    referredTo: code('referral_source', { label: 'Kind of organisation', class: 'open', covers: ['V44'] }),
    danger: code('call_danger', { label: 'Danger', class: 'open', protective: true }),
    state: code('call_state', { label: 'How it ended', class: 'open' }),
    minutes: integer({ label: 'Minutes', class: 'open', min: 0, max: 600 }),
    numberConsent: code('number_consent', { label: 'May we keep the number', class: 'open', section: 'call_back' }),
    callBackNumber: text({ label: 'Number', class: 'contact', length: 40, section: 'call_back' }),
    unsafeFrom: code('clock', { label: 'Unsafe from', class: 'open', section: 'call_back' }),
    unsafeUntil: code('clock', { label: 'Unsafe until', class: 'open', section: 'call_back' }),
    callBackOn: date({ label: 'Call back on', class: 'open', section: 'call_back' }),
    callBackAt: code('clock', { label: 'Call back at', class: 'open', section: 'call_back' }),
    /** A keyed fingerprint of a word that the caller chose: made by the server, which keeps nothing else of it. */
    repeatCaller: reference('repeat_caller', { label: 'Caller’s own code', class: 'open' }),
    case: reference('case', { label: 'Case', class: 'open' }),
    calls: integer({ label: 'Calls', class: 'open', min: 0, max: 10_000_000, section: 'totals' }),
    persons: integer({
      label: 'Persons, where somebody counted them',
      class: 'open',
      min: 0,
      max: 10_000_000,
      section: 'totals',
    }),
    note: longText({ label: 'Note', class: 'narrative' }),
  },
})

/** Before a person is known. */
export const hotlineRecords: readonly RecordType[] = [lead, mediaWatch, call]
