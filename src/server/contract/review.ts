import { z } from 'zod'
import { pairStates, reviewLists, verdicts } from '#casework/review/verdict.ts'
import { Id, Instant, Line, RecordView } from './shared.ts'

const VerdictCode = z.enum(verdicts)
const Side = z.object({ person: RecordView, cases: z.array(RecordView) })

export const ReviewAsked = z.object({ list: z.enum(reviewLists) })

/** Which pairs wait, the most telling first. Ids and offices only: who they are is read pair by pair. */
export const ReviewQueue = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        offices: z.tuple([Id, Id]),
        /** Asked of two people. */
        sampled: z.boolean(),
        decided: z.boolean(),
      }),
    ),
    /** Of each list, counted to a thousand. */
    sizes: z.record(z.enum(reviewLists), z.int()),
  })
  .meta({ id: 'ReviewQueue' })

/** The first look: both sides, and nothing of what the model thinks. */
export const ReviewedPair = z
  .object({
    id: Id,
    sides: z.tuple([Side, Side]),
    sampled: z.boolean(),
    decided: z.boolean(),
    /** What the reader said of it. */
    mine: VerdictCode.nullable(),
    /** Who said what: once the pair is decided, or two reviewers differ. */
    said: z.array(z.object({ by: z.string(), verdict: VerdictCode, firstLook: VerdictCode, at: Instant })),
  })
  .meta({ id: 'ReviewedPair' })

export const PairEvidence = z
  .object({
    probability: z.number(),
    prior: z.number(),
    parts: z.array(
      z.object({ of: z.string(), seen: z.enum(['same', 'close', 'different', 'unknown']), bits: z.number() }),
    ),
    frequency: z.number(),
    weight: z.number(),
    namesakes: z.tuple([z.int(), z.int()]),
    foundAt: Instant,
    changedSince: z.boolean(),
    sameDay: z.array(z.object({ on: z.string(), offices: z.tuple([Id, Id]) })),
    group: z.object({
      persons: z.array(z.object({ id: Id, office: Id, person: RecordView.nullable() })),
      ties: z.array(z.object({ a: Id, b: Id, probability: z.number(), decided: z.boolean() })),
      more: z.boolean(),
    }),
  })
  .meta({ id: 'PairEvidence', description: 'Weights in bits: they add up to the last, from which the chance follows.' })

/** `id`: of the verdict, and of the change that it makes; sending it again is harmless. */
export const GiveVerdict = z.object({
  id: Id,
  record: Id,
  verdict: VerdictCode,
  firstLook: VerdictCode,
  reason: Line(2_000).optional(),
})
export const TakeBack = z.object({ id: Id })
export const VerdictReply = z.object({ state: z.enum(pairStates) })

export const ReviewNumbers = z
  .object({
    run: z
      .object({
        madeAt: Instant,
        records: z.int().nullable(),
        persons: z.int().nullable(),
        interval: z.object({ from: z.int(), to: z.int() }).nullable(),
        card: z
          .object({
            prior: z.number(),
            comparisons: z.array(
              z.object({
                of: z.string(),
                levels: z.array(z.object({ label: z.string(), m: z.number(), u: z.number() })),
              }),
            ),
            curve: z.array(z.object({ probability: z.number(), persons: z.int() })),
            weights: z.array(z.object({ from: z.int(), pairs: z.int() })),
          })
          .nullable(),
      })
      .nullable(),
    agreement: z.object({ pairs: z.int(), agreed: z.int(), kappa: z.number().nullable() }),
  })
  .meta({ id: 'ReviewNumbers' })

/** The linkage of the register that this server runs; at most one. */
export const LinkageJob = z
  .object({
    state: z.enum(['idle', 'running', 'done', 'failed']),
    doing: z.string().nullable(),
    /** Of what it is doing, 0 to 1. */
    share: z.number(),
    problem: z.string().nullable(),
  })
  .meta({ id: 'LinkageJob' })
