import { useEffect, useRef, useState } from 'react'
import { RefusalError, upload } from '../api/client.ts'
import { queries } from '../api/query.ts'

/** Where an upload stands. `sent`: all bytes have left, the server cleans and seals. */
export type Upload =
  | { readonly state: 'idle' | 'sent' | 'done' | 'stopped' }
  | { readonly state: 'sending'; readonly share: number }
  | { readonly state: 'failed'; readonly error: unknown }

export const largest = 20 * 1024 * 1024

/** Sends the file of a document; leaving the page stops it. */
export function useUpload(caseId: string) {
  const [now, setNow] = useState<Upload>({ state: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (document: string, file: File): Promise<boolean> => {
    if (file.size > largest) {
      setNow({ state: 'failed', error: new RefusalError(413, { code: 'too_large', message: '', problems: [] }) })
      return false
    }
    const stop = new AbortController()
    running.current = stop
    setNow({ state: 'sending', share: 0 })
    try {
      await upload(`documents/${document}/content`, file, {
        signal: stop.signal,
        onProgress: share => setNow(share < 1 ? { state: 'sending', share } : { state: 'sent' }),
      })
      setNow({ state: 'done' })
      return true
    } catch (error) {
      setNow(error instanceof DOMException ? { state: 'stopped' } : { state: 'failed', error })
      return false
    } finally {
      running.current = null
      await queries.invalidateQueries({ queryKey: ['case', caseId] })
    }
  }
  return { now, start, stop: () => running.current?.abort() }
}
