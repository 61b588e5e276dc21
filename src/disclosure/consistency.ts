import type { Containment } from './containment.ts'

/**
 * Makes noisy counts agree with one another: the nearest numbers, weighted by the precision of each count, for which no column's
 * values sum to more than the combination they belong to, none is negative, and the values of a column that is filled for
 * everybody sum to exactly that combination. Released counts in, released counts out.
 */
export interface Consistency {
  /** Variance of the noise of each node. */
  readonly variance: Float64Array
  /** Groups that are filled for everybody and whose values are all in the set. */
  readonly required: ReadonlySet<number>
}

const mostSweeps = 300

/**
 * Weighted least squares under these constraints by Hildreth's method: one multiplier a constraint, visited in turn, each time moving
 * its counts by just what it is violated by. It ends at the projection; sweeps stop when no constraint is off by half.
 */
export function consistent(
  noisy: Float64Array,
  containment: Containment,
  { variance, required }: Consistency,
): Float64Array {
  const x = noisy.slice()
  const constraints = constraintsOf(containment, required)
  const { node, from, to, equal, multiplier } = constraints
  const { whole } = containment
  const floor = new Float64Array(x.length)
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let worst = 0
    for (let c = 0; c < node.length; c++) {
      const parent = node[c] ?? 0
      let excess = -(x[parent] ?? 0)
      let stiffness = variance[parent] ?? 1
      for (let e = from[c] ?? 0; e < (to[c] ?? 0); e++) {
        const child = whole[e] ?? 0
        excess += x[child] ?? 0
        stiffness += variance[child] ?? 1
      }
      const before = multiplier[c] ?? 0
      const after = equal[c] === 1 ? before + excess / stiffness : Math.max(0, before + excess / stiffness)
      const step = after - before
      if (step === 0) continue
      multiplier[c] = after
      worst = Math.max(worst, Math.abs(step) * stiffness)
      x[parent] = (x[parent] ?? 0) + step * (variance[parent] ?? 1)
      for (let e = from[c] ?? 0; e < (to[c] ?? 0); e++) {
        const child = whole[e] ?? 0
        x[child] = (x[child] ?? 0) - step * (variance[child] ?? 1)
      }
    }
    for (let n = 0; n < x.length; n++) {
      const v = variance[n] ?? 1
      const after = Math.max(0, (floor[n] ?? 0) - (x[n] ?? 0) / v)
      const step = after - (floor[n] ?? 0)
      if (step === 0) continue
      floor[n] = after
      x[n] = (x[n] ?? 0) + step * v
      worst = Math.max(worst, Math.abs(step) * v)
    }
    if (worst < 0.5) break
  }
  return x
}

interface Constraints {
  readonly node: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly equal: Uint8Array
  readonly multiplier: Float64Array
}

function constraintsOf({ starts, groups, inner }: Containment, required: ReadonlySet<number>): Constraints {
  const node: number[] = []
  const from: number[] = []
  const to: number[] = []
  const equal: number[] = []
  for (let n = 0; n < inner; n++) {
    for (let g = 0; g < groups; g++) {
      const begin = starts[n * (groups + 1) + g] ?? 0
      const stop = starts[n * (groups + 1) + g + 1] ?? 0
      if (begin === stop) continue
      node.push(n)
      from.push(begin)
      to.push(stop)
      equal.push(n === 0 && required.has(g) ? 1 : 0)
    }
  }
  return {
    node: Int32Array.from(node),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    equal: Uint8Array.from(equal),
    multiplier: new Float64Array(node.length),
  }
}

/**
 * Whole numbers near these that still agree: from the shortest to the longest, each is rounded and then lowered, those first that
 * lost least by it, until no column sums to more than the combination it belongs to.
 */
export function wholeNumbers(x: Float64Array, containment: Containment): Int32Array {
  const { starts, groups, inner, whole } = containment
  const rounded = Int32Array.from(x, value => Math.max(0, Math.round(value)))
  for (let n = 0; n < inner; n++) {
    const most = rounded[n] ?? 0
    for (let g = 0; g < groups; g++) {
      const begin = starts[n * (groups + 1) + g] ?? 0
      const stop = starts[n * (groups + 1) + g + 1] ?? 0
      lowerTo(most, rounded, x, whole.subarray(begin, stop))
    }
  }
  return rounded
}

function lowerTo(most: number, rounded: Int32Array, x: Float64Array, children: Int32Array): void {
  let excess = -most
  for (const child of children) excess += rounded[child] ?? 0
  if (excess <= 0) return
  const order = [...children].sort((a, b) => (rounded[b] ?? 0) - (x[b] ?? 0) - ((rounded[a] ?? 0) - (x[a] ?? 0)))
  while (excess > 0) {
    for (const child of order) {
      if (excess > 0 && (rounded[child] ?? 0) > 0) {
        rounded[child] = (rounded[child] ?? 0) - 1
        excess--
      }
    }
  }
}
