import { useCallback, useEffect, useRef, useState } from 'react'
import { RefusalError } from '../api/client.ts'
import * as calls from './calls.ts'

/** Work on the server that takes a while. Leaving the page stops it: nobody waits for what nobody looks at. */
export interface Running {
  readonly job: calls.Job | null
  /** The server no longer knows of it: it was started anew, or nobody looked for long. Nothing of it was kept. */
  readonly gone: boolean
  readonly error: unknown
  start(begin: () => Promise<calls.Job>): void
  stop(): void
}

/** Milliseconds between two looks. */
const pause = 400
/** How long a server that does not answer is waited for: it may be starting anew. */
const patience = 120_000

export function useJob(): Running {
  const [job, setJob] = useState<calls.Job | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [gone, setGone] = useState(false)
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
      const seen = await look(first.id)
      if (current.current !== first.id) return
      if (seen === 'gone') {
        current.current = null
        setJob(null)
        setGone(true)
        return
      }
      now = seen
      setJob(now)
    }
  }, [])

  return {
    job,
    gone,
    error,
    start: begin => {
      forget()
      setJob(null)
      setError(null)
      setGone(false)
      begin().then(follow).catch(setError)
    },
    stop: () => {
      if (job) calls.end(job.id).catch(setError)
    },
  }
}

/** How far it is; without an answer, again until there is one. @throws RefusalError when there is none for long. */
async function look(id: string): Promise<calls.Job | 'gone'> {
  for (const since = Date.now(); ; ) {
    try {
      return await calls.job(id)
    } catch (error) {
      if (error instanceof RefusalError && error.status === 404) return 'gone'
      const silent = error instanceof RefusalError && (error.status === 0 || error.status >= 502)
      if (!silent || Date.now() - since > patience) throw error
      await new Promise(resolve => setTimeout(resolve, 5 * pause))
    }
  }
}
