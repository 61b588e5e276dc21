import { staffNames } from '#register/staff-names.ts'
import { nameOnStrictCase, strictCases } from '#register/strict-cases.ts'
import { ById, Done } from '../contract/shared.ts'
import { NameOnCase, StrictCases } from '../contract/strict-cases.ts'
import { registerRoute, signedIn, workRoute } from '../route.ts'

/** Strict cases from outside: so that none is lost when its caseworker falls ill. */
export const strictCaseRoutes = [
  workRoute({
    method: 'GET',
    path: '/strict-cases',
    tag: 'records',
    about: 'Strict cases of your offices and who carries them; nothing of what they say.',
    may: 'open_restricted',
    reply: StrictCases,
    run: async (_, work) => {
      const items = await strictCases(work)
      const names = await staffNames(
        work,
        items.flatMap(({ worker }) => worker ?? []),
      )
      return { items: items.map(item => ({ ...item, workerName: names.get(item.worker ?? '') ?? '' })) }
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/strict-cases/:id/naming',
    tag: 'records',
    about:
      'Lets a colleague into a strict case, or gives it to one. It is in the read log; the caseworker is told, and data protection when you name yourself.',
    may: 'open_restricted',
    params: ById,
    body: NameOnCase,
    reply: Done,
    run: async ({ params, body }, { register, actor }) => {
      await nameOnStrictCase(register, signedIn(actor), { ...body, case: params.id })
      return { done: true }
    },
  }),
]
