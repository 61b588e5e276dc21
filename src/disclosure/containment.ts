import type { Combinations } from './combinations.ts'
import type { Domain } from './facts.ts'

/**
 * For every combination of a set the combinations with one attribute more, by the group of that attribute. Those of node n (numbered
 * over all levels) in group g are the entries `starts[n * (groups + 1) + g]` to `starts[n * (groups + 1) + g + 1] - 1`: the
 * attribute that is added and the node it gives, attributes ascending.
 */
export interface Containment {
  readonly groups: number
  /** How many nodes have entries: all but those of the last level. */
  readonly inner: number
  readonly starts: Int32Array
  readonly added: Int32Array
  readonly whole: Int32Array
}

export function containmentOf(set: Combinations, domain: Domain): Containment {
  const { groups, groupOf } = domain
  const inner = set.base[set.longest] ?? 0
  const edges = set.levels.reduce((sum, { last }, l) => sum + l * last.length, 0)
  const part = new Int32Array(edges)
  const attribute = new Int32Array(edges)
  const node = new Int32Array(edges)
  let edge = 0
  for (let l = 1; l <= set.longest; l++) {
    const size = set.lengthAt(l)
    for (let place = 0; place < size; place++) {
      const whole = set.attributes(l, place)
      for (let out = 0; out < l; out++) {
        part[edge] = (set.base[l - 1] ?? 0) + findWithout(set, whole, out)
        attribute[edge] = whole[out] ?? 0
        node[edge] = (set.base[l] ?? 0) + place
        edge++
      }
    }
  }
  const byAttribute = countingSort(attribute, domain.attributes.length)
  const stride = groups + 1
  const starts = new Int32Array(inner * stride + 1)
  for (let e = 0; e < edges; e++) {
    const slot = (part[e] ?? 0) * stride + (groupOf[attribute[e] ?? 0] ?? 0) + 1
    starts[slot] = (starts[slot] ?? 0) + 1
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const next = starts.slice()
  const added = new Int32Array(edges)
  const whole = new Int32Array(edges)
  for (const e of byAttribute) {
    const slot = (part[e] ?? 0) * stride + (groupOf[attribute[e] ?? 0] ?? 0)
    const at = next[slot] ?? 0
    next[slot] = at + 1
    added[at] = attribute[e] ?? 0
    whole[at] = node[e] ?? 0
  }
  return { groups, inner, starts, added, whole }
}

/** The node of a combination with one attribute of a group more, or -1. */
export function joinedWith(containment: Containment, node: number, group: number, attribute: number): number {
  const { starts, added, whole, groups } = containment
  const slot = node * (groups + 1) + group
  let low = starts[slot] ?? 0
  let high = (starts[slot + 1] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const here = added[middle] ?? 0
    if (here === attribute) return whole[middle] ?? -1
    if (here < attribute) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function findWithout(set: Combinations, attributes: readonly number[], out: number): number {
  let place = 0
  let depth = 0
  for (let at = 0; at < attributes.length; at++) {
    if (at !== out) place = set.child(depth++, place, attributes[at] ?? 0)
  }
  return place
}

/** The order in which keys from 0 to below `keys` ascend, equal ones as they stood. */
function countingSort(key: Int32Array, keys: number): Int32Array {
  const next = new Int32Array(keys + 1)
  for (const each of key) next[each + 1] = (next[each + 1] ?? 0) + 1
  for (let k = 0; k < keys; k++) next[k + 1] = (next[k + 1] ?? 0) + (next[k] ?? 0)
  const order = new Int32Array(key.length)
  for (let e = 0; e < key.length; e++) {
    const at = next[key[e] ?? 0] ?? 0
    order[at] = e
    next[key[e] ?? 0] = at + 1
  }
  return order
}
