import type { CaseFile, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, isReserved, plainText } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { type DimensionValue, dimensionsOf, type FactSource, type OfficeFact } from './fact-dimensions.ts'
import { ofType } from './latest.ts'
import { type OutcomeFacts, outcomeFacts } from './outcome-facts.ts'
import { routeOf } from './source.ts'
import { yearIn } from './when.ts'

/**
 * What figures count, derived from a case: coded open answers only, never a name, a text or a place. A pure function of
 * the file: the same records in any order give the same facts, keys sorted. Organisations' own fields come along by
 * their declaration.
 */

/** One mission assisting one person in one year (or, for a counted line, as many instances as it says). */
export interface InstanceFact {
  /** The case, or the counted line: what the fact belongs to when it is derived anew. */
  readonly record: string
  readonly case: string | null
  readonly person: string | null
  readonly office: string
  /** null: no year is known. */
  readonly year: number | null
  readonly count: number
  readonly route: string
  /** The event of which the case is part; null when it is part of none. */
  readonly incident: string | null
  readonly dims: Readonly<Record<string, DimensionValue>>
}

/** One thing given. */
export interface ServiceFact {
  readonly record: string
  readonly case: string
  readonly person: string | null
  readonly office: string
  readonly year: number | null
  readonly dims: Readonly<Record<string, DimensionValue>>
  readonly amount?: { readonly amount: string; readonly currency: string }
}

export interface Facts {
  readonly instances: readonly InstanceFact[]
  readonly services: readonly ServiceFact[]
  readonly outcomes: OutcomeFacts
}

/** Facts of one case. A year counts when the case was registered in it or a service was given in it. */
export function deriveFacts(d: Dictionary, recorded: CaseFile, office: OfficeFact): Facts {
  const file = office.external ? asserted(recorded) : recorded
  const services = ofType(file, 'service')
  const years = yearsOf(file.case.content, services)
  const incident = isAnswered(file.case.content.incident) ? plainText(file.case.content.incident) : null
  const owner = { case: file.case.id, person: file.case.person, office: office.id }
  const instances = years.map((year): InstanceFact => {
    // Services without a date can only be placed when there is one instance to place them in.
    const given = years.length === 1 ? services : services.filter(each => yearIn(each.content.deliveredOn) === year)
    const dims = dimensionsOf(d, 'instance', { ...sourceOf(file, office), year, services: given })
    return { record: file.case.id, ...owner, year, count: 1, route: routeOf(file.case), incident, dims }
  })
  const given = services
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((service): ServiceFact => {
      const year = yearIn(service.content.deliveredOn)
      const dims = dimensionsOf(d, 'service', { ...sourceOf(file, office), year, services: [service] })
      return { record: service.id, ...owner, year, dims, ...amountOf(service) }
    })
  return { instances, services: given, outcomes: outcomeFacts(d, file, office) }
}

/** The fact of a counted line: n instances that nobody can tell apart. Nothing when the line says no number. */
export function aggregateFacts(d: Dictionary, record: RecordView, office: OfficeFact): readonly InstanceFact[] {
  const { count, year } = record.content
  if (typeof count !== 'number' || count < 1) return []
  const known = typeof year === 'number' ? year : null
  const dims = dimensionsOf(d, 'instance', { kind: 'line', line: record, office, year: known })
  const route = routeOf(record)
  const nobody = { case: null, person: null, incident: null }
  return [{ record: record.id, ...nobody, office: office.id, year: known, count, route, dims }]
}

const sourceOf = (file: CaseFile, office: OfficeFact) => ({ kind: 'file', file, office }) satisfies Partial<FactSource>

/** A case of an outside source that names no route came by that one. */
function asserted(file: CaseFile): CaseFile {
  if (isAnswered(file.case.content.route)) return file
  return { ...file, case: { ...file.case, content: { ...file.case.content, route: 'outside_source' } } }
}

function yearsOf(content: Content, services: readonly RecordView[]): readonly (number | null)[] {
  const all = [yearIn(content.registeredOn), ...services.map(service => yearIn(service.content.deliveredOn))]
  const known = [...new Set(all.filter(year => year !== null))].sort((a, b) => a - b)
  return known.length > 0 ? known : [null]
}

function amountOf(service: RecordView): Pick<ServiceFact, 'amount'> {
  const { cost } = service.content
  if (!isAnswered(cost) || isReserved(cost) || typeof cost !== 'object') return {}
  if (!('amount' in cost && 'currency' in cost)) return {}
  return { amount: { amount: String(cost.amount), currency: String(cost.currency) } }
}
