import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countFigure } from '#figures/figure.ts'
import type { FigureQuery, FigureRow } from '#figures/figure-shape.ts'
import { systemActor } from '#register/work.ts'
import { type Fact, type Scratch, scratchRegister } from './scratch-register.ts'

/** Random facts, counted by SQL and by a plain loop that knows nothing of it. */
let scratch: Scratch
beforeAll(async () => {
  scratch = await scratchRegister()
  await scratch.office('HQ', { kind: 'headquarters', region: null })
  for (const code of ['UA', 'PL', 'NA']) await scratch.office(code, { region: code, parent: await idOf('HQ') })
})
afterAll(() => scratch.close())
const idOf = async (code: string) => scratch.register.offices().byCode(code)?.id ?? ''

const one = (...values: string[]) => fc.constantFrom(...values, 'unknown', null)
const many = (...values: string[]) => fc.option(fc.array(fc.constantFrom(...values), { maxLength: 3 }))
const aFact = fc.record({
  office: fc.constantFrom('UA', 'PL', 'NA'),
  year: fc.constantFrom(2010, 2011, null),
  route: fc.constantFrom('case_file', 'core_variables'),
  person: fc.option(fc.integer({ min: 1, max: 6 })),
  count: fc.integer({ min: 1, max: 3 }),
  dims: fc.record({
    sex: one('female', 'male'),
    exploitation: many('labour', 'sexual', 'begging'),
    means: many('threats', 'debt'),
    services: many('medical', 'legal', 'shelter', 'of_long_ago'),
  }),
})
const aQuery = fc.record({
  indicator: fc.constantFrom('instances', 'persons'),
  by: fc.uniqueArray(fc.constantFrom('sex', 'exploitation', 'means', 'services', 'year', 'office'), { maxLength: 2 }),
  where: fc.constantFrom<Record<string, string[]>>(
    {},
    { sex: ['female', 'unknown'] },
    { exploitation: ['labour'] },
    { office: ['UA'], year: ['2011'] },
    { services: ['medical'] },
  ),
})

function valuesOf(fact: Fact, dimension: string): string[] {
  const value = dimension === 'year' ? fact.year : dimension === 'office' ? fact.office : fact.dims?.[dimension]
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return ['unknown']
  return Array.isArray(value) ? [...new Set<string>(value)] : [String(value)]
}

/** The same question, answered by looping. */
function naive(facts: readonly Fact[], query: Pick<FigureQuery, 'indicator' | 'by' | 'where'>) {
  const fit = facts.filter(fact =>
    Object.entries(query.where).every(([id, values]) => valuesOf(fact, id).some(value => values.includes(value))),
  )
  const units = new Map<string, Set<number>>()
  const sums = new Map<string, number>()
  const add = (key: string, fact: Fact) => {
    if (query.indicator !== 'instances') {
      const unit = query.indicator === 'persons' ? fact.person : fact.caseNo
      if (typeof unit === 'number') units.set(key, (units.get(key) ?? new Set()).add(unit))
    } else sums.set(key, (sums.get(key) ?? 0) + (fact.count ?? 1))
  }
  for (const fact of fit) {
    add('base', fact)
    const [first, second] = query.by
    if (first === undefined) continue
    for (const a of valuesOf(fact, first))
      for (const b of second === undefined ? [''] : valuesOf(fact, second))
        add(second === undefined ? a : `${a}|${b}`, fact)
  }
  return query.indicator !== 'instances' ? new Map([...units].map(([key, set]) => [key, set.size])) : sums
}

const keyOf = (row: FigureRow) => (Array.isArray(row.key) ? row.key.join('|') : row.key)

test('SQL and a plain loop count the same, whatever the facts and the question', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aFact, { maxLength: 15 }),
      fc.array(aQuery, { minLength: 4, maxLength: 4 }),
      async (facts, queries) => {
        await scratch.empty()
        await scratch.facts(facts)
        for (const query of queries) {
          const figure = await countFigure(scratch.register, systemActor, query)
          const expected = naive(facts, query)
          const base = expected.get('base') ?? 0
          expected.delete('base')
          expect(figure.base.n ?? 0).toBe(base)
          const counted = figure.rows.filter(row => row.n !== 0)
          expect(Object.fromEntries(counted.map(row => [keyOf(row), row.n]))).toEqual(Object.fromEntries(expected))
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('persons and cases are as many before anybody is settled as after, whatever is asked, and as a plain loop counts', async () => {
  const conditions: Record<string, string[]>[] = [
    {},
    { sex: ['female', 'unknown'] },
    { exploitation: ['labour'] },
    { services: ['legal', 'unknown'] },
    { office: ['UA'], year: ['2011'] },
    { year: ['2010', '2011'] },
  ]
  const queries = ['persons', 'cases'].flatMap(indicator =>
    [
      [],
      ['sex'],
      ['exploitation'],
      ['year'],
      ['office'],
      ['sex', 'office'],
      ['exploitation', 'means'],
      ['year', 'means'],
      ['services'],
      ['services', 'sex'],
      ['means', 'services'],
      ['services', 'year'],
    ].flatMap(by => conditions.map(where => ({ indicator, by, where }))),
  )
  const ask = async () => {
    const found = []
    for (const query of queries) {
      const { base, rows } = await countFigure(scratch.register, systemActor, query)
      found.push({
        query,
        base: base.n ?? 0,
        rows: Object.fromEntries(rows.map(row => [keyOf(row), row.n])),
        rests: [] as (number | null)[],
      })
      if (query.by.length === 0) continue
      const { rest } = await countFigure(scratch.register, systemActor, { ...query, top: 1 })
      found.at(-1)?.rests.push(rest?.n ?? null)
    }
    return found
  }
  // A case file is of one person, and has a row a year.
  const aPersons = fc
    .tuple(
      aFact.filter(({ person }) => person !== null),
      fc.nat(1),
    )
    .map(([fact, nth]) => ({ ...fact, count: 1, caseNo: 10 * (fact.person ?? 0) + nth }))
  const rowOf = ({ office, caseNo, year }: Fact) => JSON.stringify([office, caseNo, year])
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(aPersons, { minLength: 1, maxLength: 14, selector: rowOf }), async facts => {
      await scratch.empty()
      await scratch.facts(facts)
      const before = await ask()
      await scratch.register.pool.query('select settle_counts(person) from generate_series(1, 6) person')
      const after = await ask()
      expect(after.map(({ query, base }) => ({ query, base }))).toEqual(
        before.map(({ query, base }) => ({ query, base })),
      )
      for (const [at, { rows, rests }] of after.entries()) {
        expect(rows).toEqual(before[at]?.rows)
        expect(rests).toEqual(before[at]?.rests)
      }
      for (const { query, base, rows } of after) {
        const expected = naive(facts, query)
        expect(base).toBe(expected.get('base') ?? 0)
        expected.delete('base')
        expect(Object.fromEntries(Object.entries(rows).filter(([, n]) => n !== 0))).toEqual(
          Object.fromEntries(expected),
        )
      }
    }),
    { numRuns: 5 },
  )
})

test('rows of a single-valued dimension sum to the base, and so do the years', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aFact, { minLength: 1, maxLength: 15 }), async facts => {
      await scratch.empty()
      await scratch.facts(facts)
      for (const by of [['sex'], ['year'], ['office'], ['sex', 'office']]) {
        const figure = await countFigure(scratch.register, systemActor, { indicator: 'instances', by, where: {} })
        expect(figure.rows.reduce((sum, row) => sum + (row.n ?? 0), 0)).toBe(figure.base.n)
      }
    }),
    { numRuns: 25 },
  )
})

test('what the first ranks leave over is whoever has at least one of the other values, also by column', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aFact, { minLength: 4, maxLength: 15 }),
      aQuery.filter(({ by }) => by.length > 0),
      fc.integer({ min: 1, max: 2 }),
      async (facts, query, top) => {
        await scratch.empty()
        await scratch.facts(facts)
        const figure = await countFigure(scratch.register, systemActor, { ...query, top })
        const [first = '', second] = query.by
        const kept = new Set(figure.rows.map(({ key }) => (Array.isArray(key) ? key[0] : key)))
        const beyond = facts.filter(fact =>
          valuesOf(fact, first).some(value => value !== 'unknown' && !kept.has(value)),
        )
        const expected = naive(beyond, { ...query, by: second === undefined ? [] : [second] })
        expect(figure.rest?.n ?? 0).toBe(figure.base.n === null ? 0 : (expected.get('base') ?? 0))
        expected.delete('base')
        const cells = (figure.rest?.cells ?? []).filter(({ n }) => n > 0).map(({ key, n }) => [key, n] as const)
        expect(new Map(cells)).toEqual(figure.rest ? expected : new Map())
      },
    ),
    { numRuns: 60 },
  )
})
