import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { markBox, unmarkBox } from './mark.ts'

/**
 * What lies on the device's disk: locked boxes, and sealed items under names that say nothing. No clear text ever comes here,
 * neither of a person nor of the member of staff.
 */
export interface LockedBox {
  readonly id: string
  /** Keyed fingerprint of the sign-in name: which box is whose, told only to somebody who knows the name. */
  readonly tag: string
  /** Says to the server which device asks whether it was reported lost; opens nothing. */
  readonly token: string
  readonly salt: Uint8Array<ArrayBuffer>
  readonly cost: { readonly memoryKiB: number; readonly passes: number }
  /** The passkey whose secret is part of every key of this box; absent: the passphrase alone opens it. */
  readonly passkey?: Passkey
  /** Always two locks, in chance order. One may be noise: that a second passphrase exists cannot be seen. */
  readonly locks: readonly SealedBytes[]
  /** Wrong tries in a row, and until when no further one is taken (ms). */
  readonly failures: number
  readonly waitUntil: number
}

/** A passkey that a box is bound to. */
export interface Passkey {
  readonly id: Uint8Array<ArrayBuffer>
}

export interface SealedBytes {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface Layout extends DBSchema {
  box: { key: string; value: LockedBox }
  item: { key: string; value: SealedBytes }
}

export type Store = IDBPDatabase<Layout>

const name = 'w'
export const openStore = (): Promise<Store> =>
  openDB<Layout>(name, 1, {
    upgrade(db) {
      db.createObjectStore('box', { keyPath: 'id' })
      db.createObjectStore('item')
    },
  })

export async function putBox(store: Store, box: LockedBox): Promise<void> {
  await store.put('box', box)
  markBox()
}

/** Removes a box for good. Its items are noise from then on, and are removed too when it was the last. */
export async function dropBox(store: Store, id: string): Promise<void> {
  await store.delete('box', id)
  if ((await store.count('box')) > 0) return
  await store.clear('item')
  unmarkBox()
}
