/** What a reviewer may say of two person records. */
export const verdicts = ['same', 'not_same', 'cannot_decide'] as const
export type Verdict = (typeof verdicts)[number]

/** open: nobody decided, and the reader has said nothing yet. aside: the reader could not decide. disagreed: two reviewers differ. */
export const reviewLists = ['open', 'aside', 'disagreed', 'decided'] as const
export type ReviewList = (typeof reviewLists)[number]

/**
 * decided: a link record says it now. aside: the reviewer could not tell. waits: a second reviewer is asked of this one.
 * disagreed: the two differ, and somebody has to settle it. open: asked again.
 */
export const pairStates = ['decided', 'aside', 'waits', 'disagreed', 'open'] as const
export type PairState = (typeof pairStates)[number]

/**
 * What becomes of a pair. One of the sample is decided once two reviewers agree; where they differ, the next word settles it.
 * @param others latest verdict of each other reviewer, in the order in which they spoke
 */
export function stateAfter(sampled: boolean, others: readonly Verdict[], verdict: Verdict): PairState {
  if (verdict === 'cannot_decide') return others.length > 0 && sampled ? 'disagreed' : 'aside'
  if (!sampled) return 'decided'
  if (others.length === 0) return 'waits'
  return others.length > 1 || others[0] === verdict ? 'decided' : 'disagreed'
}
