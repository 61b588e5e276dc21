import { z } from 'zod'
import { type ErasedFilesState, erasedFilesState, removeErasedFiles } from '#register/erased-files.ts'
import { changeLog, readLog } from '#register/read-log-queries.ts'
import type { Register } from '#register/register.ts'
import { verifyChains } from '#register/verify.ts'
import { ChangeLog, FilesState, ReadLog, Verification } from '../contract/administration.ts'
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

  registerRoute({
    method: 'GET',
    path: '/files',
    tag: 'audit',
    about: 'Where the files of documents lie, and how many of erased persons still wait to be deleted, and why.',
    may: 'verify',
    reply: FilesState,
    run: async (_, { register }) => filesState(register, await erasedFilesState(register)),
  }),

  registerRoute({
    method: 'POST',
    path: '/files/erase',
    tag: 'audit',
    about: 'Tries at once to delete what still waits; the server does so by itself every five minutes.',
    may: 'verify',
    reply: FilesState,
    run: async (_, { register }) => filesState(register, await removeErasedFiles(register)),
  }),
]

const filesState = ({ files }: Register, { waiting, since, problem }: ErasedFilesState) => ({
  place: files.place,
  erased: { waiting, since: since?.toISOString() ?? null, problem },
})
