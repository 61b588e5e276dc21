import { useSyncExternalStore } from 'react'

/** What a browser hands over when it would put this page on the home screen. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

let offer: InstallOffer | null = null
const listeners = new Set<() => void>()

window.addEventListener('beforeinstallprompt', event => {
  event.preventDefault()
  offer = event as InstallOffer
  for (const listener of listeners) listener()
})

/** Asks the browser to install the app; null where it does not offer to, or did already. */
export const useInstall = (): (() => void) | null => {
  const now = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => offer,
  )
  return now === null ? null : () => void now.prompt()
}

/** A page in the browser of an iPhone or iPad that is not on the home screen: what it keeps goes after seven days without a visit. */
export const isTabOnIos = (): boolean => 'standalone' in navigator && navigator.standalone === false
