import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { consequences, elsewhere, notices } from '#casework/follow.ts'
import { nextSteps } from '#casework/return/steps.ts'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

/** Steps of the return file, and the legs of a journey as the work of one mission each. */
const journey = (stage: string, more: Content = {}) =>
  aRecord('movement', { stage, departedOn: '2026-11-10', from: 'IT', to: 'UA', ...more }, { id: 'journey' })
const step = (set: Content, id = 'step') => aRecord('journey_step', { movement: 'journey', ...set }, { id })
const arrived = step({ step: 'arrival', on: '2026-11-12' }, 'arrived')
const leg = (set: Content = {}, more: Partial<RecordView> = {}) =>
  aRecord('movement_leg', { movement: 'journey', from: 'IT', to: 'TR', ...set }, { id: 'leg', ...more })
const referral = (state: string, toOffice = 'chisinau') =>
  aRecord('referral', { state, toOffice, sentOn: '2026-11-01' })
const sharing = aRecord('consent', { purpose: 'sharing', decision: 'yes' })
const high = aRecord('risk', { level: 'high', assessedOn: '2026-11-11' })

const codes = (
  records: readonly RecordView[],
  set: Content,
  more: { type?: string; record?: string; machine?: true } = {},
) =>
  checkCase(
    builtIn,
    aCase({ ageGroup: 'adult' }, records),
    aChange(more.type ?? 'journey_step', set, more.record ? { record: more.record } : {}),
    { today, actor: { id: 'u1', may: () => false, ...(more.machine ? { machine: true } : {}) } },
  ).map(({ code }) => code)

const transit = { step: 'transit', movement: 'journey', on: '2026-11-11' }
const arrival = { step: 'arrival', movement: 'journey', on: '2026-11-12' }
const toMission = {
  step: 'handed_over',
  movement: 'journey',
  on: '2026-11-12',
  receivedBy: 'own_mission',
  mission: 'chisinau',
  note: 'Likes to sit at the window.',
}
const { note: _, ...withoutNote } = toMission

describe('a step is written down when it has happened', () => {
  test.each([
    ['interest, before any journey', [], { step: 'interest', on: '2026-11-01' }, []],
    ['without a day', [], { step: 'interest' }, ['step_incomplete']],
    ['of no journey', [], transit, ['step_without_journey']],
    ['of a journey that has not begun', [journey('planned')], transit, ['step_before_departure']],
    ['of a paused journey', [journey('paused')], transit, ['step_while_paused']],
    ['of a journey that was called off', [journey('cancelled')], arrival, ['step_journey_over']],
    ['transit, on the way', [journey('departure')], transit, []],
    ['a second transit', [journey('transit'), step({ step: 'transit', on: '2026-11-11' })], transit, []],
    ['before departure', [journey('transit')], { ...transit, on: '2026-11-09' }, ['step_too_early']],
    ['with a day that may be before or after', [journey('transit')], { ...transit, on: '2026-11' }, []],
    ['ahead of time', [journey('transit')], { ...transit, on: '2026-12-24' }, ['date_in_future']],
    ['a second arrival', [journey('arrival'), arrived], arrival, ['step_repeated']],
    [
      'with a leg of another journey',
      [journey('transit'), leg({ movement: 'other' })],
      { ...transit, leg: 'leg' },
      ['step_leg_elsewhere'],
    ],
    ['with its leg', [journey('transit'), leg()], { ...transit, leg: 'leg' }, []],
  ] as const)('%s', (_, records, set, expected) => expect(codes(records, set)).toEqual(expected))

  test('the register may bring in what a paper file says', () =>
    expect(codes([journey('planned')], transit, { machine: true })).toEqual([]))
})

describe('a hand-over', () => {
  const ready = [journey('arrival'), arrived, sharing, referral('accepted')]
  test.each([
    ['to a mission that agreed', ready, toMission, []],
    ['before arrival', [journey('transit'), sharing, referral('accepted')], toMission, ['handover_before_arrival']],
    ['on a day before arrival', ready, { ...toMission, on: '2026-11-11' }, ['step_too_early']],
    ['to nobody', ready, { ...toMission, receivedBy: null }, ['handover_without_receiver']],
    [
      'to family, without a mission',
      [journey('arrival'), arrived],
      { ...withoutNote, receivedBy: 'family', mission: null },
      [],
    ],
    ['to family and to a mission', ready, { ...toMission, receivedBy: 'family' }, ['handover_two_receivers']],
    ['to no mission', ready, { ...toMission, mission: null }, ['handover_without_mission']],
    ['to oneself', ready, { ...toMission, mission: 'kyiv' }, ['handover_without_mission']],
    ['without a word', ready, withoutNote, ['handover_without_note']],
    [
      'to a mission that has not answered',
      [journey('arrival'), arrived, sharing, referral('sent')],
      toMission,
      ['handover_needs_referral'],
    ],
    [
      'to another than the one that agreed',
      [journey('arrival'), arrived, sharing, referral('accepted', 'minsk')],
      toMission,
      ['handover_needs_referral'],
    ],
    [
      'without consent to sharing',
      [journey('arrival'), arrived, referral('accepted')],
      toMission,
      ['sharing_consent_missing'],
    ],
    ['a second time', [...ready, step(toMission)], toMission, ['step_repeated']],
  ] as const)('%s', (_, records, set, expected) => expect(codes(records, set)).toEqual(expected))

  test('its receiver does not change afterwards; its note may', () => {
    const stands = [...ready, step(toMission)]
    expect(codes(stands, { mission: 'minsk' }, { record: 'step' })).toEqual(['handover_settled'])
    expect(codes(stands, { receivedBy: 'family' }, { record: 'step' })).toEqual(['handover_settled'])
    expect(codes(stands, { note: 'Sits at the window.' }, { record: 'step' })).toEqual([])
  })

  test('is asked the same of a transit that becomes one', () => {
    const was = step(transit)
    expect(codes([journey('arrival'), arrived, sharing, was], toMission, { record: 'step' })).toEqual([
      'handover_needs_referral',
    ])
  })

  const theirs = (content: Content = {}) => {
    const file = aCase(content)
    return { ...file, case: { ...file.case, id: 'case-2', office: 'chisinau' } }
  }
  test('is a task in the receiver’s own open case, and in no other', () => {
    const file = aCase({}, [journey('completed'), arrived, step(toMission)])
    const { follows, tells } = elsewhere('journey_step', file, theirs())
    expect(follows).toEqual([
      { type: 'task', key: 'receive.step', set: { kind: 'receive_person', about: 'step', dueOn: '2026-11-12' } },
    ])
    expect(new Set(tells.map(({ kind }) => kind))).toEqual(new Set(['journey_handed_over']))
    expect(elsewhere('journey_step', file, theirs({ status: 'closed' })).follows).toEqual([])
    expect(elsewhere('journey_step', file, aCase({})).follows).toEqual([])
  })
})

const follows = (records: readonly RecordView[], type: string) =>
  consequences(builtIn, aCase({ ageGroup: 'adult' }, [aRecord('consent', {}), ...records]), today).filter(
    each => each.type === type,
  )

describe('the stage follows the steps', () => {
  test.each([
    ['transit', 'departure', [step(transit)], { stage: 'transit' }],
    ['arrival, with its day', 'transit', [step(transit), arrived], { stage: 'arrival', arrivedOn: '2026-11-12' }],
    ['hand-over', 'arrival', [arrived, step(toMission)], { stage: 'completed', arrivedOn: '2026-11-12' }],
  ] as const)('%s', (_, stage, steps, set) =>
    expect(follows([journey(stage), ...steps], 'movement')).toMatchObject([{ record: 'journey', set }]),
  )

  test.each([
    ['backwards', 'onward', [arrived]],
    ['out of a pause', 'paused', [arrived]],
    ['before departure', 'planned', [step(transit)]],
    ['once it is there', 'transit', [step(transit)]],
  ] as const)('never %s', (_, stage, steps) => expect(follows([journey(stage), ...steps], 'movement')).toEqual([]))

  test('while a high risk stands a journey is paused, not moved on', () =>
    expect(follows([journey('transit'), arrived, high], 'movement').map(({ set }) => set)).toEqual([
      { stage: 'paused' },
    ]))

  test('what can be written down next', () => {
    const next = (...records: RecordView[]) => nextSteps(aCase({}, records), records[0] as RecordView)
    expect(next(journey('planned'))).toEqual([])
    expect(next(journey('paused'))).toEqual([])
    expect(next(journey('departure'))).toEqual(['transit', 'arrival'])
    expect(next(journey('arrival'), arrived)).toEqual(['handed_over'])
    expect(next(journey('completed'), arrived, step(toMission))).toEqual([])
  })
})

describe('a leg is the work of one mission', () => {
  const task = (set: Content = {}) =>
    aRecord(
      'task',
      { kind: 'journey_leg', about: 'leg', mission: 'ankara', dueOn: '2026-12-01', ...set },
      { id: 'task' },
    )
  const legTasks = (...records: RecordView[]) =>
    follows([journey('planned'), ...records], 'task').filter(({ key }) => key.startsWith('leg.'))

  test.each([
    [
      'a mission that is named',
      leg({ mission: 'ankara', plannedOn: '2026-12-01' }),
      { mission: 'ankara', dueOn: '2026-12-01' },
    ],
    ['nobody named: the own mission', leg(), { mission: 'kyiv' }],
  ] as const)('%s has a task', (_, record, set) =>
    expect(legTasks(record).map(each => each.set)).toEqual([{ kind: 'journey_leg', about: 'leg', ...set }]),
  )

  const named = { mission: 'ankara', plannedOn: '2026-12-01' }
  test.each([
    ['stays as it is', leg(named), task(), []],
    [
      'goes along to another mission, open again',
      leg({ ...named, mission: 'sofia' }),
      task({ doneOn: '2026-11-20' }),
      [{ mission: 'sofia', dueOn: '2026-12-01', doneOn: null }],
    ],
    ['moves with the day', leg({ ...named, plannedOn: '2026-12-03' }), task(), [{ dueOn: '2026-12-03' }]],
    ['once done, does not move', leg({ ...named, plannedOn: '2026-12-03' }), task({ doneOn: '2026-11-20' }), []],
    ['ends when the leg is called off', leg({ ...named, state: 'cancelled' }), task(), [{ doneOn: today }]],
    ['ends when the leg is travelled', leg({ ...named, state: 'travelled' }), task(), [{ doneOn: today }]],
    ['is not opened for a leg that is over', leg({ ...named, state: 'cancelled' }), null, []],
  ] as const)('its task %s', (_, record, known, sets) =>
    expect(legTasks(record, ...(known ? [known] : [])).map(({ set }) => set)).toEqual(sets),
  )

  test('a step that names the leg ends the leg and its task', () => {
    const file = [journey('transit'), leg(named), task(), step({ ...transit, leg: 'leg' })]
    expect(follows(file, 'movement_leg')).toMatchObject([{ record: 'leg', set: { state: 'travelled' } }])
    expect(follows(file, 'task')).toMatchObject([{ record: 'task', set: { doneOn: today } }])
  })

  test.each([
    ['planned', ['leg_before_departure']],
    ['transit', []],
    ['paused', []],
  ] as const)('is not travelled while the journey is %s, unless it may be', (stage, expected) =>
    expect(codes([journey(stage), leg()], { state: 'travelled' }, { type: 'movement_leg', record: 'leg' })).toEqual(
      expected,
    ),
  )

  const told = (record: RecordView, before: RecordView | null) =>
    notices({ d: builtIn, file: aCase({}, [record]), change: aChange('movement_leg', {}), before, record, today })
      .filter(({ kind }) => kind === 'leg_assigned')
      .map(({ to }) => ('office' in to ? `${to.role} ${to.office}` : ''))
  test('a mission hears once that it sees to a leg; the own mission knows', () => {
    expect(told(leg(named), null)).toEqual(['return_officer ankara', 'supervisor ankara'])
    expect(told(leg(named), leg(named))).toEqual([])
    expect(told(leg({ ...named, mission: 'sofia' }), leg(named))).toHaveLength(2)
    expect(told(leg({ mission: 'kyiv' }), null)).toEqual([])
    expect(told(leg({ ...named, state: 'cancelled' }), null)).toEqual([])
  })
})

test('who thinks of returning is told of all the options, once', () => {
  const interest = step({ step: 'interest', on: '2026-11-01' }, 'interest')
  expect(follows([interest], 'task')).toMatchObject([{ set: { kind: 'return_counselling', dueOn: '2026-11-08' } }])
  expect(follows([interest, aRecord('counselling', { explained: ['return'] })], 'task')).toEqual([])
  expect(follows([interest, aRecord('task', { kind: 'return_counselling', doneOn: '2026-11-02' })], 'task')).toEqual([])
})
