import { describe, expect, test } from 'vitest'
import { categoryCounted } from '#casework/category.ts'
import { determinationInForce } from '#casework/determination.ts'
import { suggestTraffickingType } from '#casework/trafficking-type.ts'
import type { Content } from '#dictionary/answer.ts'
import { aCase, aRecord } from './a-case.ts'

const concluded = (conclusion: string, decidedOn: string) => aRecord('determination', { conclusion, decidedOn })

describe('category counted', () => {
  test.each<[string, Content, string | null, string]>([
    [
      'AS02 possible is helped as a vulnerable migrant',
      { category: 'vulnerable_migrant' },
      'possible',
      'vulnerable_migrant',
    ],
    ['AS02 confirmed moves the same case', { category: 'vulnerable_migrant' }, 'confirmed', 'trafficked'],
    ['nothing declared', {}, null, 'vulnerable_migrant'],
    ['an answer kept back', { category: 'unknown' }, null, 'vulnerable_migrant'],
    ['exploited, not determined', { category: 'exploited_migrant' }, 'undetermined', 'exploited_migrant'],
    ['declared only', { category: 'trafficked' }, null, 'vulnerable_migrant'],
    ['declared and refuted', { category: 'trafficked' }, 'not_trafficked', 'vulnerable_migrant'],
    ['refuted, exploited', { category: 'exploited_migrant' }, 'not_trafficked', 'exploited_migrant'],
    ['asserted by its source', { category: 'trafficked', route: 'outside_source' }, null, 'trafficked'],
    ['asserted by core variables', { category: 'trafficked', route: 'core_variables' }, 'possible', 'trafficked'],
    [
      'asserted and refuted here',
      { category: 'trafficked', route: 'outside_source' },
      'not_trafficked',
      'vulnerable_migrant',
    ],
    ['a case file asserts nothing', { category: 'trafficked', route: 'case_file' }, null, 'vulnerable_migrant'],
  ])('%s', (_, content, conclusion, category) => {
    const records = conclusion === null ? [] : [concluded(conclusion, '2026-03-01')]
    expect(categoryCounted(aCase(content, records))).toBe(category)
  })

  test('the determination in force is the latest decided, not the latest entered', () => {
    const late = concluded('confirmed', '2026-05-01')
    const file = aCase({}, [
      late,
      concluded('possible', '2026-02'),
      aRecord('determination', { decidedOn: '2026-09-01' }),
    ])
    expect(determinationInForce(file)).toBe(late)
  })
})

describe('type of trafficking', () => {
  const episodes = (...countries: string[][]) =>
    countries.map(countryOfExploitation => aRecord('episode', { countryOfExploitation }))

  test.each([
    ['AS03 Odessa, then Moscow', [['UA'], ['RU']], 'both'],
    ['at home', [['UA'], ['UA']], 'internal'],
    ['abroad', [['RU', 'BY']], 'cross_border'],
    ['not told', [], null],
  ] as const)('%s', (_, countries, type) => {
    const file = aCase({ countryOfOrigin: 'UA' }, episodes(...countries.map(each => [...each])))
    expect(suggestTraffickingType(file).type).toBe(type)
  })

  test('origin unknown: the only nationality stands in, two do not', () => {
    expect(suggestTraffickingType(aCase({}, episodes(['RU']), { nationality: ['UA'] })).type).toBe('cross_border')
    expect(suggestTraffickingType(aCase({}, episodes(['RU']), { nationality: ['UA', 'RU'] })).type).toBe(null)
  })
})
