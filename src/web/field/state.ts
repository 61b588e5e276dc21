import { useSyncExternalStore } from 'react'
import type { Waiting } from '#field/carried.ts'

/** What the screens show of the device. `closed`: nothing of it is in memory. */
export type Phone =
  | { readonly state: 'closed' }
  | {
      readonly state: 'open'
      readonly owner: string
      readonly carried: number
      readonly waiting: readonly Waiting[]
      /** Pictures and papers that were not sent. */
      readonly files: number
      /** Changes that the server took since the box was opened, newest first. */
      readonly sent: readonly string[]
      readonly heardAt: string | null
      /** When the directory and the questions of surveys were last fetched. */
      readonly alongAt: string | null
      readonly busy: boolean
      /** The session on the server is over: nothing can be sent until its owner signs in. */
      readonly signInNeeded: boolean
    }

let phone: Phone = { state: 'closed' }
const listeners = new Set<() => void>()

export const phoneNow = (): Phone => phone

export function phoneBecomes(next: Phone): void {
  phone = next
  for (const listener of listeners) listener()
}

export const usePhone = (): Phone =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => phone,
  )
