import { useEffect, useState } from 'react'
import type { HouseClock } from '#casework/shelter/medication.ts'
import { localToday } from '../form/today.ts'

/** The clock of the house is the clock of the device in it. */
export function houseClock(at: Date): HouseClock {
  const two = (n: number) => String(n).padStart(2, '0')
  return { day: localToday(at), time: `${two(at.getHours())}${two(at.getMinutes())}` }
}

/** Goes on by itself, so that a missed dose shows without anybody touching the page. */
export function useHouseClock(): HouseClock {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(ticking)
  }, [])
  return houseClock(now)
}
