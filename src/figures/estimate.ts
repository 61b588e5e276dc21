import { grouped, remark } from './words.ts'
import type { Remark } from './figure-shape.ts'

/**
 * The sources' estimate of persons where records cannot all be told apart: half of the instances. Exact, so that an odd
 * number ends in .5; beside it the same as a reader says it, rounded down to the hundred: 5,498 instances give 2,749,
 * “approximately 2,700” (2012 annual review).
 */
export interface Halving {
  readonly instances: number
  /** `2,749` or `179.5`. */
  readonly exact: string
  /** `2,700`; null below 1,000, where a hundred is too coarse. */
  readonly approximately: string | null
}

export function halvingOf(instances: number): Halving {
  const whole = Math.floor(instances / 2)
  return {
    instances,
    exact: `${grouped(whole)}${instances % 2 === 1 ? '.5' : ''}`,
    approximately: whole < 1000 ? null : grouped(whole - (whole % 100)),
  }
}

/** Never a number alone: the estimate is said with its label. */
export function halvingRemark(instances: number): Remark {
  const { exact, approximately } = halvingOf(instances)
  return approximately === null
    ? remark('estimate_half', { estimate: exact, instances })
    : remark('estimate_half_about', { estimate: exact, approximately, instances })
}
