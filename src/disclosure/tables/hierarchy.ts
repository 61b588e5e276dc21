import { DisclosureProblem } from '../problem.ts'
import type { Line } from '../read-facts.ts'

/** The group that a value or a group belongs to. */
export type Parents = ReadonlyMap<string, string>

/** Reads a CSV of two columns, value and group; a group may stand in a group again. Throws DisclosureProblem. */
export async function readParents(lines: AsyncIterable<Line> | Iterable<Line>, column: string): Promise<Parents> {
  const parents = new Map<string, string>()
  let first = true
  for await (const { line, cells } of lines) {
    if (first) {
      first = false
      continue
    }
    const [value = '', group = ''] = cells.map(cell => cell.trim())
    if (value === '' || group === '' || value === group) throw new DisclosureProblem('hierarchy_line', { column, line })
    if (parents.has(value)) throw new DisclosureProblem('hierarchy_twice', { column, line })
    parents.set(value, group)
  }
  return parents
}
