import type { Figure } from '#figures/figure-shape.ts'
import type { DraftFigure } from '../report.ts'

/** A number that is printed, or that follows from what is printed. The same number in two figures is one cell. */
interface Cell {
  readonly id: string
  /** null: not counted here, only known to exist. */
  readonly n: number | null
  /** Stands in a figure; else it is what a ranking left out, or a total that no figure has. */
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

export interface CountedFigure {
  readonly figure: DraftFigure
  readonly counted: Figure
}

type Conditions = Readonly<Record<string, string>>

/** What a cell counts, in whatever order it was asked. */
const idOf = ({ indicator, period }: Figure, conditions: Conditions): string =>
  JSON.stringify([indicator, period.label, Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1))])

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

/**
 * Everything that a reader of these figures can add up: rows to the base of their figure, a crossed table to its margins
 * (which other figures may print), and the chapters of a dimension, such as regions, to the figure of the whole.
 */
export function systemOf(figures: readonly CountedFigure[]): System {
  const cells = new Map<string, Cell>()
  const equations: Equation[] = []
  const put = (id: string, n: number | null, printed: boolean) => {
    const known = cells.get(id)
    cells.set(id, { id, n: known?.n ?? n, printed: printed || (known?.printed ?? false) })
    return id
  }
  for (const { figure, counted } of figures) {
    const { base, rows, by, rest } = counted
    if (base.n === null) continue
    const whole = put(baseId(counted), base.n, true)
    if (figure.rows.length === 0) continue
    const parts = rows.map(row => put(rowId(counted, row.key), row.n, true))
    // Whoever may be in several rows adds up to nothing.
    if (by.some(({ multiple }) => multiple) && overlapping(counted)) continue
    const left = rest === null ? [] : [put(`${whole} left out`, rest.n, false)]
    equations.push({ whole, parts: [...parts, ...left] })
    if (by.length === 2) equations.push(...margins(counted, put))
  }
  equations.push(...acrossChapters(figures, put))
  return { cells, equations }
}

/** One nationality or destination a person is the rule: then the rows do add up, and must be taken to. */
function overlapping({ rows, rest, base }: Figure): boolean {
  return rows.reduce((sum, { n }) => sum + (n ?? 0), rest?.n ?? 0) !== base.n
}

type Put = (id: string, n: number | null, printed: boolean) => string

function margins(counted: Figure, put: Put): Equation[] {
  return [0, 1].flatMap(at => {
    const groups = Map.groupBy(counted.rows, ({ key }) => key[at] ?? '')
    const dimension = counted.by[at]?.id ?? ''
    return [...groups].map(([key, rows]) => ({
      whole: put(idOf(counted, { ...conditionsOf(counted), [dimension]: key }), null, false),
      parts: rows.map(row => rowId(counted, row.key)),
    }))
  })
}

/** The figure of the whole by d, the whole by regions, and a chapter by d for some of the regions. */
function acrossChapters(figures: readonly CountedFigure[], put: Put): Equation[] {
  const single = figures.filter(({ counted }) => counted.by.length === 1 && counted.base.n !== null)
  return single.flatMap(({ counted: whole }) => {
    const outer = conditionsOf(whole)
    return single
      .filter(({ counted }) => counted.indicator === whole.indicator && counted.period.label === whole.period.label)
      .filter(({ counted }) => sameConditions(conditionsOf(counted), outer) && counted.by[0]?.id !== whole.by[0]?.id)
      .filter(({ counted }) => counted.rest === null && !counted.by[0]?.multiple)
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
