import { firstDay, lastDay, parsePartialDate } from '#dictionary/partial-date.ts'
import type { Network, Node, Tie } from './network.ts'

/** Which part of the network is wanted; what is absent or empty narrows nothing. */
export interface NetworkFilter {
  /** yyyy-mm-dd, inclusive. A tie counts when any of its time may lie in between; one without a date then does not. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Alpha-2: where the tie was, else where its suspects are. */
  readonly countries?: readonly string[] | undefined
  readonly certainty?: readonly string[] | undefined
  /** Kinds of suspects; a tie between two suspects needs both. */
  readonly kinds?: readonly string[] | undefined
}

/** The ties that the filter keeps, and what they tie. Whoever is tied to nothing is in no network. */
export function narrow(network: Network, filter: NetworkFilter): Network {
  const nodes = new Map(network.nodes.map(node => [node.id, node]))
  const kept = network.ties.filter(
    tie =>
      inTime(tie, filter) &&
      chosen(filter.certainty, tie.certainty) &&
      inPlace(tie, nodes, filter.countries) &&
      ofKind(tie, nodes, filter.kinds),
  )
  return among(network, kept)
}

/**
 * At most `limit` nodes: those with most ties stay, so that what many have in common is the last to go. `left` says how
 * many nodes were dropped.
 */
export function cutTo(network: Network, limit: number): { readonly network: Network; readonly left: number } {
  if (network.nodes.length <= limit) return { network, left: 0 }
  const ties = new Map<string, number>()
  for (const { from, to } of network.ties) for (const id of [from, to]) ties.set(id, (ties.get(id) ?? 0) + 1)
  const inOrder = network.nodes.toSorted(
    (a, b) => (ties.get(b.id) ?? 0) - (ties.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
  )
  const stay = new Set(inOrder.slice(0, limit).map(({ id }) => id))
  const kept = network.ties.filter(({ from, to }) => stay.has(from) && stay.has(to))
  const cut = among(network, kept)
  return { network: cut, left: network.nodes.length - cut.nodes.length }
}

function among(network: Network, ties: readonly Tie[]): Network {
  const tied = new Set(ties.flatMap(({ from, to }) => [from, to]))
  return {
    nodes: network.nodes.filter(({ id }) => tied.has(id)),
    ties,
    journeys: network.journeys.filter(({ person }) => tied.has(person)),
  }
}

const chosen = (wanted: readonly string[] | undefined, code: string): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(code)

function inTime({ since, until }: Tie, { from, to }: NetworkFilter): boolean {
  if (!from && !to) return true
  const [begin, end] = [since, until].map(date => (date === null ? null : parsePartialDate(date)))
  if (!begin && !end) return false
  return !(from && end && lastDay(end) < from) && !(to && begin && firstDay(begin) > to)
}

function inPlace(tie: Tie, nodes: ReadonlyMap<string, Node>, wanted: readonly string[] | undefined): boolean {
  if (wanted === undefined || wanted.length === 0) return true
  if (tie.country !== null) return wanted.includes(tie.country)
  return [tie.from, tie.to].some(id => {
    const node = nodes.get(id)
    return node?.of === 'suspect' && node.country !== null && wanted.includes(node.country)
  })
}

const ofKind = (tie: Tie, nodes: ReadonlyMap<string, Node>, wanted: readonly string[] | undefined): boolean =>
  [tie.from, tie.to].every(id => {
    const node = nodes.get(id)
    return node?.of !== 'suspect' || chosen(wanted, node.kind)
  })
