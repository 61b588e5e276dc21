import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareFigures } from '#figures/compare.ts'
import { halvingOf } from '#figures/estimate.ts'
import { countFigure } from '#figures/figure.ts'
import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import { systemActor } from '#register/work.ts'
import { type ScratchRegister, scratchRegister } from '../exchange/scratch.ts'
import { loadFixture2011 } from './fixture-2011/load.ts'
import { printedChanges, printedRows } from './fixture-2011/published.ts'
import { rowsOf2011 } from './fixture-2011/rows.ts'

/** Every OK and RND row of T010 to T050, counted from a register that the real import loaded. */
let scratch: ScratchRegister

beforeAll(async () => {
  scratch = await scratchRegister()
  await loadFixture2011(scratch.register)
}, 300_000)
afterAll(() => scratch?.close())

const ask = (query: Partial<FigureQuery>): Promise<Figure> =>
  countFigure(scratch.register, systemActor, { indicator: 'instances', year: 2011, by: [], where: {}, ...query })

test('the generator is pure', () => {
  expect(rowsOf2011()).toEqual(rowsOf2011())
})

test.each(printedRows.map(row => [`${row.id} ${row.about}`, row] as const))('%s', async (_, row) => {
  const figure = await ask(row.ask)
  if (row.n !== undefined) expect(figure.base.n).toBe(row.n)
  const cells = (of: 'n' | 'share') => Object.fromEntries(figure.rows.map(each => [String(each.key), each[of]]))
  if (row.counts) expect(cells('n')).toMatchObject(row.counts)
  if (row.shares) expect(cells('share')).toMatchObject(row.shares)
  if (row.ask.top !== undefined)
    expect(figure.rows.filter(({ rank }) => rank !== null).map(({ key }) => key)).toEqual(Object.keys(row.counts ?? {}))
})

test('T011 the estimate of persons, with its label', async () => {
  expect(halvingOf((await ask({})).base.n ?? 0)).toEqual({
    instances: 5498,
    exact: '2,749',
    approximately: '2,700',
  })
  const { caveats } = await ask({ indicator: 'persons' })
  expect(caveats.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/^estimate: half of instances = approximately 2,700 persons \(2,749, of 5,498/),
  )
})

test('T013 some 85 nationalities, some 100 countries of destination', async () => {
  const known = async (dimension: string) => {
    const { rows } = await ask({ indicator: 'persons_to_date', by: [dimension] })
    return rows.filter(({ rank }) => rank !== null).length
  }
  expect(await known('nationality')).toBe(85)
  expect(await known('country_of_destination')).toBe(100)
})

test.each(printedChanges)('$id change of $key on 2008: $percent%', async ({ by, key, percent }) => {
  const compared = await compareFigures(scratch.register, systemActor, {
    indicator: 'instances',
    from: 2008,
    to: 2011,
    by: [by],
    where: {},
  })
  expect(compared.reasons).toEqual([])
  expect(compared.rows.find(row => row.key === key)).toMatchObject({ percent })
})

test('T024, D11: more than 40% children is true of four regions, not of six', async () => {
  const { rows } = await ask({ by: ['region', 'age_group'] })
  const of = (region: unknown) => rows.filter(({ key }) => key[0] === region)
  const above = [...new Set(rows.map(({ key }) => key[0]))].filter(region => {
    const children = of(region).find(({ key }) => key[1] === 'child')?.n ?? 0
    const all = of(region).reduce((sum, { n }) => sum + (n ?? 0), 0)
    return region !== 'unknown' && children * 100 > all * 40
  })
  expect(above.toSorted()).toEqual(['CNAC', 'CWA', 'ESA', 'SAM'])
})

test('T051 a region that records no return has not recorded that nobody returned', async () => {
  const figure = await ask({ indicator: 'returned', where: { region: ['CWA'] } })
  expect(figure.base.n).toBeNull()
  expect(figure.not_available.map(({ code }) => code)).toEqual(['no_report'])
})

test('T052 what is published of returns adds up to 751', async () => {
  expect((await ask({ indicator: 'returned' })).base.n).toBe(751)
})

test('R20 Laos nationals: 195 of the mission in Laos, 164 of the mission in Thailand', async () => {
  const { rows } = await ask({ by: ['office'], where: { nationality: ['LA'] } })
  expect(rows.map(({ key, n }) => [key, n])).toEqual([
    ['LA', 195],
    ['TH', 164],
  ])
})
