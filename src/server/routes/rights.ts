import { accessBundle } from '#register/access-bundle.ts'
import { removeErasedFiles } from '#register/erased-files.ts'
import { eraseByRequest } from '#register/erasure.ts'
import { inWork } from '#register/work.ts'
import { typesetCopy } from '#reports/copy.ts'
import { AccessBundle, Erased } from '../contract/rights.ts'
import { ById, Bytes } from '../contract/shared.ts'
import { registerRoute, signedIn, workRoute } from '../route.ts'

/** What carries out a decided request of a person: the copy, and the erasure. */
export const rightsRoutes = [
  workRoute({
    method: 'GET',
    path: '/rights-requests/:id/bundle',
    tag: 'audit',
    about:
      'The copy that a granted access request asks for; each compiling is written down and told to the supervisors.',
    may: 'decide_rights',
    params: ById,
    reply: AccessBundle,
    run: ({ params }, work) => accessBundle(work, params.id),
  }),

  registerRoute({
    method: 'GET',
    path: '/rights-requests/:id/paper',
    tag: 'audit',
    about: 'The same copy as a paper to hand over.',
    may: 'decide_rights',
    params: ById,
    reply: Bytes,
    file: 'application/pdf',
    run: async ({ params }, { register, actor }) => {
      const bundle = await inWork(register, signedIn(actor), work => accessBundle(work, params.id))
      return typesetCopy(register.dictionary(), bundle)
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/rights-requests/:id/erase',
    tag: 'audit',
    about:
      'Carries out an erasure that was granted by somebody else than who asked. It cannot be undone; a restored backup does not undo it.',
    may: 'decide_rights',
    params: ById,
    reply: Erased,
    run: async ({ params }, { register, actor }) => {
      const files = await inWork(register, signedIn(actor), work => eraseByRequest(work, params.id))
      // The erasure stands. Should the database fail now, its files wait for the next round, which comes by itself.
      const left = await removeErasedFiles(register).then(
        ({ waiting }) => Math.min(waiting, files),
        () => files,
      )
      return { done: true, filesWaiting: left }
    },
  }),
]
