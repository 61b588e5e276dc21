import { useMemo } from 'react'
import { type TextKey, useMaybeText, useText } from '../text/text.tsx'
import type { ProofFinding } from './calls.ts'

/** What a finding says, in the reader's language where the catalogue has it. */
export interface ProofWords {
  says(finding: ProofFinding): string
  advice(finding: ProofFinding): string
  weight(finding: ProofFinding): string
  head(key: TextKey): string
}

export function useProofWords(): ProofWords {
  const t = useText()
  const maybe = useMaybeText()
  return useMemo(
    () => ({
      says: ({ code, values, text }) => maybe(`proof.says.${code}`, values) ?? text,
      advice: ({ code, values, advice }) => maybe(`proof.advice.${code}`, values) ?? advice,
      weight: ({ weight }) => t(`proof.weight.${weight}`),
      head: key => t(key),
    }),
    [t, maybe],
  )
}
