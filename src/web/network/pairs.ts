import type { Certainty, Tie } from '#casework/network/network.ts'

/** All ties between the same two, as one line of the drawing: the surer they are, the closer it pulls. */
export interface Pair {
  readonly a: string
  readonly b: string
  readonly weight: number
}

const weights: Readonly<Record<Certainty, number>> = { confirmed: 3, probable: 2, possible: 1 }

/** Each pair once, in the order of its ids, whatever the order and direction of the ties. */
export function pairsOf(ties: readonly Tie[]): readonly Pair[] {
  const sums = new Map<string, Pair>()
  for (const { from, to, certainty } of ties) {
    if (from === to) continue
    const [a, b] = from < to ? [from, to] : [to, from]
    const key = `${a} ${b}`
    sums.set(key, { a, b, weight: (sums.get(key)?.weight ?? 0) + weights[certainty] })
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair)
}
