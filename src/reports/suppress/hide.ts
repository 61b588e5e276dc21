import { usualThreshold } from '#register/small-numbers.ts'
import type { System } from './cells.ts'
import { implied, type Interval } from './implied.ts'

export interface Policy {
  /** Cells from 1 to one less are not shown. */
  readonly threshold: number
}

/** What holds where the organisation chose nothing else. */
export const usual: Policy = { threshold: usualThreshold }

/** A reader must be left with more values than two for what is hidden. */
const widest = 2

/**
 * Ids of the cells to hide: the small ones (primary), and as many others, the smallest first, as keep a reader from working
 * out any of them (complementary).
 */
export function hiddenIn(system: System, { threshold }: Policy): Set<string> {
  const small = (n: number | null) => n !== null && n > 0 && n < threshold
  const guarded = [...system.cells.values()].filter(({ n }) => small(n))
  const primary = new Set(guarded.filter(({ printed }) => printed).map(({ id }) => id))
  // What no figure prints but follows from it, such as a small rest below a ranking, is guarded as well.
  const unprinted = guarded.filter(({ printed }) => !printed).map(({ id }) => id)
  const beyond = new Set<string>()
  const openIn = (hidden: ReadonlySet<string>) => {
    const known = implied(system, hidden)
    return [...hidden, ...unprinted].find(id => !beyond.has(id) && !isWide(known.get(id)))
  }
  const hidden = new Set(primary)
  for (let open = openIn(hidden); open !== undefined; open = openIn(hidden)) {
    const beside = shownBeside(system, hidden, open)
    const id = open
    const next =
      beside.slice(0, tried).find(each => isWide(implied(system, new Set([...hidden, each])).get(id))) ?? beside[0]
    // Nothing that could still be hidden says anything of it.
    if (next === undefined) beyond.add(open)
    else hidden.add(next)
  }
  // One after another they were more than are needed together: the largest that can be shown again is.
  const size = (id: string) => system.cells.get(id)?.n ?? 0
  const spare = [...hidden].filter(id => !primary.has(id)).toSorted((a, b) => size(b) - size(a) || (a < b ? -1 : 1))
  return spare.reduce((kept, id) => {
    if (!kept.has(id)) return kept
    const fewer = new Set([...kept].filter(each => each !== id))
    for (let open = openIn(fewer); open !== undefined; open = openIn(fewer)) {
      // What is only hidden for others may be shown when it follows anyway.
      if (primary.has(open) || !fewer.delete(open)) return kept
    }
    return fewer
  }, hidden)
}

const isWide = (found: Interval | undefined): boolean => found === undefined || found.high - found.low >= widest

/** Cells that are tried for what they are worth, before the smallest is taken whatever it is worth. */
const tried = 8

/** Cells still shown in an equation with it, the smallest first, or else with what is hidden together with it. */
function shownBeside({ cells, equations }: System, hidden: ReadonlySet<string>, id: string): string[] {
  const reached = new Set([id])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    const near = equations
      .map(({ whole, parts }) => [whole, ...parts])
      .filter(ids => ids.some(each => reached.has(each)))
    const shown = [...new Set(near.flat())]
      .flatMap(each => cells.get(each) ?? [])
      .filter(cell => cell.printed && !hidden.has(cell.id) && (cell.n ?? 0) > 0)
      .toSorted((a, b) => (a.n ?? 0) - (b.n ?? 0) || (a.id < b.id ? -1 : 1))
    if (shown.length > 0) return shown.map(each => each.id)
    for (const each of near.flat()) if (hidden.has(each) || cells.get(each)?.printed === false) reached.add(each)
  }
  return []
}
