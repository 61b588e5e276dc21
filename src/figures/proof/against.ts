import type { Actor } from '#access/permission.ts'
import type { Register } from '#register/register.ts'
import { countFigure } from '../figure.ts'
import type { FigureQuery } from '../figure-shape.ts'
import { FigureProblem } from '../problem.ts'

type Count = number | null | 'c'
type Key = string | readonly [string, string]

/** A figure of a report's figures.json, as far as it can be held against what was published or is counted. */
export interface PrintedFigure {
  readonly id: string
  readonly number: number
  readonly caption: string
  readonly base: { readonly n: Count }
  readonly rows: readonly { readonly key: Key; readonly label: Key; readonly n: Count }[]
  /** Null: not counted from a register. */
  readonly query: FigureQuery | null
}

/** The numbers that a printed figure is held against. A key that has no row has this many. */
export interface Numbers {
  readonly base: Count
  readonly rows: ReadonlyMap<string, Count>
  readonly else: Count
}

export interface HeldFigure {
  readonly id: string
  readonly number: number
  readonly caption: string
  /** What differs; label null: the base. */
  readonly differs: readonly { readonly label: string | null; readonly printed: Count; readonly found: Count }[]
}

export interface Held {
  /** How many figures were compared. */
  readonly compared: number
  readonly differing: readonly HeldFigure[]
  /** Why a figure could not be compared: it was not counted from a register, or cannot be asked (any more) by this reader. */
  readonly notCompared: readonly { readonly number: number; readonly caption: string; readonly why: NotCompared }[]
}
export type NotCompared = 'not_counted' | 'not_there' | 'cannot_be_asked'

/** What answers for a figure, or why nothing can. */
export type Answer = (figure: PrintedFigure) => Promise<Numbers | NotCompared>

/** Figure by figure; a number that is withheld from the public says nothing and is passed over. `step` is told how many are done. */
export async function heldAgainst(
  figures: readonly PrintedFigure[],
  answer: Answer,
  step: (done: number) => void = () => undefined,
): Promise<Held> {
  const differing: HeldFigure[] = []
  const notCompared: Held['notCompared'][number][] = []
  for (const [at, figure] of figures.entries()) {
    step(at)
    const { id, number, caption, base, rows } = figure
    const found = await answer(figure)
    if (typeof found === 'string') {
      notCompared.push({ number, caption, why: found })
      continue
    }
    const pairs = [
      { label: null, printed: base.n, found: found.base },
      ...rows.map(row => ({
        label: named(row.label),
        printed: row.n,
        found: found.rows.get(keyOf(row.key)) ?? found.else,
      })),
    ]
    const differs = pairs.filter(pair => pair.printed !== 'c' && pair.printed !== pair.found)
    if (differs.length > 0) differing.push({ id, number, caption, differs })
  }
  return { compared: figures.length - notCompared.length, differing, notCompared }
}

/** What the register counts now for the same question, over the offices where the actor may count. */
export const countedNow =
  (register: Register, actor: Actor): Answer =>
  async ({ query }) => {
    if (query === null) return 'not_counted'
    try {
      // All rows: one that has left the first ten is still a number.
      const { base, rows } = await countFigure(register, actor, { ...query, top: undefined })
      return {
        base: base.n,
        rows: new Map(rows.map(({ key, n }) => [keyOf(key), n])),
        else: base.n === null ? null : 0,
      }
    } catch (error) {
      if (error instanceof FigureProblem) return 'cannot_be_asked'
      throw error
    }
  }

/** What stands in the figures of a publication. */
export const printedThen = (published: readonly PrintedFigure[]): Answer => {
  const known = new Map(published.map(figure => [figure.id, figure]))
  return async ({ id }) => {
    const then = known.get(id)
    if (then === undefined) return 'not_there'
    return { base: then.base.n, rows: new Map(then.rows.map(({ key, n }) => [keyOf(key), n])), else: null }
  }
}

const keyOf = (key: Key): string => JSON.stringify(key)
const named = (label: Key): string => (typeof label === 'string' ? label : label.join(', '))
