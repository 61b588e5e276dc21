import type { CaseFile } from '#changes/change.ts'
import { byCode } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { type PaidBy, supportOf } from './fund/support.ts'
import { type DimensionValue, dimensionsOf, type OfficeFact } from './fact-dimensions.ts'
import { type Received, receivedIn } from './reintegration/received.ts'
import { arrivedJourneys, returnedOn } from './return/arrived.ts'
import { yearIn } from './when.ts'

/** Kinds of fact about what became of a person and who paid for it: each row belongs to one case, and persons are told apart by their key. */
export const outcomeKinds = ['return', 'reintegration', 'support'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export interface OutcomeFact {
  /** The journey; for reintegration the case. */
  readonly record: string
  /** Tells the rows of one record apart: the year, or 0. */
  readonly slot: number
  readonly year: number | null
  readonly dims: Readonly<Record<string, DimensionValue>>
  /** Of support: the project or fund of this register, or the project and donor as they were written down. */
  readonly paid?: Pick<PaidBy, 'source' | 'project' | 'donor'>
}

export type OutcomeFacts = Readonly<Record<OutcomeKind, readonly OutcomeFact[]>>

export const noOutcomes: OutcomeFacts = { return: [], reintegration: [], support: [] }

/**
 * A return is one journey that ended where it was meant to; of a returnee there is one row a year for what they received
 * to begin anew with, however much it was. Pure, from open answers only; the same records in any order give the same facts.
 */
export function outcomeFacts(d: Dictionary, file: CaseFile, office: OfficeFact): OutcomeFacts {
  if (file.records.length === 0) return noOutcomes
  return {
    return: returnFacts(d, file, office),
    reintegration: reintegrationFacts(d, file, office),
    support: supportFacts(d, file, office),
  }
}

function returnFacts(d: Dictionary, file: CaseFile, office: OfficeFact): readonly OutcomeFact[] {
  return arrivedJourneys(file)
    .map((journey): OutcomeFact => {
      const year = yearIn(returnedOn(journey))
      const source = { kind: 'file', file, office, year, services: [], journey } as const
      return { record: journey.id, slot: 0, year, dims: dimensionsOf(d, 'return', source) }
    })
    .sort((a, b) => byCode(a.record, b.record))
}

function reintegrationFacts(d: Dictionary, file: CaseFile, office: OfficeFact): readonly OutcomeFact[] {
  const byYear = Map.groupBy(receivedIn(file), each => each.year)
  return [...byYear]
    .map(([year, received]): OutcomeFact => {
      const source = { kind: 'file', file, office, year, services: [], received: areasOf(received) } as const
      return { record: file.case.id, slot: year ?? 0, year, dims: dimensionsOf(d, 'reintegration', source) }
    })
    .sort((a, b) => a.slot - b.slot)
}

/** One row a year and payer. What a record of this register pays for takes its names from there when it is written. */
function supportFacts(d: Dictionary, file: CaseFile, office: OfficeFact): readonly OutcomeFact[] {
  return supportOf(file).map(({ year, source, project, fund, donor }, slot): OutcomeFact => {
    const dims = dimensionsOf(d, 'support', { kind: 'file', file, office, year, services: [] })
    const names = { project, fund, donor: donor === null ? null : [donor] }
    return { record: file.case.id, slot, year, dims: { ...dims, ...names }, paid: { source, project, donor } }
  })
}

const areasOf = (received: readonly Received[]): readonly string[] => received.map(({ area }) => area)
