import { z } from 'zod'

/** The day on which a mission did its part; absent: today. */
export const MissionDone = z
  .object({
    on: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
  })
  .meta({ id: 'MissionDone' })
