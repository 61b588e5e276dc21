import { officeTree } from '#access/office-tree.ts'
import { permissionsOf } from '#access/permission.ts'
import type { RoleId } from '#access/role.ts'
import { latestDayOnEarth } from '#casework/when.ts'
import { type CarriedFile, withWaiting } from '#field/carried.ts'
import { type Fetched, fetchCarried, type Link, sendFiles, sendWaiting } from '#field/sync.ts'
import { shownFiles } from '#field/shown-files.ts'
import type { ChangeResult } from '#changes/change.ts'
import * as calls from '../api/calls.ts'
import { call, letStandIn, RefusalError, sendFile } from '../api/client.ts'
import { newId } from '../api/push.ts'
import { queries } from '../api/query.ts'
import { comeIn, forgetEverything, whenPutAway } from '../session/store.ts'
import { carryable, deviceEmptied, newDevice, raiseAlarm } from './calls.ts'
import { makeBox, type OpenBox, openBox, type Opening } from './box.ts'
import { bind, secretOf } from './passkey.ts'
import { type DeviceShelf, newShelf, openShelf } from './shelf.ts'
import { standInOf } from './stand-in.ts'
import { type Phone, phoneBecomes, phoneNow } from './state.ts'
import { dropBox, openStore } from './store.ts'
import { takeAlong, tookAlongAt } from './take-along.ts'

interface Opened {
  readonly box: OpenBox
  readonly shelf: DeviceShelf
  readonly me: calls.Me
}

let opened: Opened | null = null
whenPutAway(close)

async function look(change: Partial<Extract<Phone, { readonly state: 'open' }>> = {}): Promise<void> {
  if (!opened) return phoneBecomes({ state: 'closed' })
  const { shelf, me } = opened
  const phone = phoneNow()
  const before = phone.state === 'open' ? phone : { sent: [], busy: false, signInNeeded: false }
  const [carried, waiting, files, alongAt] = await Promise.all([
    shelf.carried(),
    shelf.waiting(),
    shelf.filesWaiting(),
    tookAlongAt(shelf),
  ])
  phoneBecomes({
    state: 'open',
    owner: me.id,
    carried: carried.length,
    waiting: [...waiting],
    files: files.length,
    heardAt: shelf.heardAt(),
    alongAt,
    sent: before.sent,
    busy: before.busy,
    signInNeeded: before.signInNeeded,
    ...change,
  })
}

/** Makes this device carry cases for the one who is signed in. */
export async function begin(
  me: calls.Me,
  o: {
    readonly passphrase: string
    readonly shown: string | null
    readonly passkey: boolean
    readonly alsoCarry: readonly string[]
  },
): Promise<'begun' | 'no_passkey'> {
  const device = await newDevice(kindOfDevice())
  const { mine, most } = await carryable(device.id)
  const store = await openStore()
  const made = await makeBox(store, {
    login: me.login,
    token: device.token,
    passphrase: o.passphrase,
    shown: o.shown,
    bind: o.passkey ? bind : null,
  })
  if (made === null) {
    await deviceEmptied(device.id)
    return 'no_passkey'
  }
  const { own, shown } = made
  const kept = { device, since: new Date().toISOString() }
  const shelf = await newShelf(store, own, kept)
  const [dictionary, offices] = await Promise.all([calls.dictionaryState(), calls.offices()])
  const answers = { session: me, dictionary, offices }
  const shelves = [shelf]
  if (shown) {
    const other = await newShelf(store, shown, kept)
    shelves.push(other)
    const office = offices.items.find(({ id }) => id === (me.office ?? me.grants[0]?.office))
    const files = shownFiles({
      office: office?.id ?? '',
      officeCode: office?.code ?? 'X',
      author: me.id,
      authorName: me.name,
      dictionary: dictionary.version,
      today: latestDayOnEarth(new Date().toISOString()),
      chance: Math.random,
      newId,
    })
    for (const file of files) await other.keep(file.case.id, null, file)
  }
  for (const each of shelves) for (const [path, reply] of Object.entries(answers)) await each.keepAnswer(path, reply)
  await shelf.choose([...new Set([...o.alsoCarry, ...mine])].slice(0, most))
  await navigator.storage?.persist?.()
  await navigator.serviceWorker?.register('/sw.js')
  await enter({ box: own, shelf, me })
  await sync()
  return 'begun'
}

/** Opens the box of this sign-in name; the owner comes back from what is kept, without a network. */
export async function unlock(login: string, passphrase: string): Promise<Opening> {
  const store = await openStore()
  const opening = await openBox(store, { login, passphrase, now: Date.now(), secretOf })
  if (opening.status !== 'open') return opening
  const shelf = await openShelf(store, opening.box)
  const me = (await shelf.answer('session')) as calls.Me
  await enter({ box: opening.box, shelf, me })
  if (opening.box.side === 'shown') void alarm(shelf.kept.device.token)
  else void sync()
  comeIn(me)
  return opening
}

async function enter(next: Opened): Promise<void> {
  opened = next
  const watched = next.box.side === 'shown'
  queries.clear()
  letStandIn(
    standInOf({
      shelf: next.shelf,
      watched,
      rules: () => rulesOf(next),
      wake: () => void look().then(() => (watched ? undefined : sync())),
      flush: async () => {
        await sync()
        return (await next.shelf.waiting()).every(({ refused }) => refused.length > 0)
      },
      revoked: () => void emptied(),
    }),
  )
  await look({ sent: [], busy: false, signInNeeded: false })
}

async function rulesOf({ shelf, me }: Opened) {
  const [built, state, offices] = await Promise.all([
    import('../shell/dictionary.ts'),
    shelf.answer('dictionary'),
    shelf.answer('offices'),
  ])
  const { dictionary } = await built.assemble(state as Parameters<typeof built.assemble>[0])
  const { items } = offices as { items: readonly calls.Office[] }
  const tree = officeTree(items.map(({ id, parent }) => ({ id, parent })))
  const grants = me.grants.map(grant => ({ ...grant, role: grant.role as RoleId }))
  return { dictionary, permissions: permissionsOf({ id: me.id, kind: 'user', grants }, tree) }
}

const link = (device: string): Link => ({
  push: async changes =>
    (await call<{ results: readonly ChangeResult[] }>('POST', 'changes', { changes }, { server: true, quiet: true }))
      .results,
  carry: cases => call<Fetched>('POST', 'carry', { device, cases }, { server: true, quiet: true }),
})

/** The document takes its file once: `taken` says that an earlier sending had arrived. */
async function attach(document: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    await sendFile(`documents/${document}/content`, new Blob([bytes]), { signal: new AbortController().signal })
    return true
  } catch (error) {
    if (!(error instanceof RefusalError) || error.status === 0 || error.status === 401 || error.status >= 500)
      throw error
    return error.code === 'taken'
  }
}

let running: Promise<void> | null = null

/** Sends what waits and fetches what moved; one run at a time. Ends quietly when the line drops: the next run goes on. */
export function sync(): Promise<void> {
  running ??= run().finally(() => {
    running = null
  })
  return running
}

async function run(): Promise<void> {
  const now = opened
  if (!now || now.box.side === 'shown') return
  await look({ busy: true })
  let signInNeeded = false
  let moved = false
  const over = link(now.shelf.kept.device.id)
  try {
    // Whoever else is signed in here must not become the author of what waits.
    const who = await call<calls.Me>('GET', 'session', undefined, { server: true, quiet: true })
    if (who.id !== now.me.id) {
      signInNeeded = true
      return
    }
    await sendWaiting(now.shelf, over, {
      onSettled: result => {
        moved = true
        const phone = phoneNow()
        const sent = phone.state === 'open' ? phone.sent : []
        void look(result.status === 'refused' ? {} : { sent: [result.id, ...sent].slice(0, 200) })
      },
    })
    moved = (await sendFiles(now.shelf, { attach })) > 0 || moved
    moved = (await fetchCarried(now.shelf, over)).fetched > 0 || moved
    await now.shelf.heard(new Date().toISOString())
    await takeAlong(now.shelf)
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    signInNeeded = error.status === 401
  } finally {
    if (opened === now) await look({ busy: false, signInNeeded })
  }
  if (moved) await queries.invalidateQueries()
}

/** Nothing of the box stays in memory. What lies on the disk stays sealed. */
export function close(): void {
  if (!opened) return
  opened = null
  letStandIn(null)
  phoneBecomes({ state: 'closed' })
}

export const deviceId = (): string | null => opened?.shelf.kept.device.id ?? null

/** Which cases are carried; those left out leave the device. */
export async function carryCases(ids: readonly string[]): Promise<void> {
  await opened?.shelf.choose(ids)
  await look()
  await sync()
}

export const carriedCases = async (): Promise<readonly string[]> =>
  ((await opened?.shelf.carried()) ?? []).map(({ id }) => id)

/** What is carried, as it shows with what waits laid over it. */
export async function carriedFiles(): Promise<readonly CarriedFile[]> {
  const shelf = opened?.shelf
  if (!shelf) return []
  const [ids, waiting] = await Promise.all([shelf.carried(), shelf.waiting()])
  const files = await Promise.all(ids.map(async ({ id }) => withWaiting(id, await shelf.file(id), waiting)))
  return files.filter(file => file !== null)
}

/** Lets go of a change that the server refused; its author decides, nobody else. */
export async function letGo(id: string): Promise<void> {
  const change = (await opened?.shelf.waiting())?.find(each => each.change.id === id)?.change
  await opened?.shelf.settle(id)
  if (change?.type === 'document' && change.base === 0) await opened?.shelf.fileSettled(change.record)
  await look()
  await queries.invalidateQueries()
}

/**
 * Travel: the device forgets everything at once. The server is told when it can be; what was carried can be given back to
 * this person on any device. What was not sent is lost, so the screen asks first.
 */
export async function empty(): Promise<void> {
  const device = opened?.shelf.kept.device.id
  if (device) await deviceEmptied(device).catch(() => undefined)
  await emptied()
}

async function emptied(): Promise<void> {
  const id = opened?.box.id
  if (id) await dropBox(await openStore(), id)
  close()
  forgetEverything()
}

async function alarm(token: string): Promise<void> {
  // Whoever watches finds no open door to the server either.
  await call('DELETE', 'session', undefined, { server: true, quiet: true }).catch(() => undefined)
  const once = () => raiseAlarm(token).then(() => true)
  // Until it is heard, and only while this side is open: nothing of it may lie on the disk.
  while (opened?.box.side === 'shown') {
    if (await once().catch(() => false)) return
    await new Promise(resolve => setTimeout(resolve, 20_000))
  }
}

function kindOfDevice(): 'phone' | 'tablet' | 'computer' {
  if (!matchMedia('(pointer: coarse)').matches) return 'computer'
  return Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet'
}
