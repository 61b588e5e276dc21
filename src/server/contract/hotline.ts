import { z } from 'zod'
import { Id } from './shared.ts'

/** A word that a caller chose to be known by. It is answered by its fingerprint and kept nowhere. */
export const CallerCode = z.object({ office: Id, code: z.string().min(4).max(60) }).meta({ id: 'CallerCode' })
export const RepeatCaller = z.object({ caller: Id }).meta({ id: 'RepeatCaller' })
