import { z } from 'zod'
import { Id, RecordView } from './shared.ts'

const Day = z.iso.date()

/** The days of a report; both belong to it. */
export const PeriodQuery = z
  .object({
    from: Day,
    to: Day,
    /** Only this office and those below it. */
    office: Id.optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < 400 * 86_400_000, { path: ['from'] })

/** What offices told of a period. */
export const ToldOfPeriod = z
  .object({
    activities: z.array(
      z.object({
        activity: RecordView,
        /** Numbers of any day up to the last, and of three years before the first. */
        numbers: z.array(RecordView),
      }),
    ),
    surveys: z.array(RecordView),
    /** There are more activities than are sent: ask for an office or a shorter period. */
    more: z.boolean(),
  })
  .meta({ id: 'ToldOfPeriod' })
