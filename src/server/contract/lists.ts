import { z } from 'zod'
import { Id, Page, RecordView } from './shared.ts'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Code = z.string().regex(/^[a-z0-9_]{1,60}$/)

/** A worklist or board, asked for: everything absent means any. */
export const ListQuery = z.object({
  office: Id.optional(),
  /** An account, `me`, or `nobody`. */
  who: z.union([Id, z.enum(['me', 'nobody'])]).optional(),
  at: Id.optional(),
  state: Code.optional(),
  kind: Code.optional(),
  open: z.enum(['yes', 'no']).optional(),
  from: Day.optional(),
  to: Day.optional(),
  order: z.enum(['oldest', 'newest']).default('oldest'),
  /** `no`: coded answers only and nobody's name, for calendars that hang where others see them; nobody is shown, so nobody's read log grows. */
  names: z.enum(['yes', 'no']).default('yes'),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const ListLine = z
  .object({
    record: RecordView,
    /** The case it hangs on: number, status, office. Null for records of an office. */
    case: RecordView.nullable(),
    /** What to call the person, where the reader may know; null without a name. */
    name: z.string().nullable(),
    on: Day.nullable(),
  })
  .meta({ id: 'ListLine' })
export const List = Page(ListLine).extend({
  /** Display names of the staff who wrote the records or are named in them. */
  people: z.record(z.string(), z.string()),
})
