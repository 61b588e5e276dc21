import type { Problem } from '#changes/change.ts'
import { type PairState, stateAfter, type Verdict } from '#casework/review/verdict.ts'
import { pushChanges } from '#register/push.ts'
import { decidingLink, keepVerdict, type ReviewPair, takeBackVerdicts, verdictsOf } from '#register/review-pairs.ts'
import type { Work } from '#register/work.ts'

export interface Given {
  readonly id: string
  /** Of the link record, should one be written. */
  readonly record: string
  readonly verdict: Verdict
  readonly firstLook: Verdict
  readonly reason?: string | undefined
}

/**
 * Keeps what a reviewer says of a pair, and writes the link record that decides it. A sampled pair is decided once two reviewers agree; where they
 * differ, the next word settles it.
 * @param office where the first record of the pair lives now
 */
export async function giveVerdict(
  work: Work,
  { pair, office }: { readonly pair: ReviewPair; readonly office: string },
  given: Given,
): Promise<{ readonly state: PairState; readonly problems: readonly Problem[] }> {
  const before = (await verdictsOf(work, pair)).filter(({ account }) => account !== work.actor.id)
  await keepVerdict(work, pair, given)
  const state = stateAfter(
    pair.sampled,
    before.map(({ verdict }) => verdict),
    given.verdict,
  )
  if (state !== 'decided') return { state, problems: [] }
  const { id, record, verdict, reason } = given
  const [result] = await pushChanges(work, [
    {
      id,
      type: 'link',
      record,
      office,
      person: pair.a,
      case: null,
      base: 0,
      set: { other: pair.b, verdict, ...(reason === undefined ? {} : { reason }) },
      madeAt: work.now.toISOString(),
      dictionary: work.dictionary.version,
    },
  ])
  return { state, problems: result?.problems ?? [] }
}

/** The decision no longer holds: the link says nothing, and the pair is asked of everybody again. */
export async function takeBack(work: Work, pair: ReviewPair, id: string): Promise<readonly Problem[]> {
  const link = await decidingLink(work, pair)
  await takeBackVerdicts(work, pair)
  if (!link) return []
  const [result] = await pushChanges(work, [
    {
      id,
      type: 'link',
      record: link.id,
      office: link.office,
      person: link.person,
      case: null,
      base: link.version,
      set: { verdict: 'undecided' },
      madeAt: work.now.toISOString(),
      dictionary: work.dictionary.version,
    },
  ])
  return result?.problems ?? []
}
