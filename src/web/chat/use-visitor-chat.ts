import { useCallback, useEffect, useRef, useState } from 'react'
import * as calls from './calls.ts'
import { whenLeaving } from '../session/quick-exit.ts'

export interface VisitorChat {
  readonly state: 'before' | 'waiting' | 'open' | 'over'
  readonly messages: readonly calls.Message[]
  readonly error: unknown
  start(office: string): Promise<void>
  /** True when it was said. */
  say(text: string): Promise<boolean>
}

/** Milliseconds between two questions for news. */
const beat = 2_500

/**
 * A chat lives in the memory of this page and nowhere else: closing or reloading it is leaving, and nothing on the device
 * opens it again.
 */
export function useVisitorChat(): VisitorChat {
  const [token, setToken] = useState<string | null>(null)
  const [state, setState] = useState<VisitorChat['state']>('before')
  const [messages, setMessages] = useState<readonly calls.Message[]>([])
  const [error, setError] = useState<unknown>(null)
  const last = useRef(0)

  const ask = useCallback(async (of: string) => {
    try {
      const news = await calls.news(of, last.current)
      setState(news.state)
      setError(null)
      const fresh = news.messages.filter(({ n }) => n > last.current)
      last.current = fresh.at(-1)?.n ?? last.current
      if (fresh.length > 0) setMessages(before => [...before, ...fresh])
    } catch (refusal) {
      setError(refusal)
    }
  }, [])

  const going = token !== null && state !== 'over'
  useEffect(() => {
    if (!going) return
    const forget = whenLeaving(() => void calls.leave(token).catch(() => {}))
    const timer = setInterval(() => void ask(token), beat)
    return () => {
      clearInterval(timer)
      forget()
    }
  }, [going, token, ask])

  return {
    state,
    messages,
    error,
    async start(office) {
      try {
        const started = await calls.start(office)
        setToken(started.token)
        setState('waiting')
        setError(null)
      } catch (refusal) {
        setError(refusal)
      }
    },
    async say(text) {
      if (token === null) return false
      try {
        const { done } = await calls.say(token, text)
        await ask(token)
        return done
      } catch (refusal) {
        setError(refusal)
        return false
      }
    },
  }
}
