import { attributesOf, type FactTable, tableOf } from './facts.ts'
import { below, type BitSource } from './noise/bits.ts'
import { DisclosureProblem } from './problem.ts'

/** What is done with a person who has more attributes than the public cap. */
export type OverCap = 'refuse' | 'truncate'

/**
 * The table with at most `cap` attributes a person: those who have more are refused, or keep a uniformly random part of theirs, drawn
 * once. Each person's part depends on nobody else, so one person more or less still changes one person's rows.
 */
export function capped(
  table: FactTable,
  cap: number,
  overCap: OverCap,
  { linesOf, bits }: { readonly linesOf: Int32Array; readonly bits: BitSource },
): FactTable {
  let first = -1
  let count = 0
  for (let p = 0; p < table.persons; p++) {
    if (attributesOf(table, p).length <= cap) continue
    if (first < 0) first = p
    count++
  }
  if (count === 0) return table
  if (overCap === 'refuse') throw new DisclosureProblem('over_cap', { count, cap, line: linesOf[first] ?? 0 })
  const persons = Array.from({ length: table.persons }, (_, p) => randomPart([...attributesOf(table, p)], cap, bits))
  return tableOf(table.domain, persons)
}

function randomPart(attributes: number[], most: number, bits: BitSource): number[] {
  if (attributes.length <= most) return attributes
  for (let at = 0; at < most; at++) {
    const other = at + below(attributes.length - at, bits)
    const here = attributes[at] ?? 0
    attributes[at] = attributes[other] ?? 0
    attributes[other] = here
  }
  return attributes.slice(0, most)
}
