import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audiences, summaryOf } from '#casework/teamwork/summary.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aRecord } from './a-case.ts'

/** A file in which every text field of every type holds a word that says where it stands. */
const textsOf = (type: string): Content =>
  Object.fromEntries(
    Object.entries(builtIn.recordTypes.get(type)?.fields ?? {})
      .filter(([, field]) => field.kind === 'text' || field.kind === 'long_text')
      .map(([name, field]) => [name, `${field.class}:${type}.${name}`]),
  )
const types = [...builtIn.recordTypes.values()].filter(({ under }) => under === 'case').map(({ id }) => id)
const whole = aCase(
  textsOf('case'),
  types.filter(type => type !== 'case').map(type => aRecord(type, textsOf(type))),
  textsOf('person'),
)
const said = (audience: (typeof audiences)[number]) => JSON.stringify(summaryOf(builtIn, whole, audience))

test('every field that is named for an audience is declared', () => {
  const everything = aCase(
    Object.fromEntries(Object.keys(builtIn.recordTypes.get('case')?.fields ?? {}).map(name => [name, 'x'])),
    types
      .filter(type => type !== 'case')
      .map(type =>
        aRecord(
          type,
          Object.fromEntries(Object.keys(builtIn.recordTypes.get(type)?.fields ?? {}).map(name => [name, 'x'])),
        ),
      ),
    Object.fromEntries(Object.keys(builtIn.recordTypes.get('person')?.fields ?? {}).map(name => [name, 'x'])),
  )
  for (const audience of audiences)
    for (const part of summaryOf(builtIn, everything, audience)) {
      const declared = Object.keys(builtIn.recordTypes.get(part.type)?.fields ?? {})
      for (const { content } of part.records) expect(declared).toEqual(expect.arrayContaining(Object.keys(content)))
    }
})

test.each([
  [
    'person',
    ['identity', 'contact', 'narrative', 'health', 'open'],
    ['location:', 'justice:', 'actor', 'risk.', 'note.', 'screening.', 'determination.'],
  ],
  [
    'partner',
    ['identity', 'narrative', 'open'],
    [
      'location:',
      'justice:',
      'health:',
      'contact:',
      'givenNames',
      'familyNames',
      'actor',
      'risk.',
      'note.',
      'screening.',
      'episode.',
    ],
  ],
  [
    'court',
    ['identity', 'open'],
    ['location:', 'health:', 'contact:', 'narrative:', 'actor', 'risk.', 'note.', 'plan.'],
  ],
  ['carrier', ['identity', 'open'], ['location:', 'health:', 'contact:', 'narrative:', 'justice:', 'case.', 'case"']],
] as const)('a %s sees these classes only, and nothing of others', (audience, classes, never) => {
  const words = said(audience)
  const seen = new Set([...words.matchAll(/"(\w+):\w+\.\w+"/g)].map(match => match[1]))
  expect(seen.isSubsetOf(new Set<string>(classes))).toBe(true)
  for (const word of never) expect(words).not.toContain(word)
})

test('a field of one’s own organisation is in no summary', () => {
  const file = aCase({ own_secret: 'SECRET' }, [aRecord('service', { type: 'legal', own_secret: 'SECRET' })], {
    own_secret: 'SECRET',
  })
  for (const audience of audiences) expect(JSON.stringify(summaryOf(builtIn, file, audience))).not.toContain('SECRET')
})

test('the order in which records were fetched does not matter', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...whole.records], { minLength: whole.records.length }), records => {
      for (const audience of audiences)
        expect(summaryOf(builtIn, { ...whole, records }, audience)).toEqual(summaryOf(builtIn, whole, audience))
    }),
    { numRuns: 20 },
  )
})

test('a manifest says who travels and never why: no label or code of it speaks of trafficking', () => {
  const file = aCase(
    { number: 'KYV-26-000001-X', category: 'trafficked' },
    [
      aRecord('movement', {
        from: 'RU',
        to: 'UA',
        escort: 'medical',
        departedOn: '2026-05-01',
        details: 'after the raid',
        asylumFlag: 'yes',
      }),
      aRecord('movement_leg', {
        from: 'RU',
        to: 'UA',
        mode: 'air',
        plannedOn: '2026-05-01',
        details: 'to the shelter',
      }),
      aRecord('determination', { conclusion: 'confirmed' }),
      aRecord('episode', { exploitation: { forced_labour: 'yes' } }),
    ],
    { givenNames: 'Софія', birthDate: '1927' },
  )
  const words = summaryOf(builtIn, file, 'carrier').flatMap(({ type, records }) => [
    type,
    builtIn.recordTypes.get(type)?.label ?? '',
    ...records.flatMap(({ content }) =>
      Object.entries(content).flatMap(([field, value]) => [
        builtIn.recordTypes.get(type)?.fields[field]?.label ?? '',
        JSON.stringify(value),
      ]),
    ),
  ])
  expect(words.join(' ')).toContain('Софія')
  expect(words.join(' ')).not.toMatch(/traffick|exploit|victim|shelter|raid|asylum|KYV|case|mission|assist/i)
})
