import { z } from 'zod'

/** Pieces that every contract uses. Contracts are the wire: what is not declared here does not travel. */
export const Id = z.uuid()
/** One line that people write: no control characters, which neither PostgreSQL nor a CSV can hold. */
export const Line = (max: number, min = 1) =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/^\P{Cc}*$/u)
export const Instant = z.iso.datetime({ offset: true })
export const Money = z.object({
  amount: z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
})
/** Any stored value; the dictionary says which shape a field takes, `checkContent` enforces it. */
export const Value = z.union([
  z.null(),
  z.string().max(50_000),
  z.number(),
  z.array(z.string().max(200)).max(500),
  Money,
  z.record(z.string().max(80), z.string().max(40)),
])
/** A file, as it is. */
export const Bytes = z.custom<Uint8Array>().meta({ type: 'string', format: 'binary' })
export const Content = z.record(z.string().max(80), Value)

export const ProblemDetail = z.object({
  code: z.string(),
  field: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** The body of every refusal. `message` is plain English for people without a catalogue; never personal data. */
export const Refusal = z
  .object({ code: z.string(), message: z.string(), problems: z.array(ProblemDetail).default([]) })
  .meta({ id: 'Refusal', description: 'Why a request was refused and what can be done.' })
export type Refusal = z.infer<typeof Refusal>

export const RecordView = z
  .object({
    type: z.string(),
    id: Id,
    office: Id,
    person: Id.nullable(),
    case: Id.nullable(),
    version: z.int(),
    content: Content,
    dictionary: z.int(),
    author: z.string(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Record', description: 'The present state of one record; fields you may not see are absent.' })

export const Page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })

/** The reply of what has no other: it was done. */
export const Done = z.object({ done: z.boolean() }).meta({ id: 'Done' })
export const ById = z.object({ id: Id })
