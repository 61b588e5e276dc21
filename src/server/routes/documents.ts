import { z } from 'zod'
import { cleanFile } from '#register/clean-file.ts'
import { attach, mayAttach, openFile } from '#register/documents.ts'
import { inWork } from '#register/work.ts'
import { ById, Bytes, Done } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import { registerRoute, signedIn } from '../route.ts'
import { turns } from '../turns.ts'

/** A file is kept within the transaction that says so, on a connection of the database: a slow store must not take them all. */
const inTurn = turns(4)

/** Files of documents: the records are written and read like all others. */
export const documentRoutes = [
  registerRoute({
    method: 'POST',
    path: '/documents/:id/content',
    tag: 'records',
    about:
      'Gives a document its file, as application/octet-stream of at most 20 MB: PDF, JPEG, PNG, WebP, TIFF or GIF, told by content.',
    may: 'write',
    takesFile: true,
    params: ById,
    reply: Done,
    run: async ({ params }, { register, actor, input }) => {
      const { body } = input
      // Whether the document may have a file is asked first: nobody makes the server paint pictures for nothing.
      await inWork(register, signedIn(actor), work => mayAttach(work, params.id))
      if (!Buffer.isBuffer(body)) throw new Refused('wrong_format')
      const file = await cleanFile(body)
      await inTurn(() => inWork(register, signedIn(actor), work => attach(work, params.id, file)))
      return { done: true }
    },
  }),

  registerRoute({
    method: 'GET',
    path: '/documents/:id/content',
    tag: 'records',
    about: 'The file of a document, as an attachment. Each opening is written to the read log.',
    may: 'read',
    params: ById,
    query: z.object({
      purpose: z
        .string()
        .regex(/^[a-z_]{1,40}$/)
        .default('follow_up'),
    }),
    reply: Bytes,
    file: 'application/octet-stream',
    run: async ({ params, query }, { register, actor }, door) => {
      const opened = await inWork(register, signedIn(actor), work => openFile(work, params.id, query.purpose))
      const bytes = await opened.bytes()
      const { contentType, extension } = kinds[opened.mediaType] ?? {
        contentType: 'application/octet-stream',
        extension: 'bin',
      }
      door.attach({ name: `document.${extension}`, contentType })
      return bytes
    },
  }),
]

const kinds: Readonly<Record<string, { readonly contentType: string; readonly extension: string }>> = {
  pdf: { contentType: 'application/pdf', extension: 'pdf' },
  jpeg: { contentType: 'image/jpeg', extension: 'jpg' },
  png: { contentType: 'image/png', extension: 'png' },
  webp: { contentType: 'image/webp', extension: 'webp' },
}
