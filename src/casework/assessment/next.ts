import type { CaseFile, RecordView } from '#changes/change.ts'
import { isChild } from '../age.ts'
import { latest, ofType } from '../latest.ts'
import { dayOf } from '../when.ts'
import { screeningHints } from './rescreening.ts'
import { riskInForce, unmitigatedHighRisks } from './risk.ts'

/** The one thing to do next about assessment. */
export type NextAssessment =
  | { readonly step: 'screen' }
  | { readonly step: 'measure'; readonly risk: RecordView }
  | { readonly step: 'assess'; readonly type: Assessed }

type Assessed = 'risk' | 'needs_assessment' | 'vulnerability_assessment' | 'skills_assessment'

/**
 * A hint at trafficking first, then a high risk that nobody does anything about, then what was never assessed or is due
 * again; when all is in order, the risk once more.
 */
export function nextAssessment(file: CaseFile, today: string): NextAssessment {
  if (screeningHints(file).length > 0) return { step: 'screen' }
  const [bare] = unmitigatedHighRisks(file).filter(risk => measuresFor(file, risk).length === 0)
  if (bare) return { step: 'measure', risk: bare }
  const due = (record: RecordView | null) => {
    const on = dayOf(record?.content.reviewOn)
    return on !== null && on <= today.slice(0, on.length)
  }
  const risk = riskInForce(file)
  if (!risk || due(risk)) return { step: 'assess', type: 'risk' }
  const needs = latest(ofType(file, 'needs_assessment'), 'assessedOn')
  if (!needs || due(needs)) return { step: 'assess', type: 'needs_assessment' }
  const rest: readonly Assessed[] = [
    'vulnerability_assessment',
    ...(isChild(file) ? [] : (['skills_assessment'] as const)),
  ]
  return { step: 'assess', type: rest.find(type => ofType(file, type).length === 0) ?? 'risk' }
}

/** What is done, or was done, about this risk; measures that were dropped are left out. */
export const measuresFor = (file: CaseFile, risk: RecordView): readonly RecordView[] =>
  ofType(file, 'mitigation').filter(({ content }) => content.risk === risk.id && content.state !== 'dropped')
