import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { consequences } from '#casework/follow.ts'
import { tellable } from '#casework/tracing/telling.ts'
import type { RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const sharing = aRecord('consent', { purpose: 'sharing', decision: 'yes', guardianConsent: 'yes', childAssent: 'yes' })
const toAuthority = aRecord('consent', { purpose: 'sharing', decision: 'yes', recipientKind: 'authority' })
const suspected = aRecord('family_assessment', { involvement: 'suspected' })
const result = (set: Content) => aRecord('tracing_result', { outcome: 'found', ...set }, { id: 'result' })
const codes = (ageGroup: string, records: readonly RecordView[], set: Content) =>
  checkCase(builtIn, aCase({ ageGroup }, records), aChange('tracing_result', set, { record: 'result' }), {
    today,
  }).map(({ code }) => code)
const tells = (...shared: string[]) => ({ sharedWith: 'family', sharedOn: '2026-11-01', shared })

test.each([
  ['a child’s place', 'child', [sharing], tells('safe', 'place'), ['tracing_child_place']],
  ['how to reach a child', 'child', [sharing], tells('contact'), ['tracing_child_place']],
  ['that a child is safe', 'child', [sharing], tells('safe'), []],
  ['an adult’s place, with consent', 'adult', [sharing], tells('place'), []],
  ['anything without consent', 'adult', [], tells('safe'), ['sharing_consent_missing']],
  [
    'an authority on a general yes',
    'adult',
    [sharing],
    { ...tells('safe'), sharedWith: 'authority' },
    ['sharing_consent_missing'],
  ],
  ['an authority that was named', 'adult', [toAuthority], { ...tells('safe'), sharedWith: 'authority' }, []],
  ['the person what was found', 'adult', [], { ...tells('message'), sharedWith: 'person' }, []],
  ['a family that may be involved', 'adult', [sharing, suspected], tells('safe'), ['tracing_family_involved']],
  ['nothing yet', 'child', [suspected], { outcome: 'found' }, []],
] as const)('telling %s', (_, age, records, set, expected) => expect(codes(age, records, set)).toEqual(expected))

test('a place cannot be added afterwards, nor a receiver to a place', () => {
  expect(codes('child', [sharing, result(tells('safe'))], { shared: ['safe', 'place'] })).toEqual([
    'tracing_child_place',
  ])
  expect(codes('child', [sharing, result({ shared: ['place'] })], { sharedWith: 'family' })).toEqual([
    'tracing_child_place',
  ])
})

test('what was told before the suspicion can still be corrected where it tells nothing', () =>
  expect(codes('child', [sharing, suspected, result(tells('safe'))], { outcome: 'not_found' })).toEqual([]))

const request = (set: Content) => aRecord('tracing_request', set, { id: 'request' })
const toPerson = (...shared: string[]) => ({ request: 'request', sharedWith: 'person', sharedOn: '2026-11-01', shared })
test.each([
  [
    'a place of somebody of whom nobody said the age',
    { requester: 'person' },
    toPerson('place'),
    ['tracing_child_place'],
  ],
  ['a child’s place', { requester: 'person', soughtAge: 'child' }, toPerson('contact'), ['tracing_child_place']],
  ['that the child is safe', { requester: 'person', soughtAge: 'child' }, toPerson('safe', 'message'), []],
  ['an adult’s place', { requester: 'person', soughtAge: 'adult' }, toPerson('place'), []],
  [
    'the place of who wants no contact',
    { requester: 'person', soughtAge: 'adult' },
    { ...toPerson('place'), outcome: 'no_contact' },
    ['tracing_no_contact'],
  ],
  [
    'a place without any request',
    { requester: 'family' },
    { ...toPerson('place'), request: null },
    ['tracing_child_place'],
  ],
] as const)('the person looks for somebody and is told %s', (_, asked, set, expected) =>
  expect(codes('adult', [request(asked)], set)).toEqual(expected),
)

test('a child’s own place is held back from others, also when the child looks for an adult', () => {
  const asks = request({ requester: 'person', soughtAge: 'adult' })
  expect(codes('child', [sharing, asks], { ...toPerson('place'), sharedWith: 'family' })).toEqual([
    'tracing_child_place',
  ])
  expect(codes('child', [asks], toPerson('place'))).toEqual([])
})

test('what may be told is the same answer as the refusal', () => {
  const file = aCase({ ageGroup: 'child' }, [sharing, request({ requester: 'family' })])
  const content = { outcome: 'found', request: 'request', sharedWith: 'family' }
  expect(
    tellable(file, { content, of: 'result', today }).map(({ telling, problem }) => [telling, problem?.code]),
  ).toEqual([
    ['safe', undefined],
    ['message', undefined],
    ['contact', 'tracing_child_place'],
    ['place', 'tracing_child_place'],
  ])
})

test.each([
  ['child', ['phone'], ['tracing_child_place']],
  ['child', ['safe_contact', 'message'], ['tracing_child_place']],
  ['child', ['preferred_name', 'message'], []],
  ['adult', ['phone'], []],
] as const)('a referral that looks for the family of a %s with %j', (age, shared, expected) =>
  expect(
    checkCase(
      builtIn,
      aCase({ ageGroup: age }, []),
      aChange('referral', { need: 'family_tracing', state: 'drafted', shared, moreReason: 'person_asks' }),
      { today },
    ).map(({ code }) => code),
  ).toEqual(expected),
)

describe('a request is work until it is answered', () => {
  const open = request({ requester: 'family', requestedOn: '2026-11-01', state: 'open' })
  const task = (set: Content = {}) => aRecord('task', { kind: 'tracing', about: 'request', ...set }, { id: 'task' })
  const follow = (...records: RecordView[]) =>
    consequences(builtIn, aCase({ ageGroup: 'adult' }, [aRecord('consent', {}), ...records]), today).map(
      ({ type, set }) => [type, set],
    )
  test.each([
    ['opens a task', [open], [['task', { kind: 'tracing', about: 'request', dueOn: '2026-12-01' }]]],
    ['one only', [open, task()], []],
    ['found, and not told yet', [open, task(), result({ request: 'request' })], []],
    [
      'told: answered and done',
      [open, task(), result({ request: 'request', sharedOn: '2026-11-20' })],
      [
        ['tracing_request', { state: 'answered' }],
        ['task', { doneOn: today }],
      ],
    ],
    ['stopped: done', [request({ state: 'stopped' }), task()], [['task', { doneOn: today }]]],
  ] as const)('%s', (_, records, expected) => expect(follow(...(records as readonly RecordView[]))).toEqual(expected))
})
