import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { compareFigures } from '#figures/compare.ts'
import { comparisonText } from '#figures/comparison-text.ts'
import { countFigure } from '#figures/figure.ts'
import { countSeries } from '#figures/series.ts'
import { systemActor } from '#register/work.ts'
import { type Fact, type Scratch, scratchRegister } from './scratch-register.ts'

let scratch: Scratch
beforeAll(async () => {
  scratch = await scratchRegister()
  for (const code of ['UA', 'PL', 'NA']) await scratch.office(code)
})
afterAll(() => scratch.close())
beforeEach(() => scratch.empty())

const many = (n: number, fact: Fact): Fact[] => Array.from({ length: n }, () => fact)
const compare = (o: Partial<Parameters<typeof compareFigures>[2]> = {}) =>
  compareFigures(scratch.register, systemActor, {
    indicator: 'instances',
    by: [],
    where: {},
    from: 2008,
    to: 2011,
    ...o,
  })

test('two years under the same conditions: both numbers, the change and its base', async () => {
  await scratch.facts([
    ...many(6, { office: 'UA', year: 2008, dims: { sex: 'male' } }),
    ...many(2, { office: 'UA', year: 2008, dims: { sex: 'female' } }),
    ...many(7, { office: 'UA', year: 2011, dims: { sex: 'male' } }),
    ...many(3, { office: 'UA', year: 2011, dims: { sex: 'unknown' } }),
  ])
  const found = await compare({ by: ['sex'] })
  expect(found).toMatchObject({
    comparable: true,
    reasons: [],
    total: { before: 8, after: 10, difference: 2, percent: 25 },
    offices: { alike: ['UA'], unlike: [] },
    text: '10 instances of assistance in 2011, 25% more than in 2008 (8)',
  })
  expect(found.rows.map(({ key, before, after, percent }) => [key, before, after, percent])).toEqual([
    ['male', 6, 7, 17],
    ['unknown', 0, 3, null],
    ['female', 2, 0, -100],
  ])
  const text = comparisonText(found)
  expect(text).toContain('Base      2008: 8 (of all); 2011: 10 (of all)')
  expect(text).toMatch(/Male +6 +7 +\+17/)
})

test('an office that reported in one year only, or in another way, makes them not comparable; like with like is offered', async () => {
  await scratch.facts([
    ...many(4, { office: 'UA', year: 2008 }),
    ...many(5, { office: 'UA', year: 2011 }),
    ...many(9, { office: 'PL', year: 2011 }),
    { office: 'NA', year: 2008, count: 3, route: 'counted_total' },
    { office: 'NA', year: 2011 },
  ])
  const whole = await compare()
  expect(whole).toMatchObject({
    comparable: false,
    total: { before: 7, after: 15, difference: null, percent: null },
    offices: { alike: ['UA'], unlike: ['NA', 'PL'] },
  })
  expect(whole.text).toBe(
    'not comparable: offices that reported in one of the periods only, or in another way: 2 (NA, PL)',
  )
  const like = await compare({ sameOffices: true })
  expect(like).toMatchObject({ comparable: true, total: { before: 4, after: 5, percent: 25 } })
  expect(like.after.caveats.map(({ code }) => code)).toContain('same_offices_only')
})

test('no base year, or a later one, is refused', async () => {
  await expect(compare({ from: 2011, to: 2011 })).rejects.toMatchObject({ code: 'no_base_period' })
  await expect(compare({ sameOffices: true })).rejects.toMatchObject({ code: 'no_base_period' })
})

test('a year that nobody reported is not available, and so nothing is compared with it', async () => {
  await scratch.facts([{ office: 'UA', year: 2011 }])
  const found = await compare()
  expect(found.comparable).toBe(false)
  expect(found.reasons.map(({ code }) => code)).toEqual(['not_available_in', 'other_coverage'])
})

test('D12 shares of all and of known: 3,531 of 5,498 are 64%, of the 5,239 known 67%', async () => {
  await scratch.facts([
    { office: 'UA', count: 3531, route: 'counted_total', dims: { trafficking_type: 'cross_border' } },
    { office: 'UA', count: 1708, route: 'counted_total', dims: { trafficking_type: 'internal' } },
    { office: 'UA', count: 259, route: 'counted_total', dims: { trafficking_type: null } },
  ])
  const ask = (of: 'all' | 'known') =>
    countFigure(scratch.register, systemActor, {
      indicator: 'instances',
      year: 2011,
      by: ['trafficking_type'],
      where: {},
      of,
    })
  const [all, known] = [await ask('all'), await ask('known')]
  expect(all.base).toEqual({ n: 5498, of: 'all' })
  expect(all.rows.map(({ key, share }) => [key, share])).toEqual([
    ['cross_border', 64],
    ['internal', 31],
    ['unknown', 5],
  ])
  expect(known.base).toEqual({ n: 5239, of: 'known' })
  expect(known.rows.map(({ key, n, share }) => [key, n, share])).toEqual([
    ['cross_border', 3531, 67],
    ['internal', 1708, 33],
    ['unknown', 259, null],
  ])
})

test('of known with several answers: whoever gave any is in the base, once', async () => {
  await scratch.facts([
    { office: 'UA', person: 1, dims: { exploitation: ['labour', 'sexual'] } },
    { office: 'UA', person: 2, dims: { exploitation: ['labour'] } },
    { office: 'UA', person: 2, year: 2012, dims: { exploitation: ['unknown'] } },
    { office: 'UA', person: 3, dims: { exploitation: null } },
  ])
  const figure = await countFigure(scratch.register, systemActor, {
    indicator: 'persons',
    by: ['exploitation'],
    where: {},
    of: 'known',
  })
  expect(figure.base).toEqual({ n: 2, of: 'known' })
  expect(figure.rows.map(({ key, n, share }) => [key, n, share])).toEqual([
    ['labour', 2, 100],
    ['sexual', 1, 50],
    ['unknown', 2, null],
  ])
  const refused = { indicator: 'instances', by: ['year'], where: {}, of: 'known' } as const
  await expect(countFigure(scratch.register, systemActor, refused)).rejects.toMatchObject({ code: 'no_known_base' })
})

test('a series: a gap where nobody reported, 0 where somebody did and nothing fits', async () => {
  await scratch.facts([
    ...many(2, { office: 'UA', year: 2008, dims: { sex: 'male' } }),
    ...many(3, { office: 'UA', year: 2010, dims: { sex: 'female' } }),
  ])
  const series = await countSeries(scratch.register, systemActor, {
    indicator: 'instances',
    by: ['sex'],
    where: {},
    from: 2008,
    to: 2010,
  })
  expect(series.times.map(({ time, base }) => [time, base.n])).toEqual([
    ['2008', 2],
    ['2009', null],
    ['2010', 3],
  ])
  expect(series.rows.find(({ key }) => key === 'male')?.points).toEqual([
    { time: '2008', n: 2, share: 100 },
    { time: '2009', n: null, share: null },
    { time: '2010', n: 0, share: 0 },
  ])
})
