import type { Aggregates } from './agree.ts'
import { type Domain, written } from './facts.ts'

/** A count as it is shown: with the range in which the true one lies 19 times out of 20. */
export interface ShownCount {
  readonly attributes: readonly number[]
  readonly count: number
  readonly low: number
  readonly high: number
}

/** Half of a 95 % band in standard deviations. */
const band = 1.96

/**
 * The counts of a release: everybody, every value of the public lists (those not told from nobody with 0), and every combination
 * that was kept. The bands are those of the noisy counts themselves, which no processing has made narrower.
 */
export function shownCounts({ set, counts, noisy, measured, plan }: Aggregates): ShownCount[] {
  const shown: ShownCount[] = [bounded([], counts[0] ?? 0, noisy[0] ?? 0, plan.variances[0] ?? 1)]
  measured.singles.forEach((seen, attribute) => {
    const place = set.find([attribute])
    const count = place < 0 ? 0 : (counts[(set.base[1] ?? 0) + place] ?? 0)
    shown.push(bounded([attribute], count, seen, plan.variances[1] ?? 1))
  })
  for (let l = 2; l <= set.longest; l++) {
    for (let place = 0; place < set.lengthAt(l); place++) {
      const node = (set.base[l] ?? 0) + place
      shown.push(bounded(set.attributes(l, place), counts[node] ?? 0, noisy[node] ?? 0, plan.variances[l] ?? 1))
    }
  }
  return shown
}

function bounded(attributes: readonly number[], count: number, noisy: number, variance: number): ShownCount {
  const reach = band * Math.sqrt(variance)
  const low = Math.max(0, Math.floor(noisy - reach))
  const high = Math.max(0, Math.ceil(noisy + reach))
  return { attributes, count, low: Math.min(low, count), high: Math.max(high, count) }
}

/** aggregates.csv: length, combination, count, low, high. */
export function aggregateRows(domain: Domain, shown: readonly ShownCount[]): string[][] {
  return [
    ['length', 'combination', 'count', 'low', 'high'],
    ...shown.map(({ attributes, count, low, high }) => [
      String(attributes.length),
      written(domain, attributes),
      String(count),
      String(low),
      String(high),
    ]),
  ]
}

/** synthetic.csv: one row a record, the columns of the public schema; several values of a cell are joined by its delimiter. */
export function syntheticRows(domain: Domain, records: readonly (readonly number[])[]): string[][] {
  const { columns } = domain.schema
  const rows = records.map(record => {
    const cells: string[] = columns.map(() => '')
    for (const attribute of record) {
      const { column = 0, value = '' } = domain.attributes[attribute] ?? {}
      const before = cells[column] ?? ''
      cells[column] = before === '' ? value : `${before}${columns[column]?.delimiter ?? ''}${value}`
    }
    return cells
  })
  return [columns.map(column => column.name), ...rows.sort(byText)]
}

/** Sorted rows tell nothing of the order they were made in. */
function byText(one: readonly string[], other: readonly string[]): number {
  for (let at = 0; at < one.length; at++) {
    const [a, b] = [one[at] ?? '', other[at] ?? '']
    if (a !== b) return a < b ? -1 : 1
  }
  return 0
}

/** Rows as CSV (RFC 4180). Every text is a name or code of the public schema, or a number. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('')
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
