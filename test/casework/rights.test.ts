import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { consentInForce } from '#casework/consent.ts'
import { consequences, reminders } from '#casework/follow.ts'
import { clockOf, requestDefaults } from '#casework/rights/request.ts'
import { unsafeContact } from '#casework/rights/safe-contact.ts'
import type { RuleActor } from '#casework/rule-set.ts'
import { sharingProblems } from '#casework/rights/sharing.ts'
import { isUnacknowledged } from '#casework/rights/withdrawal.ts'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const sharing = (content: Content) => aRecord('consent', { purpose: 'sharing', ...content })
const told = (records: readonly RecordView[], recipientKind: string, organisation?: string) =>
  consentInForce(aCase({}, records), 'sharing', { recipientKind, organisation: organisation ?? null, today }).state

describe('consent to sharing, per recipient', () => {
  const yes = (content: Content = {}) => sharing({ decision: 'yes', ...content })
  const no = (content: Content = {}) => sharing({ decision: 'no', ...content })
  test.each<[string, () => readonly RecordView[], [string, string?], string]>([
    ['nobody asked', () => [], ['ngo'], 'never_asked'],
    ['a general yes', () => [yes()], ['ngo'], 'yes'],
    ['AS12 a general yes never opens a file to police', () => [yes()], ['police'], 'never_asked'],
    ['nor to a consulate', () => [yes()], ['consulate'], 'never_asked'],
    ['a named yes for police', () => [yes({ recipientKind: 'police' })], ['police'], 'yes'],
    [
      'AS12 a refusal by name goes before a general yes',
      () => [no({ recipientKind: 'police' }), yes()],
      ['police'],
      'no',
    ],
    ['and the general yes stays for others', () => [no({ recipientKind: 'police' }), yes()], ['health'], 'yes'],
    [
      'a yes for one organisation is none for another',
      () => [yes({ recipientOrganisation: 'a' })],
      ['ngo', 'b'],
      'never_asked',
    ],
    ['nor for its kind', () => [yes({ recipientOrganisation: 'a', recipientKind: 'ngo' })], ['ngo'], 'never_asked'],
    [
      'the organisation goes before its kind',
      () => [no({ recipientOrganisation: 'a' }), yes({ recipientKind: 'ngo' })],
      ['ngo', 'a'],
      'no',
    ],
    [
      'a later no to everybody ends a named yes',
      () => [yes({ recipientKind: 'ngo', givenOn: '2026-03-01' }), no({ givenOn: '2026-03-02' })],
      ['ngo'],
      'no',
    ],
    ['taken back', () => [yes({ recipientKind: 'ngo', withdrawnOn: '2026-11-01' })], ['ngo'], 'withdrawn'],
  ])('%s', (_, records, [kind, organisation], state) => {
    expect(told(records(), kind, organisation)).toBe(state)
  })

  test('whatever was said about others, a yes for one recipient is no yes for another', () => {
    const kinds = ['police', 'consulate', 'ngo', 'health', 'own_mission']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds)), fc.constantFrom(...kinds), (agreed, asked) => {
        fc.pre(!agreed.includes(asked))
        const records = agreed.map(recipientKind => yes({ recipientKind }))
        expect(told(records, asked)).toBe('never_asked')
      }),
    )
  })
})

describe('AS12 the gate of sharing', () => {
  const of = 'referral-9'
  const override = (state: string, more: Content = {}) =>
    aRecord('approval', { kind: 'consent_override', of, state, ...more })
  const police = { recipientKind: 'police', today, of }
  const refused = sharing({ decision: 'no', recipientKind: 'police' })

  test('names the missing consent', () => {
    expect(sharingProblems(aCase({}), police)).toEqual([
      { code: 'sharing_consent_missing', details: { purpose: 'sharing', recipient: 'police' } },
    ])
    expect(sharingProblems(aCase({}, [refused]), police)[0]?.code).toBe('sharing_consent_refused')
  })

  test('a child’s consent says what it lacks', () => {
    const half = sharing({ guardianConsent: 'yes', recipientKind: 'police' })
    expect(sharingProblems(aCase({ ageGroup: 'child' }, [half]), police)[0]?.details).toMatchObject({ lacks: 'assent' })
  })

  test.each([
    ['waiting', [override('waiting')], 1],
    ['approved', [override('approved')], 0],
    ['approved for another record', [override('approved', { of: 'referral-1' })], 1],
    ['approved and then refused anew', [override('approved'), override('refused')], 1],
  ])('an exception that is %s', (_, records, problems) => {
    expect(sharingProblems(aCase({}, [refused, ...records]), police)).toHaveLength(problems)
  })

  test('an exception is asked for with its reason and its rule of law', () => {
    const ask = (more: Content) =>
      checkCase(builtIn, aCase({}), aChange('approval', { kind: 'consent_override', of, state: 'waiting', ...more }), {
        today,
      })
    expect(ask({}).map(({ field }) => field)).toEqual(['reason', 'legalGround'])
    expect(ask({ reason: 'x', legalGround: ' ' }).map(({ code }) => code)).toEqual(['override_incomplete'])
    expect(ask({ reason: 'x', legalGround: 'y' })).toEqual([])
  })
})

describe('disclosures', () => {
  const made = { recipientKind: 'police', state: 'made', madeOn: '2026-11-20', what: ['name'], ground: 'court_order' }
  const check = (set: Content, records: readonly RecordView[], record = 'disclosure-new') =>
    checkCase(builtIn, aCase({}, records), aChange('disclosure', set, { record }), { today }).map(p => p.code)
  const agreed = sharing({ decision: 'yes', recipientKind: 'police' })
  const override = aRecord('approval', { kind: 'consent_override', of: 'disclosure-new', state: 'approved' })

  test('may be prepared by anybody, and are given only with consent or an exception', () => {
    expect(check({ recipientKind: 'police', state: 'prepared' }, [])).toEqual([])
    expect(check(made, [])).toEqual(['sharing_consent_missing'])
    expect(check(made, [agreed])).toEqual([])
    expect(check(made, [override])).toEqual([])
  })
  test('an exception is not called consent', () => {
    expect(check({ ...made, ground: 'consent' }, [override])).toEqual(['disclosure_ground_not_consent'])
    expect(check({ ...made, ground: 'consent' }, [agreed])).toEqual([])
  })
  test('say everything, and stay as they were given', () => {
    expect(check({ state: 'made', recipientKind: 'police' }, [agreed])).toEqual(Array(3).fill('disclosure_incomplete'))
    const stands = aRecord('disclosure', made)
    expect(check({ recipientKind: 'ngo' }, [stands, agreed], stands.id)).toEqual(['disclosure_already_made'])
  })
})

describe('AS13 consent taken back after sharing', () => {
  const given = aRecord('disclosure', { recipientKind: 'ngo', state: 'made', madeOn: '2026-11-10', what: ['name'] })
  const back = sharing({ decision: 'yes', recipientKind: 'ngo', givenOn: '2026-11-01', withdrawnOn: '2026-11-20' })
  const notices = (records: readonly RecordView[], content: Content = {}) =>
    consequences(builtIn, aCase(content, records), today).filter(({ type }) => type === 'withdrawal_notice')

  test('sends one notice for what was shared, due in seven days', () => {
    const [notice, ...more] = notices([given, back])
    expect(more).toEqual([])
    expect(notice?.set).toEqual({
      consent: back.id,
      of: given.id,
      recipientKind: 'ngo',
      sentOn: today,
      dueOn: '2026-11-29',
      state: 'awaiting_acknowledgement',
    })
    expect(notices([given, back, aRecord('withdrawal_notice', notice?.set ?? {})])).toEqual([])
    expect(notices([given, back], { status: 'closed' })).toHaveLength(1)
  })
  test('nothing was shared, or consent stands, or it rested on an exception: no notice', () => {
    const { withdrawnOn: _, ...stands } = back.content
    const override = aRecord('approval', { kind: 'consent_override', of: given.id, state: 'approved' })
    expect(notices([back])).toEqual([])
    expect(notices([given, aRecord('consent', stands)])).toEqual([])
    expect(notices([given, back, override])).toEqual([])
  })
  test('a refusal after a yes is told as well, to the recipients it names', () => {
    const no = sharing({ decision: 'no', recipientKind: 'ngo', givenOn: '2026-11-12' })
    expect(notices([given, no])).toHaveLength(1)
    expect(notices([given, sharing({ decision: 'no', recipientKind: 'police', givenOn: '2026-11-12' })])).toEqual([])
  })
  test.each([
    ['2026-11-28', false],
    ['2026-11-29', true],
  ])('on %s it goes up: %s', (day, up) => {
    const notice = aRecord('withdrawal_notice', { state: 'awaiting_acknowledgement', dueOn: '2026-11-29' })
    expect(isUnacknowledged(notice, day)).toBe(up)
    expect(reminders(notice, day).map(({ kind }) => kind)).toEqual(up ? Array(2).fill('withdrawal_unacknowledged') : [])
    expect(reminders({ ...notice, content: { ...notice.content, state: 'acknowledged' } }, day)).toEqual([])
  })
})

describe('requests about own data', () => {
  const officer: Pick<RuleActor, 'id' | 'may'> = { id: 'dpo', may: verb => verb === 'decide_rights' }
  const check = (set: Content, before: Content | null, actor: typeof officer) => {
    const record = before ? aRecord('rights_request', before) : null
    const change = aChange('rights_request', set, record ? { record: record.id, base: 1 } : {})
    return checkCase(builtIn, aCase({}, record ? [record] : []), change, { today, actor }).map(p => p.code)
  }
  const asked = { kind: 'erasure', receivedOn: '2026-11-01', state: 'received', dueOn: '2026-12-01' }
  const decided = { decision: 'granted', decidedBy: 'dpo', decidedOn: '2026-11-10', state: 'decided' }
  const worker: typeof officer = { id: 'w', may: () => false }

  test('have thirty days unless said otherwise', () => {
    expect(requestDefaults({ receivedOn: '2026-11-01' })).toEqual({ state: 'received', dueOn: '2026-12-01' })
    expect(requestDefaults({ receivedOn: '2026-11-01', dueOn: '2026-11-05', state: 'received' })).toEqual({})
  })
  test.each<[string, Content, Content | null, typeof worker, string[]]>([
    ['anybody writes one down', asked, null, worker, []],
    ['what and since when', { kind: 'access' }, null, worker, ['rights_request_incomplete']],
    ['a caseworker does not decide', decided, asked, worker, ['rights_not_yours']],
    ['the officer decides', decided, asked, officer, []],
    ['in their own name', { ...decided, decidedBy: 'w' }, asked, officer, ['rights_decided_by_another']],
    ['with a reason for a no', { ...decided, decision: 'refused' }, asked, officer, ['rights_reason_missing']],
    ['a no with a reason', { ...decided, decision: 'refused', reason: 'court' }, asked, officer, []],
    [
      'AS15 granted is not erased yet: that has a door of its own',
      { state: 'done', answeredOn: '2026-11-11' },
      { ...asked, ...decided },
      officer,
      ['erasure_has_a_door'],
    ],
    [
      'nor in one step',
      { ...decided, state: 'done', answeredOn: '2026-11-11' },
      asked,
      officer,
      ['erasure_has_a_door'],
    ],
    [
      'AS15 nobody asks and decides, in two steps',
      decided,
      asked,
      { ...officer, id: 'u1' },
      ['rights_decided_by_another'],
    ],
    ['also signing', { ...decided, decidedBy: 'u1' }, asked, { ...officer, id: 'u1' }, ['erasure_by_oneself']],
    ['nor in one', { ...asked, ...decided }, null, officer, ['erasure_by_oneself']],
    [
      'granted in part destroys nothing',
      { ...decided, decision: 'partly', reason: 'x', state: 'done', answeredOn: '2026-11-11' },
      asked,
      officer,
      [],
    ],
    ['to say no takes one', { ...asked, ...decided, decision: 'refused', reason: 'court' }, null, officer, []],
    [
      'an access request is answered by the officer',
      { state: 'done', answeredOn: '2026-11-11' },
      { ...asked, ...decided, kind: 'access' },
      officer,
      [],
    ],
    [
      'what was decided stays',
      { decision: 'refused', reason: 'x' },
      { ...asked, ...decided },
      officer,
      ['rights_question_moved'],
    ],
    [
      'and so does what was asked',
      { kind: 'erasure', state: 'decided' },
      { ...asked, ...decided, kind: 'access', state: 'received' },
      officer,
      ['rights_question_moved'],
    ],
  ])('%s', (_, set, before, actor, codes) => {
    expect(check(set, before, actor)).toEqual(codes)
  })
  test.each([
    ['2026-11-22', 'running', []],
    ['2026-11-24', 'soon', ['rights_request_soon']],
    ['2026-12-02', 'late', ['rights_request_late']],
  ])('clock on %s: %s', (day, clock, kinds) => {
    const record = aRecord('rights_request', asked)
    expect(clockOf(record, day)).toBe(clock)
    expect(reminders(record, day).map(({ kind }) => kind)).toEqual(kinds)
    expect(clockOf(aRecord('rights_request', { ...asked, state: 'done' }), day)).toBe('stopped')
  })
})

describe('safe contact', () => {
  // 2026-11-23 is a Monday.
  const evening = { channel: 'call', from: '1800', until: '2300' }
  const night = { from: '2200', until: '0600', days: ['monday'] }
  test.each<[string, Content, string, string | null, string | null, boolean]>([
    ['inside', evening, '2026-11-23', '1800', 'call', true],
    ['the end is safe again', evening, '2026-11-23', '2300', 'call', false],
    ['another way of contact', evening, '2026-11-23', '1900', 'text_message', false],
    ['the way is not known yet', evening, '2026-11-23', '1900', null, true],
    ['a day with a safe hour', evening, '2026-11-23', null, 'call', false],
    ['never by letter', { channel: 'letter' }, '2026-11-23', null, 'letter', true],
    ['from an hour on', { from: '1800' }, '2026-11-23', '2330', 'call', true],
    ['through midnight, before', night, '2026-11-23', '2230', 'call', true],
    ['through midnight, after', night, '2026-11-24', '0530', 'call', true],
    ['through midnight, over', night, '2026-11-24', '0600', 'call', false],
    ['the morning of the day belongs to the night before', night, '2026-11-23', '0500', 'call', false],
    ['another day', { days: ['sunday'] }, '2026-11-23', '1000', 'call', false],
    ['no longer needed', { ...evening, endedOn: '2026-11-01' }, '2026-11-23', '1900', 'call', false],
  ])('%s', (_, rule, day, at, channel, unsafe) => {
    expect(unsafeContact([rule], { day, at, channel }) !== null).toBe(unsafe)
  })

  const file = aCase({}, [aRecord('contact_rule', evening)])
  const check = (type: string, set: Content) => checkCase(builtIn, file, aChange(type, set), { today }).map(p => p.code)
  test.each<[string, string, Content, string[]]>([
    ['a call inside it', 'task', { dueOn: '2026-11-23', at: '1900', channel: 'call' }, ['unsafe_time']],
    ['an hour without a way', 'task', { dueOn: '2026-11-23', at: '1900' }, ['unsafe_time']],
    ['a letter', 'task', { dueOn: '2026-11-23', at: '1900', channel: 'letter' }, []],
    ['a deadline is no contact', 'task', { dueOn: '2026-11-23' }, []],
    ['a follow-up in the evening', 'visit', { nextOn: '2026-11-23', nextAt: '1930' }, ['unsafe_time']],
    ['a follow-up at noon', 'visit', { nextOn: '2026-11-23', nextAt: '1200' }, []],
  ])('%s', (_, type, set, codes) => {
    expect(check(type, set)).toEqual(codes)
  })
})
