import type { CaseFile, RecordView } from '#changes/change.ts'
import { latest, ofType } from '../latest.ts'

/** The risk in force: the latest of the series, whatever its level; null when nobody assessed. */
export const riskInForce = (file: CaseFile): RecordView | null => latest(ofType(file, 'risk'), 'assessedOn')

/**
 * High risks that still stand: assessed as high, and no measure for them signed off with less than high left. A later
 * assessment of another level answers the earlier one. Continual assessment is asked for by the published review (A33).
 */
export function unmitigatedHighRisks(file: CaseFile): readonly RecordView[] {
  const now = riskInForce(file)
  if (now?.content.level !== 'high') return []
  const settled = ofType(file, 'mitigation').some(
    ({ content }) =>
      content.risk === now.id &&
      content.state === 'signed_off' &&
      (content.residual === 'low' || content.residual === 'medium'),
  )
  return settled ? [] : [now]
}
