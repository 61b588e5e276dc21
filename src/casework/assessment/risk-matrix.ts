import type { Content } from '#dictionary/answer.ts'
import { dayOf } from '../when.ts'

/**
 * What level a likelihood and a severity suggest, as versioned tables. A suggestion only: the level in force is the one a
 * person chose (`risk.level`), and nothing here ever writes it.
 */
export type RiskLevel = 'low' | 'medium' | 'high'

interface RiskMatrix {
  readonly version: string
  /** First day (yyyy-mm-dd) whose assessments are read by this table. */
  readonly from: string
  readonly provenance: string
  readonly verified: boolean
  /** severity -> likelihood -> level */
  readonly levels: Readonly<Record<string, Readonly<Record<string, RiskLevel>>>>
}

/** Oldest first. A change is a new table with its day: what an older assessment was told stays true. */
const matrices: readonly [RiskMatrix, ...RiskMatrix[]] = [
  {
    version: '1',
    from: '0000-01-01',
    provenance:
      'Own table of three by three, in the manner of common protection risk matrices; not compared with a published one. Danger to life or freedom is never low.',
    verified: false,
    levels: {
      minor: { unlikely: 'low', possible: 'low', likely: 'medium' },
      serious: { unlikely: 'low', possible: 'medium', likely: 'high' },
      grave: { unlikely: 'medium', possible: 'high', likely: 'high' },
    },
  },
]

/** The table by which an assessment of this date is read; without a date the newest. */
export function matrixFor(assessedOn: Content[string] | undefined): RiskMatrix {
  const day = dayOf(assessedOn) ?? '9999'
  return matrices.findLast(({ from }) => from <= day) ?? matrices[0]
}

/** The level that likelihood and severity of this assessment suggest; null when one of them is not known. */
export function suggestedLevel({ assessedOn, likelihood, severity }: Content): RiskLevel | null {
  if (typeof likelihood !== 'string' || typeof severity !== 'string') return null
  return matrixFor(assessedOn).levels[severity]?.[likelihood] ?? null
}
