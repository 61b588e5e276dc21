import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure } from '#figures/figure-shape.ts'
import { missingKeys, rowsOf, shareOf } from '#figures/rows.ts'
import { figureText } from '#figures/text.ts'
import { grouped } from '#figures/words.ts'

test('half up at every half, where binary fractions and bankers would go down', () => {
  expect([shareOf(5, 8), shareOf(1, 200), shareOf(29, 200), shareOf(57, 200), shareOf(2, 3)]).toEqual([
    63, 1, 15, 29, 67,
  ])
  expect(shareOf(0, 0)).toBeNull()
  expect(shareOf(0, null)).toBeNull()
  expect(shareOf(4_503_599_627_370_495, 9_007_199_254_740_990)).toBe(50)
})

const aCell = fc.record({
  key: fc.tuple(fc.constantFrom('UA', 'MD', 'BY', 'NA', ...missingKeys)),
  n: fc.integer({ min: 0, max: 5 }),
})
const cellsOf = fc
  .uniqueArray(aCell, { selector: cell => cell.key[0] })
  .map(cells => cells.map(cell => ({ ...cell, label: cell.key })))

test('a rank is one more than the number of larger rows; missing rows have none and stand last', () => {
  fc.assert(
    fc.property(cellsOf, cells => {
      const { rows } = rowsOf(cells, 100)
      const known = rows.filter(row => row.rank !== null)
      for (const row of known) expect(row.rank).toBe(1 + known.filter(other => (other.n ?? 0) > (row.n ?? 0)).length)
      const firstMissing = rows.findIndex(row => row.rank === null)
      if (firstMissing >= 0)
        expect(rows.slice(firstMissing).every(row => missingKeys.includes(String(row.key)))).toBe(true)
      expect(rows).toHaveLength(cells.length)
    }),
  )
})

test('top never drops a tie or an unknown, and rest holds exactly what is gone', () => {
  fc.assert(
    fc.property(cellsOf, fc.integer({ min: 1, max: 4 }), (cells, top) => {
      const all = rowsOf(cells, 100)
      const cut = rowsOf(cells, 100, { top })
      const sum = (rows: typeof all.rows) => rows.reduce((total, row) => total + (row.n ?? 0), 0)
      expect(cut.rows.every(row => row.rank === null || row.rank <= top)).toBe(true)
      expect(sum(cut.rows) + cut.left.reduce((total, { n }) => total + n, 0)).toBe(sum(all.rows))
      expect(cut.rows.length + cut.left.length).toBe(all.rows.length)
    }),
  )
})

test('by two dimensions top ranks the first: a value stays with all its cells or goes with all of them, ties together', () => {
  const aCross = fc
    .uniqueArray(
      fc.record({
        key: fc.tuple(fc.constantFrom('UA', 'MD', 'BY', 'NA', 'unknown'), fc.constantFrom('female', 'male', 'unknown')),
        n: fc.integer({ min: 0, max: 3 }),
      }),
      { selector: cell => cell.key.join() },
    )
    .map(cells => cells.map(cell => ({ ...cell, label: cell.key })))
  fc.assert(
    fc.property(aCross, fc.integer({ min: 1, max: 4 }), (cells, top) => {
      const totals = new Map<string, number>()
      for (const { key, n } of cells) totals.set(key[0], (totals.get(key[0]) ?? 0) + n)
      const { rows, left } = rowsOf(cells, 100, { top, totals })
      const kept = new Set(rows.map(({ key }) => key[0]))
      const gone = new Set(left.map(({ key }) => key[0] ?? ''))
      expect([...kept].filter(key => gone.has(key ?? ''))).toEqual([])
      expect(rows.length + left.length).toBe(cells.length)
      expect(gone.has('unknown')).toBe(false)
      const known = [...totals].filter(([key]) => key !== 'unknown')
      for (const [key, n] of known) {
        const larger = known.filter(([, other]) => other > n).length
        expect(gone.has(key), key).toBe(larger >= top)
      }
    }),
  )
})

const figure = (by: string[], rows: [string | [string, string], number][]): Figure => ({
  indicator: 'instances',
  label: 'Instances of assistance',
  definition: 'One mission assisting one person in one year.',
  unit: 'instance',
  accumulation: 'in_period',
  period: { label: 'all years', from: null, to: null },
  by: by.map(id => ({ id, label: id, multiple: false, adds: true })),
  where: { sex: ['female'] },
  base: { n: 5498, of: 'all' },
  rows: rows.map(([key, n], at) => ({
    key,
    label: key,
    n,
    share: 1,
    rank: missingKeys.includes(String(key)) ? null : at + 1,
  })),
  rest: null,
  not_available: [],
  coverage: {
    code: 'covered',
    offices: { case_files: 1, core_variables: 0, outside_sources: 0, none: 0 },
    text: 'one office',
  },
  caveats: [{ code: 'assisted_only', text: 'Only persons who were assisted.', values: {} }],
  asOf: '2026-03-01T12:00:00.000Z',
})

test('the table for a terminal carries the passport', () => {
  const text = figureText(
    figure(
      ['nationality'],
      [
        ['UA', 1234],
        ['unknown', 9],
      ],
    ),
  )
  expect(text).toContain('Instances of assistance by nationality · all years · sex = female')
  expect(text).toMatch(/^1 {2}UA +UA +1,234 +1$/m)
  expect(text).toMatch(/^Base +5,498 \(of all\)$/m)
  expect(text).toContain('- Only persons who were assisted.')
  expect([grouped(0), grouped(999), grouped(1000), grouped(1_234_567)]).toEqual(['0', '999', '1,000', '1,234,567'])
})
