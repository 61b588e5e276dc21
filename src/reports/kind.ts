import type { Actor } from '#access/permission.ts'
import type { Comparison, ComparisonQuery } from '#figures/compare.ts'
import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import type { Register } from '#register/register.ts'
import type { DraftReport, Report } from './report.ts'
import type { Policy } from './suppress/hide.ts'

/** What a kind of report has to be told; the command line and the page ask for it by this declaration. */
export interface Parameter {
  /** Also the option of the command line: `--year`. */
  readonly id: string
  readonly type: 'year' | 'years' | 'day' | 'country' | 'name' | 'code'
  readonly about: string
  /** Whoever leaves it out gets what `about` says. */
  readonly optional?: true
}

/** Values as they are typed, by parameter; checked against the declaration before a builder sees them. */
export type Parameters = Readonly<Record<string, string>>

/**
 * What a builder stands on. It counts through `ask` and `compare` only, so that every question is known, is of the same moment,
 * can be stopped and asked again.
 */
export interface Ground {
  readonly ask: (query: FigureQuery) => Promise<Figure>
  readonly compare: (query: ComparisonQuery) => Promise<Comparison>
  readonly register: Register
  readonly actor: Actor
  readonly mode: Report['mode']
  /** Which numbers are too small to be shown to the public. */
  readonly policy: Policy
  /** ISO 8601 in UTC. */
  readonly cutOff: string
  readonly signal: AbortSignal
}

/** A kind of report: one entry in `kinds.ts` puts it on the command line, on the page and in the API. */
export interface ReportKind {
  readonly id: string
  readonly about: string
  readonly parameters: readonly Parameter[]
  /** public only where small numbers are suppressed before anything is said or drawn. */
  readonly modes: readonly Report['mode'][]
  /** About how many questions it asks, for the progress bar. */
  readonly questions: number
  readonly build: (on: Ground, parameters: Parameters) => Promise<DraftReport>
}
