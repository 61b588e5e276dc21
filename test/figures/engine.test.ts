import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sumOf } from '#figures/arithmetic.ts'
import { changeOf, changeSentence, unlikeness } from '#figures/change.ts'
import { halvingOf, halvingRemark } from '#figures/estimate.ts'
import type { Figure } from '#figures/figure-shape.ts'
import { ratioFigure, ratios } from '#figures/ratio.ts'
import { crossoverOf, rangeOf } from '#figures/range.ts'
import { complementSentence, shareSentence } from '#figures/share-sentence.ts'

/** A figure that says only what a rule looks at. */
function aFigure(o: Partial<Figure> & { n?: number | null } = {}): Figure {
  const { n = 0, ...more } = o
  return {
    indicator: 'instances',
    label: 'Instances of assistance',
    definition: 'One mission assisting one person in one year is one instance of assistance.',
    unit: 'instance',
    accumulation: 'in_period',
    period: { label: '2011', from: '2011-01-01', to: '2011-12-31' },
    by: [],
    where: {},
    base: { n, of: 'all' },
    rows: [],
    rest: null,
    not_available: [],
    coverage: { code: 'covered', offices: { case_files: 1, core_variables: 0, outside_sources: 0, none: 0 }, text: '' },
    caveats: [],
    asOf: '2012-03-01T00:00:00.000Z',
    ...more,
  }
}
const row = (key: string, n: number, share: number | null) => ({ key, label: key, n, share, rank: 1 })
const one = (id: string, multiple = false) => [{ id, label: id, multiple, adds: !multiple }]

describe('R03 the halving estimate', () => {
  test('5,498 instances are 2,749, said as approximately 2,700; half a person stays half a person', () => {
    expect(halvingOf(5498)).toEqual({ instances: 5498, exact: '2,749', approximately: '2,700' })
    expect(halvingOf(359)).toEqual({ instances: 359, exact: '179.5', approximately: null })
  })
  test('whatever the number, it is never said without the word estimate', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), n => {
        expect(halvingRemark(n).text).toMatch(/^estimate: half of instances = /)
        const { approximately, exact } = halvingOf(n)
        const number = (text: string) => Number(text.replaceAll(',', ''))
        expect(number(exact) * 2).toBe(n)
        if (approximately !== null) expect(number(approximately)).toBeLessThanOrEqual(number(exact))
      }),
    )
  })
})

describe('R01 arithmetic keeps to one unit', () => {
  const of = (region: string, n: number | null, more: Partial<Figure> = {}) =>
    aFigure({ n, where: { region: [region] }, ...more })
  test('R19 parts of one indicator that exclude each other add up', () => {
    expect(sumOf([of('SA', 390), of('EAP', 1005)])).toBe(1395)
  })
  test('what is missing is not 0: the sum of something not available is not available (T052)', () => {
    expect(sumOf([of('AP', 132), of('CWA', null)])).toBeNull()
  })
  test('across units, across indicators, and for persons it is refused', () => {
    expect(() => sumOf([of('AP', 1), of('CWA', 1, { unit: 'person', indicator: 'persons' })])).toThrow(
      'persons and instances cannot be added',
    )
    expect(() => sumOf([of('AP', 1), of('CWA', 1, { indicator: 'services', label: 'Services given' })])).toThrow(
      'not one indicator',
    )
    const persons = (region: string) =>
      of(region, 3, { unit: 'person', indicator: 'persons', label: 'Persons assisted' })
    expect(() => sumOf([persons('AP'), persons('CWA')])).toThrow('one may be in several figures')
  })
  test('figures that may overlap are not added', () => {
    const by = (values: string[]) => aFigure({ n: 1, where: { exploitation: values } })
    expect(() => sumOf([by(['labour']), by(['sexual'])])).toThrow('do not overlap')
    expect(() => sumOf([of('AP', 1), of('AP', 2)])).toThrow('do not overlap')
  })
})

describe('R08 shares and complements', () => {
  test('a share stands with its base; D12: of all and of known are said apart', () => {
    const rows = [row('cross_border', 3531, 64)]
    expect(shareSentence(aFigure({ n: 5498, by: one('trafficking_type'), rows }), 'cross_border')).toBe(
      'cross_border: 64% (3,531 of 5,498 instances of assistance, of all)',
    )
    const known = aFigure({ base: { n: 5239, of: 'known' }, rows: [row('cross_border', 3531, 67)] })
    expect(shareSentence(known, 'cross_border')).toMatch(/67% \(3,531 of 5,239 .*of known\)/)
  })
  test('D16: “58% received legal assistance, while 42% received other forms” cannot be made', () => {
    const figure = aFigure({
      n: 100,
      indicator: 'reintegrated',
      unit: 'person',
      by: one('reintegration', true),
      rows: [row('legal', 58, 58)],
    })
    expect(shareSentence(figure, 'legal')).toBe(
      'legal: 58% (58 of 100 returnees who received reintegration assistance, of all)',
    )
    expect(() => complementSentence(figure, 'legal')).toThrow('several answers are possible')
  })
  test('with one answer each the rest is what it is, unless some are unknown', () => {
    const rows = [row('male', 40, 40), row('female', 60, 60)]
    expect(complementSentence(aFigure({ n: 100, by: one('sex'), rows }), 'male')).toBe(
      'the other 60% (60 of 100 instances of assistance, of all)',
    )
    const unknown = [row('male', 40, 40), row('female', 50, 50), row('unknown', 10, 10)]
    expect(() => complementSentence(aFigure({ n: 100, by: one('sex'), rows: unknown }), 'male')).toThrow(
      'some are unknown',
    )
  })
})

describe('R09 change', () => {
  const in2008 = { label: '2008', from: '2008-01-01', to: '2008-12-31' }
  test.each([
    ['T019 sexual exploitation', 1866, 1540, -17],
    ['T018 labour', 2031, 3014, 48],
    ['D09 men, from 2008', 1656, 2040, 23],
    ['D10 children', 1565, 2040, 30],
    ['T025 cross-border', 4066, 3531, -13],
    ['T026 internal', 713, 1708, 140],
    ['T088 against a target', 1400, 1841, 32],
    ['half up in size', 184, 207, 13],
    ['half up in size, falling', 184, 161, -13],
  ])('%s: %i to %i is %i%%', (_, before, after, percent) => {
    expect(changeOf(before, after, true)).toEqual({ before, after, difference: after - before, percent })
  })
  test('the sentence says the base year and the number behind it, and never that trafficking rose', () => {
    const [then, now] = [aFigure({ n: 1866, period: in2008 }), aFigure({ n: 1540 })]
    const said = changeSentence(now, {
      change: changeOf(1866, 1540, true),
      earlier: '2008',
      later: '2011',
      reasons: [],
    })
    expect(said).toBe('1,540 instances of assistance in 2011, 17% fewer than in 2008 (1,866)')
    expect(unlikeness(then, now)).toEqual([])
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (before, after) => {
        const text = changeSentence(now, {
          change: changeOf(before, after, true),
          earlier: '2008',
          later: '2011',
          reasons: [],
        })
        expect(text).toMatch(/instances? of assistance/)
        expect(text).not.toMatch(/trafficking|rose|fell|increase|decline/)
      }),
    )
  })
  test('D07 other units, other conditions, one period or nothing to compare with: not comparable, with the reason', () => {
    const now = aFigure({ n: 5498 })
    const codes = (then: Figure) => unlikeness(then, now).map(({ code }) => code)
    const persons = { indicator: 'persons', unit: 'person', label: 'Persons assisted' }
    expect(codes(aFigure({ n: 2903, period: in2008, ...persons }))).toEqual(['other_indicator'])
    expect(codes(aFigure({ n: 1 }))).toEqual(['same_period'])
    expect(codes(aFigure({ n: 1, period: in2008, where: { sex: ['male'] } }))).toEqual(['other_conditions'])
    expect(codes(aFigure({ n: null, period: in2008 }))).toEqual(['not_available_in'])
    const reasons = unlikeness(aFigure({ n: null, period: in2008 }), now)
    const change = changeOf(null, 5498, false)
    expect(change.percent).toBeNull()
    expect(changeSentence(now, { change, earlier: '2008', later: '2011', reasons })).toBe(
      'not comparable: not available for 2008',
    )
  })
  test('there is no percentage of nothing', () => {
    expect(changeOf(0, 7, true)).toEqual({ before: 0, after: 7, difference: 7, percent: null })
  })
})

describe('series', () => {
  const points = (values: Record<string, number | null>) =>
    Object.entries(values).map(([time, n]) => ({ time, n, share: n }))
  test('D08 labour was above sexual exploitation in the first year already, not first in 2010', () => {
    const labour = points({ 2008: 2031, 2009: null, 2010: 2500, 2011: 3014 })
    const sexual = points({ 2008: 1866, 2009: null, 2010: 1600, 2011: 1540 })
    expect(crossoverOf(labour, sexual)).toEqual({ time: '2008', already: true })
    expect(crossoverOf(sexual, labour)).toBeNull()
  })
  test('the year of crossover is the first in which it is above after it was not; equal is not above', () => {
    const rising = points({ 2008: 1, 2009: 5, 2010: 6 })
    expect(crossoverOf(rising, points({ 2008: 5, 2009: 5, 2010: 5 }))).toEqual({ time: '2010', already: false })
  })
  test('T161, D61 a range keeps each year and says which have no value', () => {
    expect(rangeOf(points({ 2004: 17, 2005: null, 2006: 26, 2007: 17 }), 'share')).toEqual({
      min: { time: '2004', value: 17 },
      max: { time: '2006', value: 26 },
      values: [
        { time: '2004', value: 17 },
        { time: '2006', value: 26 },
        { time: '2007', value: 17 },
      ],
      missing: ['2005'],
    })
    expect(rangeOf(points({ 2004: null }), 'n')).toBeNull()
  })
})

test('T137 a ratio is declared, and nothing else is divided', () => {
  const declared = ratios.get('consultations_per_call')
  if (!declared) throw new Error('It is declared.')
  const of = aFigure({ n: 16_511, indicator: 'consultations', unit: 'consultation' })
  const calls = aFigure({ n: 4444, indicator: 'calls', unit: 'call' })
  expect(ratioFigure(declared, of, calls)).toMatchObject({
    value: '3.72',
    text: 'Consultations per call: 3.72 (16,511 / 4,444)',
  })
  expect(ratioFigure(declared, of, { ...calls, base: { n: 0, of: 'all' } }).value).toBeNull()
  expect(() => ratioFigure(declared, of, aFigure({ n: 1 }))).toThrow('and nothing else')
  expect(() => ratioFigure(declared, of, { ...calls, where: { sex: ['male'] } })).toThrow('one period')
})
