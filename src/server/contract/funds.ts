import { z } from 'zod'
import { conditions } from '#casework/fund/eligibility.ts'
import { Content, Id, Money } from './shared.ts'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Condition = z.enum(conditions)
const Answer = z.enum(['yes', 'no', 'unknown'])

/** A project or fund: what it is called, and its rules. */
const Source = z.object({ id: Id, type: z.enum(['project', 'fund']), content: Content }).meta({ id: 'MoneySource' })

export const Balance = z
  .object({
    source: Source,
    requested: Money,
    committed: Money,
    paid: Money,
    delivered: Money,
    /** Null without a budget. */
    left: Money.nullable(),
    /** Amounts in another currency without a rate: in no sum. */
    unrated: z.int(),
    /** Persons it has paid for up to now, in every office, known duplicates once; beside them, payments for nobody who is known. */
    reached: z.object({ persons: z.int(), unknown: z.int() }),
  })
  .meta({ id: 'Balance' })
export const Balances = z.object({ items: z.array(Balance) }).meta({ id: 'Balances' })

const Ground = z.object({
  type: z.string(),
  field: z.string(),
  value: z.union([z.null(), z.string(), z.number(), z.array(z.string())]),
})
export const Verdict = z
  .object({
    source: Source,
    answer: Answer,
    /** What decides; null when every condition holds. */
    because: Condition.nullable(),
    reasons: z.array(z.object({ condition: Condition, answer: Answer, restsOn: z.array(Ground) })),
  })
  .meta({
    id: 'Eligibility',
    description: 'Whether a project or fund may pay for the person of a case, and what that rests on.',
  })
export const Verdicts = z.object({ items: z.array(Verdict) }).meta({ id: 'Eligibilities' })

export const GapQuery = z.object({ from: Day, to: Day })
export const Gap = z
  .object({
    unit: z.literal('persons'),
    from: Day,
    to: Day,
    persons: z.int(),
    eligible: z.int(),
    unknown: z.int(),
    none: z.int(),
    why: z.array(z.object({ source: Id, condition: Condition, persons: z.int() })),
    sources: z.array(Source),
    coverage: z.object({ cases: z.int(), offices: z.int(), complete: z.boolean() }),
  })
  .meta({ id: 'Gap', description: 'Persons eligible for nothing, by project or fund and reason.' })
