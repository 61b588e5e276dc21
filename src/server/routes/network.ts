import { openNetwork } from '#register/network.ts'
import { NetworkAsked, OpenedNetwork } from '../contract/network.ts'
import { workRoute } from '../route.ts'

/** Who is tied to whom, across the cases of the offices in which the reader may see it. */
export const networkRoutes = [
  workRoute({
    method: 'POST',
    path: '/network',
    tag: 'records',
    about: 'Suspects, persons by case number, and their ties. Every opening is in the read log with its purpose.',
    may: 'view_network',
    body: NetworkAsked,
    reply: OpenedNetwork,
    run: ({ body }, work) => openNetwork(work, body),
  }),
]
