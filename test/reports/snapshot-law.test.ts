import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtIn } from '#dictionary/dictionary.ts'
import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import { rowsOf } from '#figures/rows.ts'
import { directoryOf } from '#register/office-directory.ts'
import { type Count, figuresOf } from '#reports/report.ts'
import { snapshotReport } from '#reports/snapshot/snapshot.ts'
import { usual } from '#reports/suppress/hide.ts'

/**
 * Law of the snapshot for the public: from the tables, the years in words and the ranges together nobody works out how few of a
 * sex there were in a year. The reader here tries every register that agrees with the report.
 */
const years = ['2010', '2011'] as const
const sexes = ['female', 'male', 'unknown'] as const

/** By year, then by sex. */
type World = readonly number[]
const at = (world: World, year: number, sex: number) => world[year * sexes.length + sex] ?? 0
const ofYear = (world: World, year: number) => sexes.reduce((sum, _, sex) => sum + at(world, year, sex), 0)
const total = (world: World) => world.reduce((sum, n) => sum + n, 0)

/** Counts in memory what the register would. */
const asking =
  (world: World) =>
  async (query: FigureQuery): Promise<Figure> => {
    const counted = query.indicator === 'instances'
    const asked =
      query.year === undefined ? years.map((_, year) => year) : [years.indexOf(String(query.year) as '2010')]
    const n = counted ? asked.reduce((sum, year) => sum + ofYear(world, year), 0) : null
    const cells = !counted
      ? []
      : asked.flatMap(year =>
          sexes.map((sex, column) => ({ year: years[year] ?? '', sex, n: at(world, year, column) })),
        )
    const grouped = new Map<string, { key: string[]; n: number }>()
    for (const cell of cells) {
      const key = query.by.map(id => (id === 'year' ? cell.year : id === 'sex' ? cell.sex : 'RU'))
      const known = grouped.get(key.join()) ?? { key, n: 0 }
      grouped.set(key.join(), { key, n: known.n + cell.n })
    }
    // Two dimensions list their zeros, one lists what occurs.
    const listed = [...grouped.values()].filter(cell => cell.n > 0 || query.by.length === 2)
    const { rows } = rowsOf(
      listed.map(cell => ({ ...cell, label: cell.key })),
      n,
    )
    const label = query.year === undefined ? years.join(', ') : String(query.year)
    return {
      indicator: query.indicator,
      label: query.indicator,
      definition: '',
      unit: counted ? 'instance' : 'person',
      accumulation: 'in_period',
      period: { label, from: null, to: null },
      by: query.by.map(id => ({ id, label: id, multiple: false, adds: true })),
      where: Object.fromEntries(Object.entries(query.where).map(([id, values]) => [id, [...values]])),
      base: { n, of: 'all' },
      rows,
      rest: null,
      not_available: [],
      coverage: {
        code: 'covered',
        offices: { case_files: 1, core_variables: 0, outside_sources: 0, none: 0 },
        text: '',
      },
      caveats: [],
      asOf: '2012-01-01T00:00:00Z',
    }
  }

interface Read {
  readonly cell: (year: number, sex: number) => Count
  readonly year: (year: number) => Count
  readonly base: Count
  /** “2010: 17% (17 of 100)” */
  readonly said: readonly { readonly year: number; readonly n: number; readonly of: number }[]
}

async function readOf(world: World): Promise<Read> {
  const report = await snapshotReport(
    {
      ask: asking(world),
      mode: 'public',
      policy: usual,
      cutOff: '2012-03-01T00:00:00.000Z',
      dictionary: builtIn,
      offices: directoryOf([]),
    },
    { country: 'UA', from: 2010, to: 2011 },
  )
  const rows = (id: string) => figuresOf(report).find(figure => figure.id === id)?.rows ?? []
  const text = JSON.stringify(report.sections)
  return {
    cell: (year, sex) =>
      rows('citizens-by-sex').find(({ key }) => key[0] === years[year] && key[1] === sexes[sex])?.n ?? 0,
    year: year => rows('citizens').find(({ key }) => key === years[year])?.n ?? 0,
    base: figuresOf(report).find(({ id }) => id === 'citizens')?.base.n ?? null,
    said: [...text.matchAll(/(201[01]): \d+% \((\d+) of (\d+)\)/g)].map(([, year = '', n, of]) => ({
      year: years.indexOf(year as '2010'),
      n: Number(n),
      of: Number(of),
    })),
  }
}

function* worldsOf(sum: number, left: number = years.length * sexes.length): Generator<number[]> {
  if (left === 1) yield [sum]
  else for (let n = 0; n <= sum; n++) for (const rest of worldsOf(sum - n, left - 1)) yield [n, ...rest]
}

const fits = (printed: Count, n: number) => (printed === 'c' ? n > 0 : printed === n)
const agrees = (world: World, read: Read): boolean =>
  fits(read.base, total(world)) &&
  years.every((_, year) => fits(read.year(year), ofYear(world, year))) &&
  years.every((_, year) => sexes.every((__, sex) => fits(read.cell(year, sex), at(world, year, sex)))) &&
  read.said.every(({ year, n, of }) => at(world, year, 0) === n && ofYear(world, year) === of)

test('law: no small number of a year or a sex follows from a public snapshot, its tables and its words', async () => {
  const some = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 4, max: 8 }))
  const world = fc.tuple(some, some, some, some, some, some).filter(each => total(each) > 0 && total(each) <= 16)
  await fc.assert(
    fc.asyncProperty(world, async kept => {
      const read = await readOf(kept)
      const size = typeof read.base === 'number' ? [read.base] : [total(kept) - 1, total(kept), total(kept) + 1]
      const agreeing = size.flatMap(sum => [...worldsOf(Math.max(0, sum))].filter(guess => agrees(guess, read)))
      expect(agreeing.length).toBeGreaterThan(0)
      const secret = (name: string, ask: (of: World) => number) => {
        const n = ask(kept)
        if (n > 0 && n < usual.threshold)
          expect(new Set(agreeing.map(ask)).size, `${name} of ${JSON.stringify(kept)}`).toBeGreaterThan(1)
      }
      for (const [year, name] of years.entries()) {
        secret(name, of => ofYear(of, year))
        for (const [sex, column] of sexes.entries()) secret(`${name} ${column}`, of => at(of, year, sex))
      }
    }),
    { numRuns: 20 },
  )
})
