import type { DraftFigure, Report } from '../report.ts'
import type { Beside, CountedFigure } from './cells.ts'
import type { Policy } from './hide.ts'
import { protectedNumbers } from './protect.ts'

/** For whom a report is, and how small a number may be. */
export interface Reader {
  readonly mode: Report['mode']
  readonly policy: Policy
}

/** What may be printed; sentences are made of it and of nothing else. */
export interface Printable {
  /** By id. */
  readonly figures: ReadonlyMap<string, DraftFigure>
  /** Whether a number that stands in no figure may be said; by the id of its cell. */
  readonly maySay: (cell: string) => boolean
}

/** Everything within the organisation; for the public all figures of the report held together. */
export function printable(counted: readonly CountedFigure[], { mode, policy }: Reader, beside?: Beside): Printable {
  const { figures, hidden } =
    mode === 'public'
      ? protectedNumbers(counted, policy, beside)
      : { figures: counted.map(({ figure }) => figure), hidden: new Set<string>() }
  return { figures: new Map(figures.map(figure => [figure.id, figure])), maySay: cell => !hidden.has(cell) }
}

/** @throws Error where the builder asked for no such figure. */
export function figureIn({ figures }: Printable, id: string): DraftFigure {
  const found = figures.get(id)
  if (found === undefined) throw new Error(`There is no figure ${id}.`)
  return found
}
