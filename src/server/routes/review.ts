import type { Permissions } from '#access/permission.ts'
import { giveVerdict, takeBack } from '#matching/give-verdict.ts'
import { evidenceOfPair, numbersFor, type Side, sidesOf } from '#matching/review.ts'
import { pairById, pairsOfList, type ReviewPair, sizesOfLists, verdictsOf } from '#register/review-pairs.ts'
import { staffNames } from '#register/staff-names.ts'
import type { Work } from '#register/work.ts'
import type { Problem } from '#changes/change.ts'
import {
  GiveVerdict,
  LinkageJob,
  PairEvidence,
  ReviewAsked,
  ReviewedPair,
  ReviewNumbers,
  ReviewQueue,
  TakeBack,
  VerdictReply,
} from '../contract/review.ts'
import { ById } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import { linkageJob, startLinkage, stopLinkage } from '../linkage-job.ts'
import { registerRoute, workRoute } from '../route.ts'

const shown = 50
const mostCounted = 1_000

/** Whether two records are one person: pairs that a linkage found, looked at by people. */
export const reviewRoutes = [
  workRoute({
    method: 'GET',
    path: '/review/pairs',
    tag: 'records',
    about: 'Pairs of person records that may be one person, those first that move the number of persons most.',
    may: 'review_links',
    query: ReviewAsked,
    reply: ReviewQueue,
    run: async ({ query }, work) => ({
      items: (await pairsOfList(work, query.list, shown)).map(({ id, offices, sampled, decided }) => ({
        id,
        offices: [offices[0], offices[1]] as [string, string],
        sampled,
        decided,
      })),
      sizes: await sizesOfLists(work, mostCounted),
    }),
  }),

  workRoute({
    method: 'GET',
    path: '/review/numbers',
    tag: 'records',
    about: 'What the latest linkage assumed and found, and how often two reviewers agree.',
    may: 'review_links',
    reply: ReviewNumbers,
    run: (_, work) => numbersFor(work),
  }),

  registerRoute({
    method: 'GET',
    path: '/review/run',
    tag: 'records',
    about: 'How far the linkage of the register is that this server runs.',
    may: 'review_links',
    reply: LinkageJob,
    run: async (_, { register }) => linkageJob(register),
  }),

  registerRoute({
    method: 'POST',
    path: '/review/run',
    tag: 'records',
    about:
      'Compares all persons of the register with each other; for those who review all of it. Nothing is joined by it.',
    may: 'review_links',
    reply: LinkageJob,
    run: async (_, { register, permissions }) => {
      reviewsAll(permissions)
      return startLinkage(register)
    },
  }),

  registerRoute({
    method: 'DELETE',
    path: '/review/run',
    tag: 'records',
    about: 'Stops the linkage that runs; what the one before found stays.',
    may: 'review_links',
    reply: LinkageJob,
    run: async (_, { register, permissions }) => {
      reviewsAll(permissions)
      return stopLinkage(register)
    },
  }),

  workRoute({
    method: 'GET',
    path: '/review/pairs/:id',
    tag: 'records',
    about: 'Both records of a pair, without what the model thinks of them. Each opening is in the read log.',
    may: 'review_links',
    params: ById,
    reply: ReviewedPair,
    run: async ({ params }, work) => {
      const { pair, sides } = await opened(work, params.id)
      const given = await verdictsOf(work, pair)
      const mine = given.find(({ account }) => account === work.actor.id)
      // Until then the second reviewer must not know what the first one said.
      const told = pair.decided || (given.length > 1 && mine) ? given : []
      const names = await staffNames(
        work,
        told.map(({ account }) => account),
      )
      return {
        id: pair.id,
        sides,
        sampled: pair.sampled,
        decided: pair.decided,
        mine: mine?.verdict ?? null,
        said: told.map(({ account, verdict, firstLook, at }) => ({
          by: names.get(account) ?? '',
          verdict,
          firstLook,
          at: at.toISOString(),
        })),
      }
    },
  }),

  workRoute({
    method: 'GET',
    path: '/review/pairs/:id/evidence',
    tag: 'records',
    about: 'What speaks for and against one person: weights, how common the names are, who else belongs to the group.',
    may: 'review_links',
    params: ById,
    reply: PairEvidence,
    run: async ({ params }, work) => {
      const { pair, sides } = await opened(work, params.id)
      return evidenceOfPair(work, pair, sides)
    },
  }),

  workRoute({
    method: 'POST',
    path: '/review/pairs/:id/verdict',
    tag: 'records',
    about:
      'Says of a pair that it is one person, is not, or cannot be decided. A pair of the sample waits for a second word.',
    may: 'review_links',
    params: ById,
    body: GiveVerdict,
    reply: VerdictReply,
    run: async ({ params, body }, work) => {
      const { pair, sides } = await opened(work, params.id)
      if (pair.decided) {
        const mine = (await verdictsOf(work, pair)).find(({ account }) => account === work.actor.id)
        if (mine?.verdict === body.verdict) return { state: 'decided' as const }
        throw new Refused('stale')
      }
      const { state, problems } = await giveVerdict(work, { pair, office: sides[0].person.office }, body)
      refuseWith(problems)
      return { state }
    },
  }),

  workRoute({
    method: 'POST',
    path: '/review/pairs/:id/take-back',
    tag: 'records',
    about: 'Takes a decision about a pair back: the two are counted as before it, and the pair is asked again.',
    may: 'review_links',
    params: ById,
    body: TakeBack,
    reply: VerdictReply,
    run: async ({ params, body }, work) => {
      const { pair } = await opened(work, params.id)
      refuseWith(await takeBack(work, pair, body.id))
      return { state: 'open' as const }
    },
  }),
]

async function opened(work: Work, id: string): Promise<{ pair: ReviewPair; sides: readonly [Side, Side] }> {
  const pair = await pairById(work, id)
  const sides = pair && (await sidesOf(work, pair))
  if (!pair || !sides) throw new Refused('not_found')
  return { pair, sides }
}

function reviewsAll(permissions: Permissions | null): void {
  if (!permissions?.reach('review_links').all) throw new Refused('invalid', { problems: [{ code: 'linkage_all' }] })
}

function refuseWith(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refused('invalid', { problems: problems.map(({ code }) => ({ code })) })
}
