import { useEffect } from 'react'
import { forgetEverything } from './store.ts'
import * as calls from '../api/calls.ts'

const left = 'left'

/** Read at the start: leaving empties the document first. */
const neutral = document.querySelector<HTMLMetaElement>('meta[name="waymark-exit"]')?.content || 'about:blank'

const leaving = new Set<() => void>()

/** Told when the page is left by quick exit, after it was emptied: a chat says so to the other side. Returns the way out. */
export function whenLeaving(tell: () => void): () => void {
  leaving.add(tell)
  return () => void leaving.delete(tell)
}

/** Leaves at once: an empty page first, then another site in place of this one. The session ends on the way. */
export function quickExit(): void {
  document.documentElement.replaceChildren(document.createElement('body'))
  document.title = ''
  sessionStorage.setItem(left, '1')
  for (const tell of leaving) tell()
  void calls.signOut().catch(() => {})
  forgetEverything()
  location.replace(neutral)
}

/**
 * Back, after a quick exit, must not show the app: earlier pages of the same tab bounce to the neutral site again.
 * Opening the address anew works as always. True when the page is being left.
 */
export function bounceBack(): boolean {
  if (sessionStorage.getItem(left) === null) return false
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (entry?.type === 'back_forward') {
    location.replace(neutral)
    return true
  }
  sessionStorage.removeItem(left)
  return false
}

/** Shift three times within a second and a half, with nothing between. */
export function useQuickExitKey(): void {
  useEffect(() => {
    let presses: number[] = []
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Shift') {
        presses = []
        return
      }
      if (event.repeat) return
      presses = [...presses.filter(at => event.timeStamp - at < 1_500), event.timeStamp]
      if (presses.length >= 3) quickExit()
    }
    window.addEventListener('keydown', pressed, { capture: true })
    return () => window.removeEventListener('keydown', pressed, { capture: true })
  }, [])
}
