import { z } from 'zod'
import { changeLog, readLog } from '#register/read-log-queries.ts'
import { verifyChains } from '#register/verify.ts'
import { ChangeLog, ReadLog, Verification } from '../contract/administration.ts'
import { Id } from '../contract/shared.ts'
import { registerRoute, workRoute } from '../route.ts'

const after = z
  .string()
  .regex(/^\d{1,18}$/)
  .optional()
const limit = z.coerce.number().int().min(1).max(200).default(50)

/** Who read, who changed, and whether anybody tampered with the log. */
export const auditRoutes = [
  workRoute({
    method: 'GET',
    path: '/read-log',
    tag: 'audit',
    about: 'Who opened whose file, when and for what purpose; newest first.',
    may: 'read_log',
    query: z.object({ person: Id.optional(), account: Id.optional(), after, limit }),
    reply: ReadLog,
    run: ({ query }, work) => readLog(work, query),
  }),

  workRoute({
    method: 'GET',
    path: '/change-log',
    tag: 'audit',
    about: 'Who changed which fields of which record; names of fields, never values; newest first.',
    may: 'change_log',
    query: z.object({ after, limit }),
    reply: ChangeLog,
    run: ({ query }, work) => changeLog(work, query),
  }),

  registerRoute({
    method: 'POST',
    path: '/audit/verify',
    tag: 'audit',
    about: 'Recomputes the hash chain of the change log, and names the first broken link.',
    may: 'verify',
    reply: Verification,
    run: (_, { register }) => verifyChains(register, {}),
  }),
]
