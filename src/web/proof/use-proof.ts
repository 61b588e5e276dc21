import { useEffect, useRef, useState } from 'react'
import { RefusalError } from '../api/client.ts'
import { type Proof, proofRead } from './calls.ts'

/** Where the reading stands. `sent`: all bytes have left, the server compares. */
export type Reading =
  | { readonly state: 'idle' | 'sent' | 'stopped' }
  | { readonly state: 'sending'; readonly share: number }
  | { readonly state: 'failed'; readonly error: unknown }
  /** `report`: the file, where it is the figures.json of a report. */
  | { readonly state: 'done'; readonly proof: Proof; readonly report: Blob | null }

const largest = 20 * 1024 * 1024

/** Sends what is to be read and holds the answer on this page only; leaving the page stops it. */
export function useProof() {
  const [now, setNow] = useState<Reading>({ state: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const read = async (file: Blob): Promise<void> => {
    running.current?.abort()
    if (file.size > largest) {
      setNow({ state: 'failed', error: new RefusalError(413, { code: 'too_large', message: '', problems: [] }) })
      return
    }
    const stop = new AbortController()
    running.current = stop
    setNow({ state: 'sending', share: 0 })
    try {
      const proof = await proofRead(file, {
        signal: stop.signal,
        onProgress: share => setNow(share < 1 ? { state: 'sending', share } : { state: 'sent' }),
      })
      const isReport = (await file.slice(0, 64).text()).trimStart().startsWith('{')
      setNow({ state: 'done', proof, report: isReport ? file : null })
    } catch (error) {
      if (!(error instanceof DOMException)) setNow({ state: 'failed', error })
      // An older reading that gave way to a newer one says nothing.
      else if (running.current === stop) setNow({ state: 'stopped' })
    }
  }
  return { now, read, stop: () => running.current?.abort(), begin: () => setNow({ state: 'idle' }) }
}
