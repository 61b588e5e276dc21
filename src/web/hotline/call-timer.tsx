import { useEffect, useState } from 'react'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'

export interface CallClock {
  /** Instant of the first answer in milliseconds; null while the form waits. */
  readonly since: number | null
  begin(): void
  /** Whole minutes, the begun one counted; null while the form waits. */
  minutes(): number | null
}

/** Runs from the first answer: a blank form waits for a caller, and nobody has spoken yet. */
export function useCallClock(): CallClock {
  const [since, setSince] = useState<number | null>(null)
  return {
    since,
    begin: () => setSince(before => before ?? Date.now()),
    minutes: () => (since === null ? null : Math.min(600, Math.max(1, Math.ceil((Date.now() - since) / 60_000)))),
  }
}

export function CallTimer({ clock: { since } }: { clock: CallClock }) {
  const t = useText()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (since === null) return
    const beat = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(beat)
  }, [since])
  const seconds = since === null ? 0 : Math.max(0, Math.floor((now - since) / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  return (
    <span className="call-timer quiet small number" role="timer" aria-label={t('hotline.timer')}>
      <Isolated>{`${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`}</Isolated>
    </span>
  )
}
