import { expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
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
