import { z } from 'zod'
import { carry, myOpenCases } from '#register/carry.ts'
import {
  addDevice,
  deviceEmptied,
  type DeviceRow,
  deviceSeen,
  devicesOf,
  raiseAlarm,
  revokeDevice,
} from '#register/devices.ts'
import { inWork } from '#register/work.ts'
import { atDesk } from '#register/desk.ts'
import {
  Alarm,
  Carry,
  CarryReply,
  Carryable,
  type Device,
  Devices,
  DeviceToken,
  mostCarried,
  NewDevice,
} from '../contract/devices.ts'
import { ById, Done, Id } from '../contract/shared.ts'
import { peopleOf } from '../people.ts'
import { Refused } from '../problems.ts'
import { type Asked, deskRoute, type Out, registerRoute, signedIn } from '../route.ts'

/** Devices that carry cases into places without a network: made known, filled, emptied, revoked. */
export const deviceRoutes = [
  deskRoute({
    method: 'POST',
    path: '/devices',
    tag: 'session',
    about: 'Makes this device known, so that it may carry cases. Its token is shown once.',
    may: 'signed_in',
    body: NewDevice,
    reply: DeviceToken,
    run: ({ body }, desk) => addDevice(desk, body.kind),
  }),

  deskRoute({
    method: 'GET',
    path: '/devices',
    tag: 'session',
    about: 'My devices, or those of an account that I manage.',
    may: 'signed_in',
    query: z.object({ account: Id.optional() }),
    reply: Devices,
    run: async ({ query }, desk) => {
      const account = query.account ?? desk.actor.id
      return { items: (await devicesOf(desk, account)).map(row => deviceView(row, desk.actor.id)) }
    },
  }),

  deskRoute({
    method: 'POST',
    path: '/devices/:id/revoke',
    tag: 'session',
    about: 'A device was lost: it is refused from now on, and its owner’s sessions end everywhere.',
    may: 'signed_in',
    params: ById,
    reply: Done,
    run: async ({ params }, desk) => {
      await revokeDevice(desk, params.id)
      return { done: true }
    },
  }),

  deskRoute({
    method: 'POST',
    path: '/devices/:id/emptied',
    tag: 'session',
    about: 'The device carries nothing any more (travel). What it carried can be given back.',
    may: 'signed_in',
    params: ById,
    reply: Done,
    run: async ({ params }, desk) => {
      await deviceEmptied(desk, params.id)
      return { done: true }
    },
  }),

  registerRoute({
    method: 'GET',
    path: '/devices/:id/carryable',
    tag: 'records',
    about: 'Which cases this device could carry: my open ones, and those it carried before it was emptied.',
    may: 'read',
    params: ById,
    reply: Carryable,
    run: async ({ params }, asked) => {
      const before = (await ownDevice(asked, params.id)).carried
      const mine = await inWork(asked.register, signedIn(asked.actor), work => myOpenCases(work, mostCarried))
      return { mine, before, most: mostCarried }
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/carry',
    tag: 'records',
    about:
      'Fetches what moved of the cases that a device carries, and what it must forget. Each file is a reading in the log.',
    may: 'read',
    body: Carry,
    reply: CarryReply,
    run: async ({ body }, asked) => {
      await ownDevice(asked, body.device)
      const reply = await inWork(asked.register, signedIn(asked.actor), async work => {
        const { files, gone, more } = await carry(work, body.cases)
        const told = []
        for (const { id, stamp, file } of files) {
          const records = [file.case, ...(file.person ? [file.person] : []), ...file.records, ...file.otherCases]
          const authors = file.conflicts.map(({ author }) => author)
          told.push({ id, stamp, file: { ...file, people: await peopleOf(work, records, authors) } })
        }
        return { files: told, gone, more }
      })
      const gone = new Set(reply.gone)
      const kept = body.cases.map(({ id }) => id).filter(id => !gone.has(id))
      await deviceSeen(asked.register, body.device, kept)
      return reply
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/devices/alarm',
    tag: 'session',
    about: 'A device was opened with the passphrase of duress. Answered alike whether the token is known or not.',
    may: 'anyone',
    limited: true,
    body: Alarm,
    reply: Done,
    run: async ({ body }, { register }) => {
      await raiseAlarm(register, body.token)
      return { done: true }
    },
  }),
]

/** A device in use of the one who asks; nobody fetches under another's device. */
async function ownDevice({ register, actor }: Asked, id: string): Promise<DeviceRow> {
  const me = signedIn(actor)
  const devices = await atDesk(register, me, register.now(), desk => devicesOf(desk, me.id))
  const device = devices.find(each => each.id === id)
  if (!device || device.state === 'revoked') throw new Refused('not_found')
  return device
}

const deviceView = (row: DeviceRow, reader: string): Out<z.output<typeof Device>> => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
  carried: row.carried.length,
  alarmedAt: row.account === reader ? null : (row.alarmedAt?.toISOString() ?? null),
})
