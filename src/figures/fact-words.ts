import type { FactKind } from '#dictionary/dimensions.ts'
import type { ReportTable } from '#register/reports.ts'
import type { Sentence } from './words.ts'

/** What differs between fact tables in the passport of a figure. */
export interface FactWords {
  /** The table that shows which offices reported. */
  readonly reports: ReportTable
  /** Its rows belong to years, so that an office may have reported for one and not for another. */
  readonly dated: boolean
  /** Every mission is expected to report; else only those that do are spoken of. */
  readonly expected: boolean
  /** Its region is that of the office; else the fact names a region of its own. */
  readonly ofOffices: boolean
  /** The sentence on who reported. */
  readonly coverage: Extract<Sentence, `covered${string}`>
  /** What one row of the table counts, whatever the unit of the indicator. */
  readonly rows: string
  /** Remarks that hold for whatever is counted from it. */
  readonly caveats: readonly Sentence[]
  /** Its units come from cases of missions that share some variables only, which is then said. */
  readonly ofCases: boolean
}

const cases = {
  reports: 'fact_instance',
  dated: true,
  expected: true,
  ofOffices: true,
  coverage: 'covered',
  caveats: ['assisted_only', 'not_prevalence'],
  ofCases: true,
} as const
const calls = {
  ...cases,
  reports: 'fact_call',
  coverage: 'covered_calls',
  caveats: ['not_prevalence'],
  ofCases: false,
} as const
// Who recorded no return has not said that nobody returned.
const returns = { ...cases, reports: 'fact_return', coverage: 'covered_returns' } as const
const money = {
  dated: false,
  expected: false,
  ofOffices: false,
  coverage: 'covered_projects',
  caveats: [],
  ofCases: false,
} as const

// What a mission did beside cases is told as it comes: who told nothing has not said that nothing was done.
const outputs = {
  ...cases,
  reports: 'fact_output',
  coverage: 'covered_outputs',
  caveats: ['not_prevalence'],
  ofCases: false,
} as const

export const factWords: Readonly<Record<FactKind, FactWords>> = {
  instance: { ...cases, rows: 'instances' },
  service: { ...cases, rows: 'services' },
  call: { ...calls, rows: 'contacts' },
  consultation: { ...calls, rows: 'consultations' },
  return: { ...returns, rows: 'returns' },
  reintegration: { ...returns, reports: 'fact_reintegration', rows: 'returnees' },
  project: { ...money, reports: 'fact_project', rows: 'projects' },
  funding: { ...money, reports: 'fact_funding', rows: 'contributions' },
  output: { ...outputs, rows: 'units' },
  support: { ...cases, reports: 'fact_support', coverage: 'covered_support', expected: false, rows: 'payments' },
}
