import { useCallback } from 'react'
import { useMaybeText, useText } from './text.tsx'

export interface SayableProblem {
  readonly code: string
  readonly field?: string | undefined
  readonly details?: Readonly<Record<string, string | number>> | undefined
}

/** A problem of a check (browser's or server's) as a sentence; an unknown code still says what to look at. */
export function useProblemText(): (problem: SayableProblem) => string {
  const maybe = useMaybeText()
  const t = useText()
  return useCallback(
    problem => maybe(`problem.${problem.code}`, problem.details) ?? t('problem.unnamed', { code: problem.code }),
    [maybe, t],
  )
}
