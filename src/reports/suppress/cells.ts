import type { Figure } from '#figures/figure-shape.ts'
import type { DraftFigure } from '../report.ts'
import { countsPeople } from '#figures/people.ts'

/** A number that is printed, or that follows from what is printed. The same number in two figures is one cell. */
export interface Cell {
  readonly id: string
  /** null: not counted here, only known to exist. */
  readonly n: number | null
  /** Stands in a figure or a sentence; else it is what a ranking left out, or a total that no figure has. */
  readonly printed: boolean
}

/** Parts sum to the whole; ids of cells. */
export interface Equation {
  readonly whole: string
  readonly parts: readonly string[]
}

export interface System {
  readonly cells: ReadonlyMap<string, Cell>
  readonly equations: readonly Equation[]
}

/** Numbers that sentences say and no figure holds, with what a reader can add up of them and of figures. */
export interface Beside {
  readonly cells: readonly Cell[]
  readonly equations: readonly Equation[]
}

export interface CountedFigure {
  readonly figure: DraftFigure
  readonly counted: Figure
}

type Conditions = Readonly<Record<string, string>>

/**
 * What a cell counts, in whatever order it was asked. A year is a time, whether a figure is of that year or has a row for it.
 */
const idOf = ({ indicator, period }: Figure, { year, ...conditions }: Conditions): string =>
  JSON.stringify([indicator, year ?? period.label, Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1))])

const conditionsOf = ({ where }: Figure): Conditions =>
  Object.fromEntries(
    Object.entries(where)
      .filter(([id]) => id !== 'year')
      .map(([id, values]) => [id, [...values].sort().join(' ')]),
  )

/** Id of the base of a figure, and of each of its rows. */
export const baseId = (counted: Figure): string => idOf(counted, conditionsOf(counted))

export function rowId(counted: Figure, key: string | readonly [string, string] | readonly string[]): string {
  const keys = typeof key === 'string' ? [key] : key
  const own = Object.fromEntries(counted.by.map(({ id }, at) => [id, keys[at] ?? '']))
  return idOf(counted, { ...conditionsOf(counted), ...own })
}

/** Rows below a whole: what they sum to is their whole, unless somebody stands in several of them. */
interface Rows {
  readonly whole: string
  readonly parts: readonly string[]
  readonly sum: number
}

/**
 * Everything that a reader of these figures can add up: rows to the base of their figure, a crossed table to its margins
 * (which other figures may print), and the chapters of a dimension, such as regions, to the figure of the whole. Where rows
 * sum to more than their whole, how much more is a number too: of two rows it is who stands in both.
 */
export function systemOf(figures: readonly CountedFigure[], beside: Beside = { cells: [], equations: [] }): System {
  const cells = new Map<string, Cell>()
  const put: Put = (id, n, printed) => {
    const known = cells.get(id)
    cells.set(id, { id, n: known?.n ?? n, printed: printed || (known?.printed ?? false) })
    return id
  }
  const people = figures.filter(({ counted }) => countsPeople(counted.unit))
  const tables = people.flatMap(each => rowsOf(each, put))
  for (const { id, n, printed } of beside.cells) put(id, n, printed)
  const equations = [...tables.flatMap(rows => equationsOf(rows, cells, put)), ...acrossChapters(people, put)]
  return { cells, equations: [...equations, ...beside.equations] }
}

type Put = (id: string, n: number | null, printed: boolean) => string

/** The rows of a figure below its base and, of a crossed one, below each of its margins. */
function rowsOf({ figure, counted }: CountedFigure, put: Put): Rows[] {
  const { base, rows, by, rest } = counted
  if (base.n === null) return []
  const whole = put(baseId(counted), base.n, true)
  if (figure.rows.length === 0) return []
  const parts = rows.map(row => put(rowId(counted, row.key), row.n, true))
  const left = rest === null ? [] : [put(`${whole} left out of ${by.map(({ id }) => id).join()}`, rest.n, false)]
  const below: Rows = { whole, parts: [...parts, ...left], sum: sumOf(rows) + (rest?.n ?? 0) }
  return by.length === 2 && rest === null ? [below, ...margins(counted, put)] : [below]
}

const sumOf = (rows: Figure['rows']): number => rows.reduce((sum, { n }) => sum + (n ?? 0), 0)

function margins(counted: Figure, put: Put): Rows[] {
  const exclusive = !overlapping(counted)
  return [0, 1].flatMap(at => {
    const groups = Map.groupBy(counted.rows, ({ key }) => key[at] ?? '')
    const dimension = counted.by[at]?.id ?? ''
    return [...groups].map(([key, rows]) => {
      const sum = sumOf(rows)
      const whole = idOf(counted, { ...conditionsOf(counted), [dimension]: key })
      // A margin that is no more than the sum of its row, which every reader can work out.
      if (exclusive) put(whole, sum, false)
      return { whole, parts: rows.map(row => rowId(counted, row.key)), sum }
    })
  })
}

/** Somebody stands in several rows: two years, two projects, two answers. */
const overlapping = ({ rows, rest, base }: Figure): boolean => sumOf(rows) + (rest?.n ?? 0) !== base.n

function equationsOf({ whole, parts, sum }: Rows, cells: ReadonlyMap<string, Cell>, put: Put): Equation[] {
  const n = cells.get(whole)?.n ?? null
  if (n === null) return []
  if (n === sum) return [{ whole, parts }]
  const name = `${whole} by ${parts.join()}`
  if (n > sum) return [{ whole, parts: [...parts, put(`${name}, not listed`, n - sum, false)] }]
  const rows = put(`${name}, summed`, sum, false)
  return [
    { whole: rows, parts },
    { whole: rows, parts: [whole, put(`${name}, several times`, sum - n, false)] },
    // Whoever is not in a row is in others, but in no row of their own.
    ...parts.map(part => ({ whole, parts: [part, put(`${name}, not ${part}`, n - (cells.get(part)?.n ?? 0), false)] })),
  ]
}

/** The figure of the whole by d, the whole by regions, and a chapter by d for some of the regions. */
function acrossChapters(figures: readonly CountedFigure[], put: Put): Equation[] {
  const single = figures.filter(({ counted }) => counted.by.length === 1 && counted.base.n !== null)
  return single.flatMap(({ counted: whole }) => {
    const outer = conditionsOf(whole)
    return single
      .filter(({ counted }) => counted.indicator === whole.indicator && counted.period.label === whole.period.label)
      .filter(({ counted }) => sameConditions(conditionsOf(counted), outer) && counted.by[0]?.id !== whole.by[0]?.id)
      .filter(({ counted }) => counted.rest === null && !counted.by[0]?.multiple && !overlapping(counted))
      .flatMap(({ counted: division }) => {
        const d = whole.by[0]?.id ?? ''
        const by = division.by[0]?.id ?? ''
        const chapters = new Map(
          division.rows.flatMap(({ key }) => {
            const found = single.find(
              ({ counted }) =>
                counted.by[0]?.id === d &&
                counted.indicator === whole.indicator &&
                counted.period.label === whole.period.label &&
                sameConditions(conditionsOf(counted), { ...outer, [by]: String(key) }),
            )
            return found ? [[String(key), found.counted] as const] : []
          }),
        )
        if (chapters.size === 0) return []
        return whole.rows.map(row => ({
          whole: rowId(whole, row.key),
          parts: division.rows.flatMap(({ key }) => {
            const chapter = chapters.get(String(key))
            const id = idOf(whole, { ...outer, [by]: String(key), [d]: String(row.key) })
            // A value that a whole chapter does not list is 0 in it.
            if (chapter && chapter.rest === null && !chapter.rows.some(each => each.key === row.key)) return []
            return [put(id, null, false)]
          }),
        }))
      })
  })
}

const sameConditions = (a: Conditions, b: Conditions): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => a[key] === b[key])
}
