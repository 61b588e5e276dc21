import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import { rowsOf } from '#figures/rows.ts'
import { donorReport } from '#reports/donor/donor.ts'
import { type Count, figuresOf } from '#reports/report.ts'
import { usual } from '#reports/suppress/hide.ts'

/**
 * Law of the donor report for the public: whoever reads all of it, tables and words, and knows how it is made, cannot work out
 * how few persons a donor supported, nor how few it shares. The reader here tries every register that agrees with the report.
 */
const donors = ['Norway', 'Italy', 'Sweden'] as const
/** Sets of donors that a person can have, as bits. */
const sets = [1, 2, 3, 4, 5, 6, 7]
const has = (set: number, donor: number) => (set & (1 << donor)) !== 0

/** How many persons have each of the sets. */
type World = readonly number[]
const count = (world: World, fits: (set: number) => boolean) =>
  world.reduce((sum, n, at) => sum + (fits(sets[at] ?? 0) ? n : 0), 0)

/** Counts in memory what the register would. */
const asking =
  (world: World) =>
  async (query: FigureQuery): Promise<Figure> => {
    const { donor: among } = query.where
    const wanted = (set: number) =>
      among === undefined || donors.some((name, at) => among.includes(name) && has(set, at))
    const counted = query.indicator === 'supported'
    const n = counted ? count(world, wanted) : 0
    const cells = !counted
      ? []
      : query.by[0] === 'donor'
        ? donors.map((name, at) => ({ key: [name], n: count(world, set => wanted(set) && has(set, at)) }))
        : query.by.length === 2
          ? [{ key: ['female', 'adult'], n }]
          : query.by.length === 1
            ? [{ key: ['UA'], n }]
            : []
    const { rows } = rowsOf(
      cells.filter(cell => cell.n > 0).map(cell => ({ ...cell, label: cell.key })),
      n,
    )
    return {
      indicator: query.indicator,
      label: query.indicator,
      definition: '',
      unit: counted ? 'person' : 'USD',
      accumulation: 'in_period',
      period: { label: '2011', from: '2011-01-01', to: '2011-12-31' },
      by: query.by.map(id => ({ id, label: id, multiple: id === 'donor', adds: false })),
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

/** Everything that the report says of the sets, as numbers; null: it does not say. */
interface Read {
  readonly rows: readonly Count[]
  readonly base: Count
  readonly own: Count
  readonly all: number | null
  readonly any: number | null
  readonly withEach: readonly (number | null)[]
}

async function readOf(world: World): Promise<Read> {
  const report = await donorReport(
    { ask: asking(world), mode: 'public', policy: usual, cutOff: '2012-03-01T00:00:00.000Z' },
    { donor: donors[0], year: 2011 },
  )
  const figures = figuresOf(report)
  const figure = (id: string) => figures.find(each => each.id === id)
  const said = JSON.stringify(report.sections)
  const number = (found: RegExpMatchArray | null) => (found?.[1] === undefined ? null : Number(found[1]))
  const everybody = figure('persons-by-donor')
  return {
    rows: donors.map(name => everybody?.rows.find(({ key }) => key === name)?.n ?? 0),
    base: everybody?.base.n ?? null,
    own: figure('persons-by-project')?.base.n ?? null,
    all: number(said.match(/All donors together supported (\d+)/)),
    any: said.includes('None of them was also') ? 0 : number(said.match(/persons, (\d+) were also supported/)),
    withEach: donors.slice(1).map(name => number(said.match(new RegExp(`With ${name}: (\\d+)`)))),
  }
}

function* worldsOf(total: number, left: number = sets.length): Generator<number[]> {
  if (left === 1) yield [total]
  else for (let n = 0; n <= total; n++) for (const rest of worldsOf(total - n, left - 1)) yield [n, ...rest]
}

const fits = (printed: Count, n: number) => (printed === 'c' ? n > 0 : printed === n)
const fitsSaid = (said: number | null, n: number) => said === null || said === n

const shares = (world: World, other: number) => count(world, set => has(set, 0) && has(set, other))
const supports = (world: World, donor: number) => count(world, set => has(set, donor))
const total = (world: World) => count(world, () => true)
const sharesAny = (world: World) => count(world, set => has(set, 0) && set !== 1)

const agrees = (world: World, read: Read): boolean =>
  read.rows.every((printed, donor) => fits(printed, supports(world, donor))) &&
  fits(read.base, total(world)) &&
  fits(read.own, supports(world, 0)) &&
  fitsSaid(read.all, total(world)) &&
  fitsSaid(read.any, sharesAny(world)) &&
  read.withEach.every((said, at) => fitsSaid(said, shares(world, at + 1)))

/** What must not come out when it is small. */
const secrets: readonly (readonly [string, (world: World) => number])[] = [
  ...donors.map((name, at) => [`persons of ${name}`, (world: World) => supports(world, at)] as const),
  ['persons shared', sharesAny],
  ['persons of Norway alone', world => count(world, set => set === 1)],
  ['shared with Italy', world => shares(world, 1)],
  ['shared with Sweden', world => shares(world, 2)],
]

test('law: no small number of persons of a donor, alone or shared, follows from its public report', async () => {
  const some = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 4, max: 7 }))
  const world = fc.tuple(some, some, some, some, some, some, some).filter(each => total(each) > 0 && total(each) <= 13)
  await fc.assert(
    fc.asyncProperty(world, async kept => {
      const read = await readOf(kept)
      const size = read.all ?? (typeof read.base === 'number' ? read.base : null)
      const found = new Map(secrets.map(([name]) => [name, new Set<number>()]))
      // A hidden total is one of many; those near the true one are enough to doubt.
      const totals = size === null ? [total(kept) - 1, total(kept), total(kept) + 1] : [size]
      for (const of of totals)
        for (const guess of worldsOf(of))
          if (agrees(guess, read)) for (const [name, ask] of secrets) found.get(name)?.add(ask(guess))
      for (const [name, ask] of secrets) {
        const n = ask(kept)
        if (n > 0 && n < usual.threshold)
          expect(found.get(name)?.size, `${name} of ${JSON.stringify(kept)}`).toBeGreaterThan(1)
      }
    }),
    { numRuns: 30 },
  )
})
