import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Asked, questionOf } from '#server/contract/figure-link.ts'
import * as calls from './calls.ts'

export const useChoices = () =>
  useQuery({ queryKey: ['figures', 'choices'], queryFn: calls.figureChoices, staleTime: 60_000 })

export interface Counting {
  readonly answer: calls.Answer | null
  readonly error: unknown
  /** The answer on the page is not yet the one of the sentence. */
  readonly behind: boolean
  /** A request is on its way for more than 300 ms. */
  readonly slow: boolean
  readonly stopped: boolean
  stop(): void
  again(): void
}

/** Counts what is asked. A newer question, leaving the page and `stop` end the older request on the wire. */
export function useAnswer(asked: Asked): Counting {
  const queries = useQueryClient()
  const question = questionOf(asked)
  const key = ['figures', 'count', question] as const
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => calls.answer(question, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  })
  const running = found.fetchStatus === 'fetching'
  const slow = useLate(running)
  const missing = found.isPlaceholderData || found.data === undefined
  return {
    answer: found.data ?? null,
    error: running ? null : found.error,
    behind: missing,
    slow,
    stopped: missing && found.fetchStatus === 'idle' && found.error === null,
    stop: () => void queries.cancelQueries({ queryKey: key }),
    again: () => void found.refetch(),
  }
}

/** True once something has lasted 300 ms: what is quicker needs no word. */
function useLate(running: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!running) return undefined
    const timer = setTimeout(() => setLate(true), 300)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [running])
  return running && late
}
