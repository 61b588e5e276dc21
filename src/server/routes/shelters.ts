import { nameOf } from '#casework/person-name.ts'
import { plainText } from '#dictionary/answer.ts'
import type { ListLine } from '#register/lists.ts'
import { openProtected } from '#register/protected-answers.ts'
import { shelterBoard } from '#register/shelter-board.ts'
import { OpenAddress, ShelterAddress, ShelterBoard } from '../contract/shelters.ts'
import { ById } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import { workRoute } from '../route.ts'

/** Houses: what is not a plain record. */
export const shelterRoutes = [
  workRoute({
    method: 'GET',
    path: '/shelters/:id',
    tag: 'records',
    about:
      'A house today: its places, how many people lie in each, who of them you may see, their medicine and the incidents of the last days. Never its address.',
    may: 'read',
    params: ById,
    reply: ShelterBoard,
    run: async ({ params }, work) => {
      const board = await shelterBoard(work, params.id)
      if (!board) throw new Refused('not_found')
      const named = (lines: readonly ListLine[]) =>
        lines.map(({ person, ...line }) => ({ ...line, name: nameOf(person) }))
      return {
        ...board,
        stays: named(board.stays),
        incidents: named(board.incidents),
        medicines: named(board.medicines),
      }
    },
  }),

  workRoute({
    method: 'POST',
    path: '/shelters/:id/address',
    tag: 'records',
    about: 'The address of a shelter. It leaves through this door only; each opening is written to the read log.',
    may: 'open_address',
    params: ById,
    body: OpenAddress,
    reply: ShelterAddress,
    run: async ({ params, body }, work) => {
      const content = await openProtected(work, { type: 'shelter', id: params.id, purpose: body.purpose })
      if (!content) throw new Refused('not_found')
      return { address: plainText(content['address']) || null }
    },
  }),
]
