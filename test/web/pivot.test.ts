import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsOf } from '#figures/rows.ts'
import type { Figure } from '#web/figures/calls.ts'
import { othersKey, pivotOf } from '#web/figures/pivot-shape.ts'

/** A figure by two dimensions as rows and columns: sums where they may be, the others in one line, nothing lost. */
const aCell = fc.record({
  key: fc.tuple(fc.constantFrom('UA', 'MD', 'BY', 'NA', 'unknown'), fc.constantFrom('female', 'male', 'unknown')),
  n: fc.integer({ min: 0, max: 9 }),
})
const cells = fc
  .uniqueArray(aCell, { selector: cell => cell.key.join(), minLength: 1 })
  .map(all => all.map(cell => ({ ...cell, label: cell.key })))
type Cells = { readonly key: [string, string]; readonly label: [string, string]; readonly n: number }[]

function figureOf(all: Cells, { top, adds = true }: { top?: number; adds?: boolean } = {}): Figure {
  const sum = (of: readonly { readonly n: number }[]) => of.reduce((total, { n }) => total + n, 0)
  const totals = new Map<string, number>()
  for (const { key, n } of all) totals.set(key[0], (totals.get(key[0]) ?? 0) + n)
  const { rows, left } = rowsOf(all, sum(all), { totals, ...(top === undefined ? {} : { top }) })
  const columns = Map.groupBy(left, ({ key }) => key[1] ?? '')
  const dimension = (id: string) => ({ id, label: id, multiple: !adds, adds })
  return {
    indicator: 'instances',
    label: '',
    definition: '',
    unit: 'instance',
    accumulation: 'in_period',
    period: { label: '2011', from: null, to: null },
    by: [dimension('nationality'), dimension('sex')],
    where: {},
    base: { n: sum(all), of: 'all' },
    rows,
    rest:
      left.length === 0
        ? null
        : {
            rows: new Set(left.map(({ key }) => key[0])).size,
            n: sum(left),
            share: null,
            cells: [...columns].map(([key, of]) => ({ key, n: sum(of), share: null })),
          },
    not_available: [],
    coverage: { code: '', text: '', offices: { case_files: 1, core_variables: 0, outside_sources: 0, none: 0 } },
    caveats: [],
    asOf: '2026-01-01T00:00:00Z',
  }
}

test('turned round it is the same table', () => {
  fc.assert(
    fc.property(cells, all => {
      const turned: Cells = all.map(({ key: [a, b], n }) => ({ key: [b, a], label: [b, a], n }))
      const [pivot, other] = [pivotOf(figureOf(all)), pivotOf(figureOf(turned))]
      for (const row of pivot.rows)
        for (const column of pivot.columns)
          expect(other.cell(column.key, row.key).n).toBe(pivot.cell(row.key, column.key).n)
      expect(other.rows.map(({ key }) => key).sort()).toEqual(pivot.columns.map(({ key }) => key).sort())
    }),
  )
})

test('sums along both sides are the base, whatever the ranks shown; what is not known stands last', () => {
  fc.assert(
    fc.property(cells, fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), (all, top) => {
      const figure = figureOf(all, top === undefined ? {} : { top })
      const pivot = pivotOf(figure)
      const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, n) => total + (n ?? 0), 0)
      expect(sum(pivot.rows.map(({ key }) => pivot.rowTotal(key)))).toBe(figure.base.n)
      expect(sum(pivot.columns.map(({ key }) => pivot.columnTotal(key)))).toBe(figure.base.n)
      for (const headings of [pivot.rows, pivot.columns]) {
        const missing = headings.map(each => each.missing)
        expect(missing).toEqual(missing.toSorted((a, b) => Number(a) - Number(b)))
      }
      expect(pivot.rows.filter(({ key }) => key === othersKey)).toHaveLength(figure.rest ? 1 : 0)
    }),
  )
})

test('where one unit may stand in several there are no sums', () => {
  fc.assert(
    fc.property(cells, all => {
      const pivot = pivotOf(figureOf(all, { adds: false }))
      expect(pivot.rows.map(({ key }) => pivot.rowTotal(key)).every(n => n === null)).toBe(true)
      expect(pivot.columns.map(({ key }) => pivot.columnTotal(key)).every(n => n === null)).toBe(true)
    }),
  )
})

test('a combination without a cell is not available; 0 where the reply says that it never occurred', () => {
  const all: Cells = [
    { key: ['UA', 'female'], label: ['UA', 'female'], n: 2 },
    { key: ['MD', 'male'], label: ['MD', 'male'], n: 1 },
  ]
  const figure = figureOf(all)
  expect([pivotOf(figure).cell('UA', 'male').n, pivotOf(figure).gaps]).toEqual([null, true])
  const said = { code: 'zeros_not_listed', text: '', values: {}, n: 0 }
  expect(pivotOf({ ...figure, not_available: [said] }).cell('UA', 'male').n).toBe(0)
  const both = [said, { ...said, code: 'not_reported' }]
  expect(pivotOf({ ...figure, not_available: both }).cell('UA', 'male').n).toBeNull()
})
