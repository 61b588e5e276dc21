import { useCallback, useEffect, useRef, useState } from 'react'
import * as calls from './calls.ts'

/** Work on the server that takes a while. Leaving the page stops it: nobody waits for what nobody looks at. */
export interface Running {
  readonly job: calls.Job | null
  readonly error: unknown
  start(begin: () => Promise<calls.Job>): void
  stop(): void
}

/** Milliseconds between two looks. */
const pause = 400

export function useJob(): Running {
  const [job, setJob] = useState<calls.Job | null>(null)
  const [error, setError] = useState<unknown>(null)
  const current = useRef<string | null>(null)

  const forget = useCallback(() => {
    if (current.current !== null) calls.end(current.current).catch(() => undefined)
    current.current = null
  }, [])
  useEffect(() => forget, [forget])

  const follow = useCallback(async (first: calls.Job) => {
    current.current = first.id
    let now = first
    setJob(now)
    while (now.state === 'running' && current.current === first.id) {
      await new Promise(resolve => setTimeout(resolve, pause))
      if (current.current !== first.id) return
      now = await calls.job(first.id)
      if (current.current === first.id) setJob(now)
    }
  }, [])

  return {
    job,
    error,
    start: begin => {
      forget()
      setJob(null)
      setError(null)
      begin().then(follow).catch(setError)
    },
    stop: () => {
      if (job) calls.end(job.id).catch(setError)
    },
  }
}
