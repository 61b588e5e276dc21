import type { Actor } from '#access/permission.ts'
import { compareAt, type ComparisonQuery } from '#figures/compare.ts'
import { countAt } from '#figures/figure.ts'
import type { FigureQuery } from '#figures/figure-shape.ts'
import { inSnapshot } from '#figures/snapshot.ts'
import type { Register } from '#register/register.ts'
import { smallNumbers } from '#register/small-numbers.ts'
import { inWork } from '#register/work.ts'
import type { Parameters, ReportKind } from './kind.ts'
import { numbered } from './numbered.ts'
import { ReportProblem } from './problem.ts'
import type { Report } from './report.ts'
import type { Policy } from './suppress/hide.ts'

/** How far a report is: what is being done, the steps done, and about how many there are. */
export interface Progress {
  readonly doing: 'counting' | 'writing'
  readonly done: number
  readonly of: number
}

export interface Making {
  readonly mode: Report['mode']
  /** What is too small for the public; else what the organisation has chosen. */
  readonly policy?: Policy
  readonly signal: AbortSignal
  readonly progress: (at: Progress) => void
}

export interface Made {
  readonly report: Report
  /** Every question that was asked, in order. */
  readonly queries: readonly FigureQuery[]
}

/**
 * Makes a report of what the actor may count, all of it of one moment.
 * @throws ReportProblem stopped, once the signal is given and the question at hand is answered; FigureProblem as counting does.
 */
export async function makeReport(
  register: Register,
  actor: Actor,
  { kind, parameters }: { readonly kind: ReportKind; readonly parameters: Parameters },
  { mode, signal, progress, policy: given }: Making,
): Promise<Made> {
  const queries: FigureQuery[] = []
  const say = () => progress({ doing: 'counting', done: queries.length, of: Math.max(kind.questions, queries.length) })
  say()
  const policy = given ?? (await inWork(register, actor, smallNumbers))
  const draft = await inSnapshot(register, actor, async at => {
    const ask = async (query: FigureQuery) => {
      goingOn(signal)
      const figure = await countAt(at, query)
      queries.push(query)
      say()
      return figure
    }
    const compare = (query: ComparisonQuery) => compareAt(at, query, ask)
    return kind.build({ register, actor, mode, policy, signal, cutOff: at.asOf, ask, compare }, parameters)
  })
  goingOn(signal)
  const { threshold } = policy
  return { report: numbered(mode === 'public' ? { ...draft, threshold } : draft), queries }
}

/** @throws ReportProblem stopped */
export function goingOn(signal: AbortSignal): void {
  if (signal.aborted) throw new ReportProblem('stopped', 'Stopped. Nothing was written.')
}
