import { type Bytes, cost, openKeys, type OpenKeys, passphraseKey, randomBytes, seal, tagOf, unseal } from './cipher.ts'
import { dropBox, type LockedBox, type Passkey, putBox, type SealedBytes, type Store } from './store.ts'

/**
 * One box a member of staff. The passphrase opens one of two locks; behind each lies the key of another inside: the caseload,
 * or the small one that may be shown under duress. What lies inside of one says nothing about the other.
 */
export type Side = 'own' | 'shown'

export interface OpenBox {
  readonly id: string
  readonly side: Side
  readonly keys: OpenKeys
}

export type Opening =
  | { readonly status: 'open'; readonly box: OpenBox }
  | { readonly status: 'wrong'; readonly left: number }
  | { readonly status: 'wait'; readonly seconds: number }
  /** Too many wrong tries: the keys are gone. What was sent is safe on the server. */
  | { readonly status: 'destroyed' }
  | { readonly status: 'none' }
  /** The passkey of this box was not given; no try was made. */
  | { readonly status: 'no_passkey' }

/** Wrong tries after which the keys are destroyed; the first four are free, then each one waits twice as long. */
export const mostTries = 10
export const waitAfter = (failures: number): number => (failures < 4 ? 0 : Math.min(3600, 30 * 2 ** (failures - 4)))

/** Makes a box. `shown`: the passphrase to give under duress; without one its lock is noise. Null: the passkey was turned down. */
export async function makeBox(
  store: Store,
  o: {
    readonly login: string
    readonly token: string
    readonly passphrase: string
    readonly shown: string | null
    /** Makes a passkey for a salt; null: the passphrase alone opens the box. */
    readonly bind: ((salt: Bytes) => Promise<{ readonly passkey: Passkey; readonly secret: Bytes } | null>) | null
  },
): Promise<{ readonly own: OpenBox; readonly shown: OpenBox | null } | null> {
  const salt = randomBytes(16)
  const bound = o.bind === null ? null : await o.bind(salt)
  if (o.bind !== null && bound === null) return null
  const secret = bound?.secret ?? null
  const id = crypto.randomUUID()
  const box = { salt, cost }
  const own = await newInside(box, o.passphrase, { side: 'own', secret })
  const shown = o.shown === null ? null : await newInside(box, o.shown, { side: 'shown', secret })
  const locks = [own.lock, shown?.lock ?? noise(own.lock)]
  if ((randomBytes(1)[0] ?? 0) % 2 === 1) locks.reverse()
  const passkey = bound ? { passkey: bound.passkey } : {}
  const tag = await tagOf(salt, o.login)
  await putBox(store, { id, tag, token: o.token, ...box, ...passkey, locks, failures: 0, waitUntil: 0 })
  return {
    own: { id, side: 'own', keys: await openKeys(own.data) },
    shown: shown && { id, side: 'shown', keys: await openKeys(shown.data) },
  }
}

/** Tries a passphrase. Every try is counted before it is made, so that switching off in the middle saves none. */
export async function openBox(
  store: Store,
  o: {
    readonly login: string
    readonly passphrase: string
    readonly now: number
    readonly secretOf: (passkey: Passkey, salt: Bytes) => Promise<Bytes | null>
  },
): Promise<Opening> {
  const box = await boxOf(store, o.login)
  if (!box) return { status: 'none' }
  if (box.waitUntil > o.now) return { status: 'wait', seconds: Math.ceil((box.waitUntil - o.now) / 1000) }
  const secret = box.passkey ? await o.secretOf(box.passkey, box.salt) : null
  if (box.passkey && secret === null) return { status: 'no_passkey' }
  const failures = box.failures + 1
  await putBox(store, { ...box, failures, waitUntil: o.now + waitAfter(failures) * 1000 })
  const inside = await insideOf(box, o.passphrase, secret)
  if (inside) {
    await putBox(store, { ...box, failures: 0, waitUntil: 0 })
    return { status: 'open', box: { id: box.id, side: inside.side, keys: await openKeys(inside.data) } }
  }
  if (failures < mostTries) return { status: 'wrong', left: mostTries - failures }
  await dropBox(store, box.id)
  return { status: 'destroyed' }
}

/** The box of this sign-in name, or null. */
export async function boxOf(store: Store, login: string): Promise<LockedBox | null> {
  for (const box of await store.getAll('box')) if (box.tag === (await tagOf(box.salt, login))) return box
  return null
}

const sides: readonly Side[] = ['own', 'shown']

async function newInside(
  box: Pick<LockedBox, 'salt' | 'cost'>,
  passphrase: string,
  { side, secret }: { readonly side: Side; readonly secret: Bytes | null },
): Promise<{ data: Bytes; lock: SealedBytes }> {
  const data = randomBytes(32)
  const content = new Uint8Array(33)
  content[0] = sides.indexOf(side)
  content.set(data, 1)
  return { data, lock: await seal(await passphraseKey(passphrase, box, secret), content) }
}

async function insideOf(
  box: LockedBox,
  passphrase: string,
  secret: Bytes | null,
): Promise<{ side: Side; data: Bytes } | null> {
  const key = await passphraseKey(passphrase, box, secret)
  for (const lock of box.locks) {
    const content = await unseal(key, lock)
    if (content) return { side: sides[content[0] ?? 0] ?? 'own', data: content.slice(1) }
  }
  return null
}

const noise = (like: SealedBytes): SealedBytes => ({ iv: randomBytes(12), bytes: randomBytes(like.bytes.length) })
