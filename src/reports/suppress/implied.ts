import type { Equation, System } from './cells.ts'

/** What a reader can work out of one hidden cell: it lies between these. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Hidden cells with ±1, and the number that they come to. */
interface Relation {
  readonly terms: ReadonlyMap<string, number>
  readonly sum: number
}

/**
 * Bounds of every cell that is not shown, as far as they follow from what is: a cell marked c is at least 1 (0 is shown as
 * 0), one that stands nowhere at least 0. First by elimination, which finds what equations fix together; then by carrying
 * bounds from equation to equation until nothing moves.
 */
export function implied(system: System, hidden: ReadonlySet<string>): ReadonlyMap<string, Interval> {
  const shown = (id: string) => {
    const cell = system.cells.get(id)
    return cell?.printed === true && !hidden.has(id) ? cell.n : null
  }
  const relations = system.equations.map(equation => relationOf(equation, shown)).filter(({ terms }) => terms.size > 0)
  const reduced = eliminated(relations)
  const low = new Map<string, number>()
  const high = new Map<string, number>()
  for (const { terms } of relations)
    for (const id of terms.keys()) {
      low.set(id, hidden.has(id) ? 1 : 0)
      high.set(id, Number.POSITIVE_INFINITY)
    }
  const all = [...relations, ...reduced]
  for (let round = 0, moved = true; moved && round < 100; round++) {
    moved = false
    for (const relation of all) if (tighten(relation, low, high)) moved = true
  }
  return new Map([...low].map(([id, from]) => [id, { low: from, high: high.get(id) ?? from }]))
}

function relationOf({ whole, parts }: Equation, shown: (id: string) => number | null): Relation {
  const terms = new Map<string, number>()
  let sum = 0
  for (const [id, sign] of [[whole, -1] as const, ...parts.map(part => [part, 1] as const)]) {
    const n = shown(id)
    if (n === null) terms.set(id, (terms.get(id) ?? 0) + sign)
    else sum -= sign * n
  }
  return { terms, sum }
}

/** Reduced row echelon form (Gauss and Jordan): a cell that stands alone in a row is fixed. */
function eliminated(relations: readonly Relation[]): Relation[] {
  const ids = [...new Set(relations.flatMap(({ terms }) => [...terms.keys()]))]
  const rows = relations.map(({ terms, sum }) => [...ids.map(id => terms.get(id) ?? 0), sum])
  let top = 0
  for (let column = 0; column < ids.length && top < rows.length; column++) {
    const at = rows.findIndex((row, index) => index >= top && Math.abs(row[column] ?? 0) > tiny)
    const pivot = rows[at]
    if (pivot === undefined) continue
    rows[at] = rows[top] as number[]
    const by = pivot[column] as number
    const scaled = pivot.map(value => value / by)
    rows[top] = scaled
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? 0
      if (index === top || Math.abs(factor) <= tiny) continue
      rows[index] = row.map((value, each) => value - factor * (scaled[each] ?? 0))
    }
    top++
  }
  return rows.slice(0, top).map(row => ({
    terms: new Map(ids.flatMap((id, at) => (Math.abs(row[at] ?? 0) > tiny ? [[id, row[at] as number] as const] : []))),
    sum: row.at(-1) ?? 0,
  }))
}

const tiny = 1e-9

function tighten({ terms, sum }: Relation, low: Map<string, number>, high: Map<string, number>): boolean {
  let moved = false
  for (const [id, sign] of terms) {
    let least = sum
    let most = sum
    for (const [other, by] of terms) {
      if (other === id) continue
      const [from, to] = [low.get(other) ?? 0, high.get(other) ?? Number.POSITIVE_INFINITY]
      least -= by > 0 ? by * to : by * from
      most -= by > 0 ? by * from : by * to
    }
    const [from, to] = sign > 0 ? [least / sign, most / sign] : [most / sign, least / sign]
    if (Math.ceil(from - tiny) > (low.get(id) ?? 0)) {
      low.set(id, Math.ceil(from - tiny))
      moved = true
    }
    if (Math.floor(to + tiny) < (high.get(id) ?? Number.POSITIVE_INFINITY)) {
      high.set(id, Math.floor(to + tiny))
      moved = true
    }
  }
  return moved
}
