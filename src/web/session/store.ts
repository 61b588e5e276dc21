import { useSyncExternalStore } from 'react'
import * as calls from '../api/calls.ts'
import { RefusalError, whenConnectionChanges, whenSignedOut } from '../api/client.ts'
import { queries } from '../api/query.ts'
import { mayHoldBox } from '../field/mark.ts'

/**
 * Who sits at this screen. `locked` keeps only the sign-in name, so that the same person comes back with a password;
 * everything else that was read is gone from the page and from memory.
 */
export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'out' }
  /** Nothing answers, but this device may carry cases: its passphrase opens them. */
  | { readonly state: 'sealed' }
  | { readonly state: 'in'; readonly me: calls.Me }
  | { readonly state: 'locked'; readonly me: calls.Me }

let session: Session = { state: 'unknown' }
let online = true
const listeners = new Set<() => void>()
const atSignOut = new Set<() => void>()
const atPuttingAway = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function become(next: Session): void {
  session = next
  for (const listener of listeners) listener()
}

export const useSession = (): Session => useSyncExternalStore(subscribe, () => session)
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => online)

/** Registers what must be forgotten when another person takes the seat (drafts held in memory). */
export function forgetAtSignOut(forget: () => void): void {
  atSignOut.add(forget)
}

/** Registers what leaves memory whenever the screen is put away: locked, signed out, left. */
export function whenPutAway(forget: () => void): void {
  atPuttingAway.add(forget)
}

function putAway(): void {
  queries.clear()
  for (const forget of atPuttingAway) forget()
}

/** Who comes in by the passphrase of this device. */
export function comeIn(me: calls.Me): void {
  if (session.state === 'locked' && session.me.id !== me.id) for (const forget of atSignOut) forget()
  become({ state: 'in', me })
}

/** Asks the server who we are; once at the start and after signing in. */
export async function refresh(): Promise<void> {
  const before = session
  const found = await calls.me().catch((error: unknown) => error)
  if (found instanceof RefusalError || found instanceof Error) {
    const silent = found instanceof RefusalError && found.status === 0
    return become(silent && mayHoldBox() ? { state: 'sealed' } : { state: 'out' })
  }
  const me = found as calls.Me
  if (before.state === 'locked' && before.me.id !== me.id) for (const forget of atSignOut) forget()
  become({ state: 'in', me })
}

/** Takes everything off the screen and asks for the password again. The session on the server ends too. */
export function lock(): void {
  if (session.state !== 'in') return
  become({ state: 'locked', me: session.me })
  putAway()
  void calls.signOut().catch(() => {})
}

export async function leave(): Promise<void> {
  await calls.signOut().catch(() => {})
  forgetEverything()
}

export function forgetEverything(): void {
  become(mayHoldBox() && !online ? { state: 'sealed' } : { state: 'out' })
  putAway()
  for (const forget of atSignOut) forget()
}

whenSignedOut(() => {
  if (session.state !== 'in') return
  become({ state: 'locked', me: session.me })
  putAway()
})

whenConnectionChanges(now => {
  if (now === online) return
  online = now
  for (const listener of listeners) listener()
})
