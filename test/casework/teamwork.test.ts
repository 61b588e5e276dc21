import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { notices } from '#casework/follow.ts'
import type { RuleActor } from '#casework/rule-set.ts'
import { maySettle } from '#casework/teamwork/approval.ts'
import type { Change, RecordView } from '#changes/change.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const actor = (id: string, ...verbs: string[]): RuleActor => ({ id, may: verb => verbs.includes(verb) })
const supervisor = actor('s1', 'approve', 'approve_money', 'assign')
const officer = actor('d1', 'approve', 'decide_rights')
const moneyManager = actor('m1', 'approve', 'approve_money')
const worker = actor('u1')

const asked = (more: object = {}): RecordView =>
  aRecord('approval', { kind: 'closure', of: 'case-1', state: 'waiting', ...more }, { id: 'approval-1', author: 'u1' })
const settle = (set: object): Change => aChange('approval', set as Change['set'], { record: 'approval-1', base: 1 })
const codes = (file: ReturnType<typeof aCase>, change: Change, by: RuleActor) =>
  checkCase(builtIn, file, change, { today, actor: by }).map(problem => problem.code)

describe('two people', () => {
  test.each([
    ['the one who asked', worker, 'closure', ['approval_by_oneself']],
    ['a supervisor who asked', actor('u1', 'approve', 'assign'), 'closure', ['approval_by_oneself']],
    ['a colleague', actor('u2'), 'closure', ['approval_not_yours']],
    ['a supervisor', supervisor, 'closure', []],
    ['who keeps the money, for a closure', moneyManager, 'closure', ['approval_not_yours']],
    ['who keeps the money, for money', moneyManager, 'over_ceiling', []],
    ['the data protection officer, for money', officer, 'over_ceiling', ['approval_not_yours']],
    ['the data protection officer, for an exception', officer, 'consent_override', []],
  ] as const)('%s', (_, by, kind, expected) => {
    expect(codes(aCase({}, [asked({ kind })]), settle({ state: 'approved' }), by)).toEqual(expected)
  })

  test('nobody approves what nobody asked, answers twice, or changes the question while answering', () => {
    const fresh = aChange('approval', { kind: 'closure', of: 'case-1', state: 'approved' })
    expect(codes(aCase({}), fresh, supervisor)).toEqual(['approval_needs_asking'])
    const done = aCase({}, [asked({ state: 'refused' })])
    expect(codes(done, settle({ state: 'approved' }), supervisor)).toEqual(['approval_settled'])
    const moved = settle({ state: 'approved', of: 'plan-9' })
    expect(codes(aCase({}, [asked()]), moved, supervisor)).toEqual(['approval_question_moved'])
  })

  test('an unknown kind is nobody’s who only keeps the money', () => {
    expect(maySettle('something_new', moneyManager)).toBe(false)
    expect(maySettle('something_new', supervisor)).toBe(true)
  })
})

describe('whose case', () => {
  const edit = (set: object) => aChange('case', set as Change['set'], { record: 'case-1', base: 1 })
  test.each([
    ['free, anybody takes it', undefined, worker, []],
    ['one’s own, handed over', 'u1', worker, []],
    ['somebody else’s', 'u9', worker, ['assignment_not_yours']],
    ['somebody else’s, by who assigns', 'u9', supervisor, []],
    ['not said, which is nobody', 'unknown', worker, []],
  ] as const)('%s', (_, now, by, expected) => {
    const file = aCase(now === undefined ? {} : { caseworker: now })
    expect(codes(file, edit({ caseworker: 'u2' }), by)).toEqual(expected)
  })

  test('closing needs the approval of a second person; imports and reopened files do not ask again', () => {
    const close = edit({ status: 'closed' })
    expect(codes(aCase({}), close, supervisor)).toEqual(['closure_needs_approval'])
    expect(codes(aCase({}, [asked()]), close, worker)).toEqual(['closure_needs_approval'])
    expect(codes(aCase({}, [asked({ state: 'approved' })]), close, worker)).toEqual([])
    expect(codes(aCase({ status: 'closed' }), edit({ status: 'closed_referred' }), worker)).toEqual([])
    expect(codes(aCase({}), close, { ...worker, machine: true })).toEqual([])
    expect(codes(aCase({}), edit({ status: 'active' }), worker)).toEqual([])
  })
})

describe('who is told', () => {
  const told = (record: RecordView, before: RecordView | null, set: object = {}) =>
    notices({
      d: builtIn,
      file: aCase({ caseworker: 'u7' }),
      change: aChange(record.type, set as Change['set']),
      before,
      record,
      today,
    })

  test('an exception to consent goes to the data protection officer and the supervisor, the answer to who asked', () => {
    const waiting = asked({ kind: 'consent_override' })
    expect(told(waiting, null).map(({ to }) => ('role' in to ? to.role : ''))).toEqual([
      'data_protection_officer',
      'supervisor',
    ])
    const answered = { ...waiting, content: { ...waiting.content, state: 'approved' } }
    expect(told(answered, waiting)).toMatchObject([
      { kind: 'override_approved', to: { role: 'data_protection_officer' } },
      { kind: 'approval_answered', to: { account: 'u1' } },
    ])
    expect(told(answered, answered)).toEqual([])
  })

  test('a flag goes to the caseworker, a question to the supervisor', () => {
    expect(told(aRecord('flag', { kind: 'urgent' }), null)).toMatchObject([{ to: { account: 'u7' } }])
    expect(told(aRecord('flag', { kind: 'question' }), null)).toMatchObject([{ to: { role: 'supervisor' } }])
  })

  test('a new caseworker is told of the case', () => {
    const kase = aRecord('case', { caseworker: 'u8' }, { id: 'case-1' })
    expect(told(kase, aRecord('case', {}, { id: 'case-1' }), { caseworker: 'u8' })).toMatchObject([
      { kind: 'case_assigned', to: { account: 'u8' } },
    ])
  })
})
