import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { officeNotices } from '#casework/follow.ts'
import { consultationsOf, holdsNumber } from '#casework/hotline/call.ts'
import { unsafeTime } from '#casework/rights/safe-contact.ts'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aChange, aRecord, today } from './a-case.ts'

const aCall = (content: Content) => aRecord('call', content, { id: 'call-1', person: null, case: null })
/** The rules find a record in a case file; an office has none, so the record of a call is given as the machine gives it. */
const refusals = (set: Content) =>
  checkCase(builtIn, null, aChange('call', set, { person: null, case: null }), { today }).map(p => [p.code, p.field])
const after = (before: RecordView, set: Content) =>
  checkCase(builtIn, null, aChange('call', set, { record: before.id, base: 1, person: null, case: null }), {
    today,
    record: before,
  }).map(p => [p.code, p.field])

describe('unsafe hours', () => {
  test.each([
    ['1800', '2000', '1900', true],
    ['1800', '2000', '1800', true],
    ['1800', '2000', '2000', false],
    ['1800', '2000', '1730', false],
    ['2200', '0600', '2330', true],
    ['2200', '0600', '0530', true],
    ['2200', '0600', '0600', false],
    ['1800', undefined, '2330', true],
    ['1800', 'unknown', '1730', false],
    [undefined, '0900', '0830', true],
    [undefined, undefined, '0830', false],
    ['0900', '0900', '1400', true],
    ['1800', '2000', 'unknown', false],
  ])('from %s until %s, at %s: %s', (from, until, at, expected) => {
    expect(unsafeTime([{ from, until }], at)).toBe(expected)
  })

  test('hours and the hours between them share the day without a gap', () => {
    const clock = fc.constantFrom(...(builtIn.lists.get('clock')?.codes.map(({ code }) => code) ?? []))
    fc.assert(
      fc.property(clock, clock, clock, (from, until, at) => {
        fc.pre(from !== until)
        expect(unsafeTime([{ from, until }], at)).toBe(!unsafeTime([{ from: until, until: from }], at))
      }),
    )
  })
})

describe('AS10 calling back', () => {
  const asked = { numberConsent: 'agreed', callBackNumber: '044 555 0101', unsafeFrom: '1800', unsafeUntil: '2000' }
  const back = { ...asked, state: 'call_back', callBackOn: today }
  test('not at an unsafe time, whether written at once or later, by whomever', () => {
    expect(refusals({ ...back, callBackAt: '1900' })).toEqual([['unsafe_time', 'callBackAt']])
    expect(refusals({ ...back, callBackAt: '2000' })).toEqual([])
    expect(after(aCall({ ...back, callBackAt: '1700' }), { callBackAt: '1830' })).toEqual([
      ['unsafe_time', 'callBackAt'],
    ])
    expect(after(aCall({ ...back, callBackAt: '2030' }), { unsafeUntil: '2100' })).toEqual([
      ['unsafe_time', 'callBackAt'],
    ])
  })
  test('needs a day, a time and a way', () => {
    expect(refusals({ state: 'call_back' })).toEqual([
      ['call_back_incomplete', 'callBackOn'],
      ['call_back_incomplete', 'callBackAt'],
      ['call_back_without_number', 'numberConsent'],
    ])
    expect(refusals({ state: 'call_back', callBackOn: today, callBackAt: '0900', case: 'case-1' })).toEqual([])
  })
})

describe('AS09 the number', () => {
  test.each([
    [{ callBackNumber: '044 555 0101' }],
    [{ callBackNumber: '044 555 0101', numberConsent: 'refused' }],
    [{ callBackNumber: '044 555 0101', numberConsent: 'unknown' }],
  ])('is not kept unless the caller agreed: %j', set => {
    expect(refusals(set)).toEqual([['number_refused', 'callBackNumber']])
  })
  test('goes when the caller no longer agrees', () => {
    const kept = aCall({ numberConsent: 'agreed' })
    expect(after(kept, { numberConsent: 'refused' })).toEqual([['number_must_go', 'callBackNumber']])
    expect(after(kept, { numberConsent: 'refused', callBackNumber: null })).toEqual([])
  })
  test('does not come in through the note', () => {
    expect(refusals({ note: 'Rang from +380 (44) 555-01-01.' })).toEqual([['number_in_note', 'note']])
    expect(refusals({ note: 'Rang from +380 (44) 555-01-01.', numberConsent: 'agreed' })).toEqual([])
  })
  test.each([
    ['٠٤٤٥٥٥٠١٠١', true],
    ['044.555.0101', true],
    ['See KYIV-2026-000123 of 2026-03-02.', false],
    ['Owed 12,000 since 2019, 3 children.', false],
  ])('%s holds a number: %s', (text, expected) => {
    expect(holdsNumber(text)).toBe(expected)
  })
})

describe('what a contact counts', () => {
  test('a topic is a consultation; a number stands only without topics', () => {
    expect(consultationsOf({ topics: ['legal', 'visa', 'health', 'documents'] })).toBe(4)
    expect(consultationsOf({ topics: [] })).toBe(0)
    expect(consultationsOf({ topics: 'unknown' })).toBe(0)
    expect(consultationsOf({ consultations: 3 })).toBe(3)
    expect(consultationsOf({ calls: 4444, consultations: 16_511, topics: ['legal'] })).toBe(16_511)
  })
  test.each<[Content, [string, string][]]>([
    [{ topics: ['legal'], consultations: 4 }, [['consultations_disagree', 'consultations']]],
    [{ topics: ['legal'], consultations: 1 }, []],
    [{ topics: ['legal'], persons: 1 }, [['consultations_disagree', 'persons']]],
    [{ topics: ['legal'], referredFor: ['health'] }, [['referral_without_topic', 'referredFor']]],
    [{ topics: ['legal', 'health'], referredFor: ['health'] }, []],
    [{ calls: 10, topics: ['legal', 'health'] }, [['totals_one_topic', 'topics']]],
    [{ calls: 10, consultations: 20, persons: 7, topics: ['legal'] }, []],
    [{ calls: 10, case: 'case-1' }, [['totals_name_nobody', 'case']]],
  ])('%j: %j', (set, expected) => {
    expect(refusals(set)).toEqual(expected)
  })
})

test('AS11 who left the chat in a hurry is not contacted, whatever is written later', () => {
  const left = aCall({ state: 'left' })
  expect(after(left, { state: 'call_back', callBackOn: today, callBackAt: '0900', case: 'case-1' })).toEqual([
    ['call_left', 'state'],
  ])
  expect(after(left, { callBackOn: today })).toEqual([['call_left', 'callBackOn']])
  expect(after(left, { topics: ['legal'] })).toEqual([])
})

test('danger is told to the supervisor once', () => {
  const record = aCall({ state: 'escalated' })
  const told = { d: builtIn, change: aChange('call', {}), record, today }
  expect(officeNotices({ ...told, before: null })).toEqual([
    { kind: 'call_escalated', to: { role: 'supervisor', office: 'kyiv' }, key: 'call.call-1.escalated' },
  ])
  expect(officeNotices({ ...told, before: record })).toEqual([])
})

describe('media watch', () => {
  const refused = (set: Content) =>
    checkCase(builtIn, null, aChange('media_watch', set, { person: null, case: null }), { today }).map(
      ({ code, field }) => `${code}.${field ?? ''}`,
    )
  const line: Content = { seenOn: '2026-03-01', medium: 'job_site', content: 'job_offer_abroad', items: 500 }
  test.each<[string, Content, string[]]>([
    ['a day, a medium, a count', line, []],
    ['nothing seen is an answer', { ...line, items: 0 }, []],
    ['no day', { ...line, seenOn: null }, ['media_watch_incomplete.seenOn']],
    ['no count', { ...line, items: null }, ['media_watch_incomplete.items']],
    ['a remark about the site', { ...line, remark: 'Most promise work in hotels.' }, []],
    ['a telephone number', { ...line, remark: 'Call +380 44 555 01 23' }, ['media_watch_names.remark']],
    ['a mail address', { ...line, remark: 'ask.me@example.org' }, ['media_watch_names.remark']],
  ])('%s', (_, set, codes) => {
    expect(refused(set)).toEqual(codes)
  })
})
