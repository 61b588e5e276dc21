import { useSyncExternalStore } from 'react'

/** How this screen looks; nothing about a person, so it may stay on the device. */
export interface Preferences {
  readonly dir: 'ltr' | 'rtl'
  /** Chosen on this screen; null: the account's, or the browser's. */
  readonly language: string | null
  readonly discreet: boolean
  /** Tones when somebody waits in the chat: off until somebody turns them on here. */
  readonly chatSound: boolean
}

const key = 'waymark.look'
const listeners = new Set<() => void>()
let now = read()

function read(): Preferences {
  const none: Preferences = { dir: 'ltr', language: null, discreet: false, chatSound: false }
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return none
    return {
      dir: 'dir' in stored && stored.dir === 'rtl' ? 'rtl' : 'ltr',
      language: 'language' in stored && typeof stored.language === 'string' ? stored.language : null,
      discreet: 'discreet' in stored && stored.discreet === true,
      chatSound: 'chatSound' in stored && stored.chatSound === true,
    }
  } catch {
    return none
  }
}

export function prefer(change: Partial<Preferences>): void {
  now = { ...now, ...change }
  localStorage.setItem(key, JSON.stringify(now))
  apply()
  for (const listener of listeners) listener()
}

/** Writes direction and discretion on the root element, where style sheets look. */
export function apply(): void {
  document.documentElement.dir = now.dir
  document.documentElement.toggleAttribute('data-discreet', now.discreet)
}

export const usePreferences = (): Preferences =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => now,
  )
