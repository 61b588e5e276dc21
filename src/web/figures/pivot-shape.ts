import type { Figure } from './calls.ts'
import { crossOf, type Heading, rowIsMissing } from './shape.ts'

/** What `top` left out, as a row of its own; no list has this code. */
export const othersKey = '_others'

/** Two dimensions as rows and columns with their sums, where sums may be made. Pure. */
export interface PivotTable {
  /** Known values by their number, then what `top` left out, then what is not known. */
  readonly rows: readonly Heading[]
  readonly columns: readonly Heading[]
  /** Null: not available, which is not 0. */
  cell(row: string, column: string): { readonly n: number | null; readonly share: number | null }
  /** Null where the cells of a row are not to be added: one unit may stand in several columns. */
  rowTotal(row: string): number | null
  columnTotal(column: string): number | null
  readonly adds: { readonly rows: boolean; readonly columns: boolean }
  /** Some cell is not available. */
  readonly gaps: boolean
}

export function pivotOf(figure: Figure): PivotTable {
  const cross = crossOf(figure)
  const [first, second] = figure.by
  const { rest } = figure
  const others: Heading[] = rest ? [{ key: othersKey, label: '', missing: false }] : []
  const columns = withRest(cross.columns, figure)
  const rows = [...cross.rows.filter(each => !each.missing), ...others, ...cross.rows.filter(each => each.missing)]
  // Combinations that never occurred are 0 and too many to be sent; then none was left out for want of a report.
  const codes = new Set(figure.not_available.map(({ code }) => code))
  const empty = codes.has('zeros_not_listed') && !codes.has('not_reported') ? 0 : null
  const left = new Map((rest?.cells ?? []).map(cell => [cell.key, cell]))
  const adds = { rows: second?.adds ?? false, columns: first?.adds ?? false }
  const cell: PivotTable['cell'] = (row, column) => {
    if (row !== othersKey) return cross.cell(row, column) ?? { n: empty, share: empty }
    const found = left.get(column)
    // Without its cells the rest is not known by column; with some of them those without any are 0.
    return found ?? (left.size > 0 ? { n: 0, share: 0 } : { n: null, share: null })
  }
  const sum = (cells: readonly { readonly n: number | null }[]) => cells.reduce((total, { n }) => total + (n ?? 0), 0)
  const gaps = rows.some(row => columns.some(column => cell(row.key, column.key).n === null))
  return {
    rows,
    columns,
    cell,
    rowTotal: row => (adds.rows ? sum(columns.map(({ key }) => cell(row, key))) : null),
    columnTotal: column => (adds.columns ? sum(rows.map(({ key }) => cell(key, column))) : null),
    adds,
    gaps,
  }
}

/** A value of the second dimension may stand in what was left out only. */
function withRest(columns: readonly Heading[], { rest }: Figure): Heading[] {
  const known = new Set(columns.map(({ key }) => key))
  const more = (rest?.cells ?? [])
    .filter(({ key }) => !known.has(key))
    .map(
      ({ key }): Heading => ({ key, label: key, missing: rowIsMissing({ key, label: key, n: 0, share: 0, rank: 0 }) }),
    )
  return [...columns, ...more].toSorted((a, b) => Number(a.missing) - Number(b.missing))
}
