import { z } from 'zod'
import { CaseFile } from './register.ts'
import { Id, Instant } from './shared.ts'

/** Most cases that one device may carry; the app offers no more, the server takes no more. */
export const mostCarried = 500

const Kind = z.enum(['phone', 'tablet', 'computer'])

export const NewDevice = z.object({ kind: Kind }).meta({ id: 'NewDevice' })
export const DeviceToken = z
  .object({ id: Id, token: z.string() })
  .meta({ id: 'DeviceToken', description: 'The token is shown once. The device sends it as `x-waymark-device`.' })

export const Device = z
  .object({
    id: Id,
    kind: Kind,
    state: z.enum(['in_use', 'emptied', 'revoked']),
    createdAt: Instant,
    lastSeenAt: Instant,
    /** How many cases it was given last; of an emptied device, how many can be given back. */
    carried: z.int(),
    /** When it was last opened with the passphrase of duress; null for its owner, whose screen may be watched. */
    alarmedAt: Instant.nullable(),
  })
  .meta({ id: 'Device' })
export const Devices = z.object({ items: z.array(Device) }).meta({ id: 'Devices' })

export const Carryable = z
  .object({
    /** My open cases, the newest first. */
    mine: z.array(Id),
    /** What this device was given before it was emptied. */
    before: z.array(Id),
    most: z.int(),
  })
  .meta({ id: 'Carryable' })

export const Carry = z
  .object({
    device: Id,
    cases: z.array(z.object({ id: Id, stamp: z.string().max(60).nullable() })).max(mostCarried),
  })
  .meta({ id: 'Carry', description: 'The cases a device holds, with the stamp of the file it holds of each.' })
export const CarryReply = z
  .object({
    files: z.array(z.object({ id: Id, stamp: z.string(), file: CaseFile })),
    /** Cases the device must forget: not there, or not the reader’s any more. */
    gone: z.array(Id),
    /** Ask again, with the stamps received: more files moved than fit into one answer. */
    more: z.boolean(),
  })
  .meta({ id: 'CarryReply' })

export const Alarm = z.object({ token: z.string().min(20).max(200) }).meta({ id: 'Alarm' })
