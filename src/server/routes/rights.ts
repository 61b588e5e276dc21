import { accessBundle } from '#register/access-bundle.ts'
import { eraseByRequest } from '#register/erasure.ts'
import { AccessBundle } from '../contract/rights.ts'
import { ById, Done } from '../contract/shared.ts'
import { workRoute } from '../route.ts'

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
