import { lengthWeights, noisePlan, type NoisePlan, rhoOf } from './accountant.ts'
import type { OverCap } from './cap.ts'
import type { FactTable } from './facts.ts'
import { DisclosureProblem } from './problem.ts'

/** What a differentially private release is asked to be. All of it is public. */
export interface DpParameters {
  readonly epsilon: number
  readonly delta: number
  /** Why delta may be above 1e-9; absent when it is not. */
  readonly deltaArgument?: string
  readonly reportingLength: number
  /** The most attributes of one person that count; by default as many as anybody can have. */
  readonly cap?: number
  readonly overCap: OverCap
  /** Share of the combinations of each length that may be expected to stand for nobody. */
  readonly fabrication: number
}

/** The noise of a release, or why there can be none. Depends on public parameters only. */
export function planOf(table: FactTable, parameters: DpParameters): NoisePlan {
  const { epsilon, delta, deltaArgument, reportingLength, fabrication } = parameters
  const { groups } = table.domain
  if (!(epsilon > 0 && epsilon <= 100)) throw new DisclosureProblem('epsilon')
  if (!(delta > 0 && delta < 1e-3)) throw new DisclosureProblem(deltaArgument === undefined ? 'delta' : 'delta_argued')
  if (delta > 1e-9 && (deltaArgument ?? '').trim() === '') throw new DisclosureProblem('delta')
  if (!(fabrication > 0 && fabrication <= 0.5)) throw new DisclosureProblem('fabrication')
  if (!Number.isInteger(reportingLength) || reportingLength < 1 || reportingLength > mostLength) {
    throw new DisclosureProblem('reporting_length', { most: mostLength })
  }
  const cap = parameters.cap ?? groups
  if (!Number.isInteger(cap) || cap < 1 || cap > groups) throw new DisclosureProblem('cap', { most: groups })
  const longest = Math.min(reportingLength, cap)
  const rho = rhoOf(epsilon, delta)
  if (!(rho > 1e-9)) throw new DisclosureProblem('budget_nothing', { epsilon, delta })
  const plan = noisePlan(rho, cap, longest, lengthWeights(longest))
  if (plan.variances.some(variance => variance > 1e12))
    throw new DisclosureProblem('budget_nothing', { epsilon, delta })
  return plan
}

const mostLength = 8
