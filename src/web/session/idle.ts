import { useEffect } from 'react'
import { lock } from './store.ts'

const signsOfLife = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Locks after `minutes` without a touch or a key. Wall clock, not a timer: a laptop that slept locks on waking. */
export function useIdleLock(minutes: number): void {
  useEffect(() => {
    let last = Date.now()
    const touched = () => {
      if (Date.now() - last >= minutes * 60_000) lock()
      last = Date.now()
    }
    const look = () => {
      if (Date.now() - last >= minutes * 60_000) lock()
    }
    const timer = setInterval(look, 1_000)
    for (const sign of signsOfLife) window.addEventListener(sign, touched, { passive: true, capture: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const sign of signsOfLife) window.removeEventListener(sign, touched, { capture: true })
      document.removeEventListener('visibilitychange', look)
    }
  }, [minutes])
}
