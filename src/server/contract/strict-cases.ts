import { z } from 'zod'
import { Id } from './shared.ts'

export const StrictCases = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        office: Id,
        number: z.string().nullable(),
        /** Who carries it. */
        worker: Id.nullable(),
        workerName: z.string(),
        /** You are let in. */
        mine: z.boolean(),
      }),
    ),
  })
  .meta({
    id: 'StrictCases',
    description: 'That there are strict cases and who carries them; nothing of what they say.',
  })

export const NameOnCase = z
  .object({
    account: Id,
    as: z.enum(['named', 'caseworker']),
    /** Code of the list `naming_reason`. */
    why: z.enum(['works_on_it', 'backup', 'supervises', 'emergency']),
    reason: z.string().trim().min(1).max(2000),
  })
  .meta({ id: 'NameOnCase', description: 'Lets a colleague into a strict case; yourself, in an emergency.' })
