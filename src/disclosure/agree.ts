import type { NoisePlan } from './accountant.ts'
import type { Released } from './boundary.ts'
import { type Combinations, filtered } from './combinations.ts'
import { consistent, wholeNumbers } from './consistency.ts'
import { type Containment, containmentOf } from './containment.ts'
import type { Domain } from './facts.ts'
import type { Measured } from './measure.ts'

/** Released counts that agree with one another. */
export interface Aggregates {
  readonly domain: Domain
  readonly set: Combinations
  readonly containment: Containment
  /** Whole numbers by node of the set, numbered over all levels; node 0 is everybody. */
  readonly counts: Int32Array
  /** The noisy count that was measured, by node. */
  readonly noisy: Int32Array
  readonly measured: Measured
  readonly plan: NoisePlan
}

/** Post-processing: consistency by weighted least squares, then whole numbers. What became zero is left out. */
export function agreed(measured: Released<Measured>, domain: Domain, plan: NoisePlan): Released<Aggregates> {
  return measured.map(seen => {
    const containment = containmentOf(seen.set, domain)
    const noisy = flat(seen.noisy)
    const near = consistent(joined(seen.estimates), containment, {
      variance: joined(seen.variances),
      required: requiredGroups(seen, domain),
    })
    const whole = wholeNumbers(near, containment)
    return withoutZeros(seen, domain, plan, whole, noisy)
  })
}

function withoutZeros(
  seen: Measured,
  domain: Domain,
  plan: NoisePlan,
  whole: Int32Array,
  noisy: Int32Array,
): Aggregates {
  const { set, places } = filtered(seen.set, (level, at) => (whole[(seen.set.base[level] ?? 0) + at] ?? 0) > 0)
  const pick = (from: Int32Array) =>
    flat(places.map((level, l) => Int32Array.from(level, at => from[(seen.set.base[l] ?? 0) + at] ?? 0)))
  return {
    domain,
    set,
    containment: containmentOf(set, domain),
    counts: pick(whole),
    noisy: pick(noisy),
    measured: seen,
    plan,
  }
}

/** Groups of columns that are publicly filled for everybody and whose values were all kept. */
function requiredGroups({ set }: Measured, { schema, attributes }: Domain): Set<number> {
  const kept = new Set(set.levels[1]?.last)
  const required = new Set<number>()
  attributes.forEach(({ column, group }) => {
    if (schema.columns[column]?.required === true) required.add(group)
  })
  attributes.forEach(({ group }, attribute) => {
    if (!kept.has(attribute)) required.delete(group)
  })
  return required
}

function flat(levels: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(levels.reduce((sum, each) => sum + each.length, 0))
  let at = 0
  for (const level of levels) {
    all.set(level, at)
    at += level.length
  }
  return all
}

function joined(levels: readonly Float64Array[]): Float64Array {
  return Float64Array.from(levels.flatMap(level => [...level]))
}
