import { z } from 'zod'
import { RecordView } from './shared.ts'

const Consent = z.object({
  state: z.enum(['yes', 'no', 'withdrawn', 'never_asked']),
  lacks: z.array(z.enum(['guardian', 'assent'])),
})

/** One event and the cases that are part of it; each person's own consents beside the case. */
export const Incident = z
  .object({
    incident: RecordView,
    cases: z.array(
      z.object({
        case: RecordView,
        /** What to call the person, where the reader may know; null without a name. */
        name: z.string().nullable(),
        /** To assistance, and to data being kept; null where the reader may not know. */
        service: Consent.nullable(),
        data: Consent.nullable(),
      }),
    ),
    /** There are more cases than are shown. */
    more: z.boolean(),
  })
  .meta({ id: 'Incident' })
