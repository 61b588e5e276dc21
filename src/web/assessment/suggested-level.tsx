import { matrixFor, suggestedLevel } from '#casework/assessment/risk-matrix.ts'
import type { Content } from '#dictionary/answer.ts'
import { useLabels, useText } from '../text/text.tsx'
import { Provenance } from './instrument-note.tsx'

/** What likelihood and severity suggest, beside the answer of a person and never instead of it. */
export function SuggestedLevel({ content }: { content: Content }) {
  const t = useText()
  const labels = useLabels()
  const level = suggestedLevel(content)
  if (level === null) return null
  return (
    <div role="status">
      <p data-suggested={level}>{t('assessment.suggested', { level: labels.code('risk_level', level) })}</p>
      <Provenance {...matrixFor(content.assessedOn)} />
    </div>
  )
}
