import { accessBundle } from '#register/access-bundle.ts'
import { eraseByRequest } from '#register/erasure.ts'
import { inWork } from '#register/work.ts'
import { typesetCopy } from '#reports/copy.ts'
import { AccessBundle } from '../contract/rights.ts'
import { ById, Bytes, Done } from '../contract/shared.ts'
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

  workRoute({
    method: 'POST',
    path: '/rights-requests/:id/erase',
    tag: 'audit',
    about:
      'Carries out an erasure that was granted by somebody else than who asked. It cannot be undone; a restored backup does not undo it.',
    may: 'decide_rights',
    params: ById,
    reply: Done,
    run: async ({ params }, work) => {
      await eraseByRequest(work, params.id)
      return { done: true }
    },
  }),
]
