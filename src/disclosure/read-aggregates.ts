import type { Judged } from './evaluate.ts'
import type { Domain } from './facts.ts'
import { DisclosureProblem } from './problem.ts'
import type { Line } from './read-facts.ts'

/** The counts of an aggregates.csv, by the public names. Combinations of other columns are passed over. Throws DisclosureProblem. */
export async function readAggregates(lines: AsyncIterable<Line>, domain: Domain): Promise<Judged> {
  const numbers = new Map(
    domain.attributes.map(({ column, value }, at) => [`${domain.schema.columns[column]?.name ?? ''}:${value}`, at]),
  )
  const byLength: Map<string, readonly [readonly number[], number]>[] = []
  let header: readonly string[] | null = null
  for await (const { line, cells } of lines) {
    if (header === null) {
      header = cells.map(cell => cell.trim())
      if (!header.includes('combination') || !header.includes('count')) throw new DisclosureProblem('aggregates_header')
      continue
    }
    const text = cells[header.indexOf('combination')] ?? ''
    const count = Number(cells[header.indexOf('count')])
    if (!Number.isInteger(count) || count < 0) throw new DisclosureProblem('aggregates_count', { line })
    const parts = text === '' ? [] : text.split(';').map(part => numbers.get(part))
    if (parts.includes(undefined)) continue
    const attributes = parts.map(part => part ?? 0).sort((a, b) => a - b)
    const level = byLength[attributes.length] ?? new Map<string, readonly [readonly number[], number]>()
    level.set(attributes.join(','), [attributes, count])
    byLength[attributes.length] = level
  }
  return {
    longest: byLength.length - 1,
    count: attributes => byLength[attributes.length]?.get(attributes.join(','))?.[1],
    each: length => byLength[length]?.values() ?? [],
  }
}
