import { describe, expect, test } from 'vitest'
import { agreementOf, fitting, isAuthority, isStale } from '#casework/directory/provider.ts'
import { checkCase } from '#casework/check.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aChange, aRecord, today } from './a-case.ts'

const provider = (content: Content) =>
  aRecord('provider', { state: 'active', ...content }, { person: null, case: null })

describe('who offers what', () => {
  const house = provider({ name: 'House', services: ['shelter'], languages: ['uk'], sexes: ['female'], country: 'UA' })
  const clinic = provider({ name: 'Clinic', services: ['medical'], ages: ['child'], town: 'Odesa', state: 'full' })
  const lawyer = provider({ name: 'Advice', services: ['legal', 'medical'], languages: ['uk', 'ru'] })
  const gone = provider({ name: 'Gone', services: ['shelter', 'medical'], state: 'ended' })
  test.each([
    ['everything in use, those that take referrals first', {}, ['Advice', 'House', 'Clinic']],
    ['a service', { service: 'medical' }, ['Advice', 'Clinic']],
    ['silence about age means everybody', { service: 'medical', age: 'adult' }, ['Advice']],
    ['silence about sex means everybody', { sex: 'male' }, ['Advice', 'Clinic']],
    ['a language must be named', { language: 'ru' }, ['Advice']],
    ['a country must be named', { country: 'UA' }, ['House']],
    ['part of a town', { text: 'odes' }, ['Clinic']],
  ])('%s', (_, wanted, names) => {
    expect(fitting([gone, clinic, house, lawyer], wanted).map(({ content }) => content.name)).toEqual(names)
  })
})

test.each([
  ['2025-03-01', true],
  ['2025-03-02', false],
  ['2025-03', false],
  ['2024', true],
  [undefined, true],
])('verified on %s is stale on 2026-03-02: %s', (verifiedOn, stale) => {
  expect(isStale(verifiedOn === undefined ? {} : { verifiedOn }, '2026-03-02')).toBe(stale)
})

test.each([
  ['2026-03-02', 'in_force'],
  ['2026-03-01', 'none'],
  ['2026', 'in_force'],
  [null, 'none'],
])('an agreement until %s is, on 2026-03-02, %s', (agreementUntil, expected) => {
  expect(agreementOf({ agreementUntil }, '2026-03-02')).toBe(expected)
})

test('police and hospitals are authorities, partners are not', () => {
  expect(['police', 'health', 'consulate', 'ngo', 'shelter', 'private'].filter(kind => isAuthority({ kind }))).toEqual([
    'police',
    'health',
    'consulate',
  ])
})

test.each<[string, Content, string[]]>([
  ['whole', { name: 'House', kind: 'ngo', publicAddress: 'Main street 1' }, []],
  ['without a name', { kind: 'ngo' }, ['provider_incomplete']],
  ['a shelter with an address', { name: 'House', kind: 'shelter', publicAddress: 'x' }, ['provider_shelter_address']],
])('an entry %s', (_, set, codes) => {
  const change = aChange('provider', set, { person: null, case: null })
  expect(checkCase(builtIn, null, change, { today }).map(({ code }) => code)).toEqual(codes)
})
