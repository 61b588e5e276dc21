import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure } from '#figures/figure-shape.ts'
import { rowsOf } from '#figures/rows.ts'
import { remark } from '#figures/words.ts'
import { figureOf } from '#reports/figure-of.ts'
import type { DraftFigure, ReportFigure } from '#reports/report.ts'
import { differences } from '#reports/suppress/differencing.ts'
import { protectedFigures } from '#reports/suppress/protect.ts'

/** Suppression for the public: what is printed never lets anybody work out what is hidden. */

interface Shape {
  readonly id: string
  readonly by: readonly string[]
  readonly where?: Record<string, string[]>
  readonly cells: readonly (readonly [string, ...string[], number])[]
}

function counted({ by, where = {}, cells }: Shape): Figure {
  const base = cells.reduce((sum, cell) => sum + (cell.at(-1) as number), 0)
  const { rows } = rowsOf(
    cells.map(cell => {
      const key = cell.slice(0, -1) as string[]
      return { key, label: key, n: cell.at(-1) as number }
    }),
    base,
  )
  return {
    indicator: 'instances',
    label: 'Instances of assistance',
    definition: '',
    unit: 'instance',
    accumulation: 'in_period',
    period: { label: '2011', from: '2011-01-01', to: '2011-12-31' },
    by: by.map(id => ({ id, label: id, multiple: false, adds: true })),
    where,
    base: { n: base, of: 'all' },
    rows,
    rest: null,
    not_available: [],
    coverage: { code: 'covered', offices: { case_files: 1, core_variables: 0, outside_sources: 0, none: 0 }, text: '' },
    caveats: [],
    asOf: '2012-01-01T00:00:00Z',
  }
}

const figures = (...shapes: Shape[]) =>
  shapes.map(shape => {
    const figure = counted(shape)
    const query = { indicator: 'instances', year: 2011, by: [...shape.by], where: shape.where ?? {} }
    return { counted: figure, figure: figureOf(figure, query, { id: shape.id, caption: '', chart: 'bars' }) }
  })
const cellsOf = ({ rows }: DraftFigure) => Object.fromEntries(rows.map(row => [String(row.key), row.n]))

test('AS37 Japan: 13, 12, c, c of 35; China is small, Thailand would give it away', () => {
  const [japan] = protectedFigures(
    figures({
      id: 'japan',
      by: ['nationality'],
      cells: [
        ['ID', 13],
        ['PH', 12],
        ['TH', 9],
        ['CN', 1],
      ],
    }),
  )
  if (!japan) throw new Error('There is a figure.')
  expect(cellsOf(japan)).toEqual({ ID: 13, PH: 12, TH: 'c', CN: 'c' })
  expect(japan.base.n).toBe(35)
  expect(japan.rows.map(({ share }) => share)).toEqual([37, 34, 'c', 'c'])
  // By name, since the order of size would say which of the two is larger.
  expect(japan.rows.map(({ key }) => key)).toEqual(['ID', 'PH', 'CN', 'TH'])
})

test('AS37 the year before was published: what the two together give away is found before release', () => {
  const [now] = figures({
    id: 'persons',
    by: ['sex'],
    cells: [
      ['female', 123],
      ['male', 60],
    ],
  }).map(({ figure }) => figure)
  const [then] = figures({
    id: 'persons',
    by: ['sex'],
    cells: [
      ['female', 121],
      ['male', 50],
    ],
  }).map(({ figure }) => figure)
  if (!now || !then) throw new Error('There are two figures.')
  const earlier = (figure: DraftFigure): ReportFigure => ({ ...figure, number: 1, alt: '' })
  expect(differences([now], [earlier(then)], { threshold: 5 })).toEqual([
    { figure: 'persons', key: 'female', before: 121, now: 123 },
  ])
  const other = { ...then, period: { label: '2010', from: '2010-01-01', to: '2010-12-31' } }
  expect(differences([now], [earlier(other)], { threshold: 5 })).toEqual([])
  const running = (figure: DraftFigure): DraftFigure => ({ ...figure, accumulation: 'to_date' })
  expect(differences([running(now)], [earlier(running(other))], { threshold: 5 })).toHaveLength(1)
})

test('a chapter cannot give away what the whole hides, nor the whole what a chapter hides', () => {
  const [regions, whole, first, second] = protectedFigures(
    figures(
      {
        id: 'regions',
        by: ['region'],
        cells: [
          ['A', 100],
          ['B', 50],
        ],
      },
      {
        id: 'sex',
        by: ['sex'],
        cells: [
          ['female', 90],
          ['male', 60],
        ],
      },
      {
        id: 'a',
        by: ['sex'],
        where: { region: ['A'] },
        cells: [
          ['female', 88],
          ['male', 12],
        ],
      },
      {
        id: 'b',
        by: ['sex'],
        where: { region: ['B'] },
        cells: [
          ['female', 2],
          ['male', 48],
        ],
      },
    ),
  )
  expect(regions && cellsOf(regions)).toEqual({ A: 100, B: 50 })
  expect(whole && cellsOf(whole)).toEqual({ female: 90, male: 60 })
  expect(second && cellsOf(second)).toEqual({ female: 'c', male: 'c' })
  // 90 - 88 would be 2.
  expect(first && cellsOf(first)).toEqual({ female: 'c', male: 'c' })
})

test('two rows that sum to more than their whole say how many stand in both: that is hidden too', () => {
  const [both] = figures({
    id: 'projects',
    by: ['project'],
    cells: [
      ['P.1', 80],
      ['P.2', 70],
    ],
  })
  if (!both) throw new Error('There is a figure.')
  const of = (base: number) => {
    const figure = { ...both.figure, base: { n: base, of: 'all' } }
    const [printed] = protectedFigures([{ figure, counted: { ...both.counted, base: { n: base, of: 'all' } } }])
    return printed && [...Object.values(cellsOf(printed)), printed.base.n]
  }
  expect(of(130)).toEqual([80, 70, 130])
  expect(of(148)).toContain('c')
})

test('projects and money recognise nobody', () => {
  const [one] = figures({ id: 'projects', by: ['region'], cells: [['A', 1]] })
  if (!one) throw new Error('There is a figure.')
  const [printed] = protectedFigures([{ ...one, counted: { ...one.counted, unit: 'project' } }])
  expect(printed && cellsOf(printed)).toEqual({ A: 1 })
})

test('no remark says a small number, though the figure hides nothing', () => {
  const [one] = figures({ id: 'sex', by: ['sex'], cells: [['female', 50]] })
  if (!one) throw new Error('There is a figure.')
  const caveats = [
    remark('totals_included', { n: 3, units: 'instances' }),
    remark('not_reporting', { n: 2, period: '2011' }),
  ]
  const not_available = [{ ...remark('year_unknown', { n: 2, units: 'instances' }), n: 2 }]
  const [printed] = protectedFigures([{ ...one, counted: { ...one.counted, caveats, not_available } }])
  expect(printed).toMatchObject({ caveats: ['Offices that have not reported for 2011: 2.'], notAvailable: [] })
})

test('of a crossed table hidden cells do not stand in the order of their size', () => {
  const [crossed] = protectedFigures(
    figures({
      id: 'crossed',
      by: ['year', 'sex'],
      cells: [
        ['2004', 'male', 30],
        ['2004', 'female', 4],
        ['2005', 'female', 20],
        ['2005', 'male', 3],
      ],
    }),
  )
  const keys = crossed?.rows.filter(({ n }) => n === 'c').map(({ key }) => String(key)) ?? []
  expect(keys.length).toBeGreaterThan(1)
  expect(keys).toEqual(keys.toSorted())
  expect(crossed?.rows.slice(-keys.length).map(({ n }) => n)).toEqual(keys.map(() => 'c'))
})

test('AS37 the same number in another report, of another kind, is the same number; of another donor it is not', () => {
  const figure = (id: string, donor: string, n: number) => {
    const [one] = figures({ id, by: ['sex'], where: { donor: [donor] }, cells: [['female', n]] })
    if (!one) throw new Error('There is a figure.')
    return one.figure
  }
  const policy = { threshold: 5 }
  expect(differences([figure('one', 'Norway', 52)], [figure('another', 'Norway', 50)], policy)).toHaveLength(2)
  expect(differences([figure('one', 'Norway', 52)], [figure('one', 'Italy', 50)], policy)).toEqual([])
})

test('zero is shown, and 5 is not small', () => {
  const [figure] = protectedFigures(
    figures({
      id: 'z',
      by: ['sex'],
      cells: [
        ['female', 5],
        ['male', 0],
        ['other', 50],
      ],
    }),
  )
  expect(figure && cellsOf(figure)).toEqual({ female: 5, male: 0, other: 50 })
})

/** Every table of whole numbers that agrees with what is printed: a cell is 1 or more where it says c. */
function tables(
  size: readonly [number, number],
  printed: (n: number, m: number) => number | 'c',
  margins: {
    readonly rows: readonly (number | 'c')[]
    readonly columns: readonly (number | 'c')[]
    readonly base: number | 'c'
  },
): number[][] {
  const [height, width] = size
  const found: number[][] = []
  const most = typeof margins.base === 'number' ? margins.base : 40
  const go = (at: number, so: number[], sum: number): void => {
    if (sum > most) return
    const row = Math.floor((at - 1) / width)
    if (at > 0 && at % width === 0) {
      const total = so.slice(row * width, at).reduce((a, b) => a + b, 0)
      if (margins.rows[row] !== 'c' && margins.rows[row] !== total) return
    }
    if (at === height * width) {
      if (margins.base !== 'c' && margins.base !== sum) return
      for (let column = 0; column < width; column++) {
        const total = so.filter((_, index) => index % width === column).reduce((a, b) => a + b, 0)
        if (margins.columns[column] !== 'c' && margins.columns[column] !== total) return
      }
      found.push([...so])
      return
    }
    const cell = printed(Math.floor(at / width), at % width)
    const choices = cell === 'c' ? Array.from({ length: most - sum }, (_, n) => n + 1) : [cell]
    for (const choice of choices) go(at + 1, [...so, choice], sum + choice)
  }
  go(0, [], 0)
  return found
}

test('law: no hidden cell of a crossed table follows from its rows, its columns, its total and its chapters', () => {
  const cell = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 12 }))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 }), grid => {
      const [regions, sexes] = [
        ['A', 'B'],
        ['f', 'm', 'o'],
      ]
      const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
      const rows = grid.map(sum)
      const columns = sexes.map((_, at) => sum(grid.map(row => row[at] ?? 0)))
      if (sum(rows) > 30) return
      const printed = protectedFigures(
        figures(
          { id: 'regions', by: ['region'], cells: regions.map((key, at) => [key, rows[at] ?? 0]) },
          { id: 'sexes', by: ['sex'], cells: sexes.map((key, at) => [key, columns[at] ?? 0]) },
          ...regions.map((region, at) => ({
            id: region,
            by: ['sex'],
            where: { region: [region] },
            cells: sexes.map((key, column): [string, number] => [key, grid[at]?.[column] ?? 0]),
          })),
        ),
      )
      const [byRegion, bySex, ...chapters] = printed
      if (!byRegion || !bySex) throw new Error('There are two figures.')
      const shown = (figure: DraftFigure | undefined, key: string) => {
        const n = figure?.rows.find(row => row.key === key)?.n
        return n === null || n === undefined ? 'c' : n
      }
      const agreeing = tables([2, 3], (at, column) => shown(chapters[at], sexes[column] ?? ''), {
        rows: regions.map(key => shown(byRegion, key)),
        columns: sexes.map(key => shown(bySex, key)),
        base: byRegion.base.n ?? 'c',
      })
      expect(agreeing.length).toBeGreaterThan(0)
      for (const [at, region] of regions.entries())
        for (const [column, sex] of sexes.entries()) {
          if (shown(chapters[at], sex) !== 'c') continue
          const values = new Set(agreeing.map(table => table[at * 3 + column]))
          expect(values.size, `${region} ${sex} of ${JSON.stringify(grid)}`).toBeGreaterThan(1)
        }
    }),
    { numRuns: 40 },
  )
})
