import { doneByMission } from '#register/mission-work.ts'
import { MissionDone } from '../contract/journeys.ts'
import { ById, Done } from '../contract/shared.ts'
import { registerRoute, signedIn } from '../route.ts'

/** What one mission does for a journey in another mission’s case. */
export const journeyRoutes = [
  registerRoute({
    method: 'POST',
    path: '/tasks/:id/done',
    tag: 'records',
    about:
      'The mission that sees to a leg of a journey says that its part is done, also in a case that it does not see.',
    may: 'write',
    params: ById,
    body: MissionDone,
    reply: Done,
    run: async ({ params, body }, { register, actor }) => {
      await doneByMission(register, signedIn(actor), { task: params.id, on: body.on })
      return { done: true }
    },
  }),
]
