import { useEffect } from 'react'
import { lock } from './store.ts'

const signsOfLife = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Locks the desk after `minutes` without a touch or a key. */
export const useIdleLock = (minutes: number): void => useIdle(minutes, lock)

/**
 * Calls `onIdle` after `minutes` without a touch or a key. Wall clock, not a timer: a laptop that slept is idle on waking.
 * `onIdle` is a function that stays the same.
 */
export function useIdle(minutes: number, onIdle: () => void): void {
  useEffect(() => {
    let last = Date.now()
    const touched = () => {
      if (Date.now() - last >= minutes * 60_000) onIdle()
      last = Date.now()
    }
    const look = () => {
      if (Date.now() - last >= minutes * 60_000) onIdle()
    }
    const timer = setInterval(look, 1_000)
    for (const sign of signsOfLife) window.addEventListener(sign, touched, { passive: true, capture: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const sign of signsOfLife) window.removeEventListener(sign, touched, { capture: true })
      document.removeEventListener('visibilitychange', look)
    }
  }, [minutes, onIdle])
}
