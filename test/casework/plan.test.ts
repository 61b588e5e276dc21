import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { consequences, elsewhere } from '#casework/follow.ts'
import { openDrafts } from '#casework/planning/plan.ts'
import { nothingAround } from '#casework/rule-set.ts'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

/** A plan goes on in the next mission's case: a draft before the journey, a final one after it. */
const draft = (set: Content = {}, id = 'draft') =>
  aRecord('plan', { stage: 'draft', agreedOn: '2026-01-10', ...set }, { id })
const final = { stage: 'final', follows: 'draft', agreedOn: '2026-02-10' }

const codes = (own: readonly RecordView[], other: readonly RecordView[] | null, set: Content) =>
  checkCase(builtIn, aCase({}, own), aChange('plan', set, { record: 'plan-new' }), {
    today,
    ...(other ? { around: { ...nothingAround, otherFiles: [aCase({}, other)] } } : {}),
  }).map(({ code }) => code)

test.each([
  ['of the own case', [draft()], [], final, []],
  ['of another mission’s case', [], [draft()], final, []],
  ['of nobody knows what', [], [], final, ['plan_follows_unknown']],
  ['of nobody knows what, without a network', [], null, final, []],
  ['of itself', [], [], { ...final, follows: 'plan-new' }, ['plan_follows_unknown']],
  ['agreed to on no day', [draft()], [], { ...final, agreedOn: null }, ['plan_final_undated']],
  ['agreed to before its draft', [], [draft()], { ...final, agreedOn: '2026-01-09' }, ['plan_final_before_draft']],
  ['agreed to in the month of its draft', [draft()], [], { ...final, agreedOn: '2026-01' }, []],
  ['that follows nothing', [], [], { stage: 'final', agreedOn: '2026-02-10' }, []],
  ['that is a draft without a day', [], [], { stage: 'draft' }, []],
] as const)('a final plan %s', (_, own, other, set, expected) => expect(codes(own, other, set)).toEqual(expected))

test('drafts that nobody followed', () => {
  const follower = aRecord('plan', { stage: 'draft', follows: 'draft' }, { id: 'copy' })
  expect(openDrafts([draft()], []).map(({ id }) => id)).toEqual(['draft'])
  expect(openDrafts([draft()], [follower])).toEqual([])
  expect(openDrafts([draft({ stage: 'final' })], [])).toEqual([])
})

describe('a person handed over with a draft', () => {
  const step = aRecord('journey_step', { step: 'handed_over', on: '2026-02-21', mission: 'chisinau' })
  const there = (content: Content = {}) => {
    const file = aCase(content)
    return { ...file, case: { ...file.case, id: 'case-2', office: 'chisinau' } }
  }
  const tasks = (records: readonly RecordView[], other = there()) =>
    elsewhere('journey_step', aCase({}, records), other)
      .follows.filter(({ set }) => set.kind === 'plan_final')
      .map(({ set }) => set)

  test('is a plan to finish in the receiver’s case', () => {
    expect(tasks([draft(), step])).toEqual([{ kind: 'plan_final', about: 'draft', dueOn: '2026-03-23' }])
    expect(tasks([step])).toEqual([])
    expect(tasks([draft()])).toEqual([])
    expect(tasks([draft(), step], there({ status: 'closed' }))).toEqual([])
    expect(tasks([draft(), step], aCase({}))).toEqual([])
  })

  test('which is done when there is a final plan', () => {
    const task = aRecord('task', { kind: 'plan_final', about: 'draft' }, { id: 'task' })
    const done = (...plans: RecordView[]) =>
      consequences(builtIn, aCase({ ageGroup: 'adult' }, [aRecord('consent', {}), task, ...plans]), today)
    expect(done(draft({ follows: 'x' }))).toEqual([])
    expect(done(draft(final, 'final'))).toMatchObject([{ record: 'task', set: { doneOn: today } }])
  })
})
