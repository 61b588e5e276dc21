import { isDeepStrictEqual } from 'node:util'
import { aggregateFacts, deriveFacts, type InstanceFact, type ServiceFact } from '#casework/facts.ts'
import { noOutcomes, type OutcomeFacts } from '#casework/outcome-facts.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import { factColumn, factDimensions } from './fact-columns.ts'
import { dimensionValues } from './fact-values.ts'
import { personKey } from './keys.ts'
import { writeOutcomes } from './outcome-facts.ts'
import type { Work } from './work.ts'

/** Facts of one case or one counted line, as derived by the pure function of `casework`. */
export interface Facts {
  readonly instances: readonly InstanceFact[]
  readonly services: readonly ServiceFact[]
  readonly outcomes: OutcomeFacts
}

const none: Facts = { instances: [], services: [], outcomes: noOutcomes }

export function factsOf(work: Pick<Work, 'dictionary' | 'offices'>, file: CaseFile | null): Facts {
  if (!file) return none
  return deriveFacts(work.dictionary, file, placeOf(work, file.case.office))
}

export function aggregateFactsOf(work: Pick<Work, 'dictionary' | 'offices'>, record: RecordView): Facts {
  return { ...none, instances: aggregateFacts(work.dictionary, record, placeOf(work, record.office)) }
}

/** The route of the case, which its services share. */
export const routeOfFacts = (facts: Facts): string => facts.instances[0]?.route ?? 'case_file'

export const sameFacts = (a: Facts, b: Facts): boolean => isDeepStrictEqual(a, b)

/**
 * Writes the facts of one case (or counted line): what differs from `before` is written, what no longer holds removed. Null:
 * nobody knows what was written before, and all of it is written anew.
 */
export async function writeFacts(
  work: Work,
  place: FactPlace,
  facts: Facts,
  known: Facts | null = null,
): Promise<void> {
  const before = known ?? none
  const instances = isDeepStrictEqual(before.instances, facts.instances) ? null : writeInstances(work, place, facts)
  const services = new Map(before.services.map(fact => [fact.record, fact]))
  const changed = facts.services.filter(fact => !isDeepStrictEqual(services.get(fact.record), fact))
  const kept = new Set(facts.services.map(fact => fact.record))
  const removed = known === null || before.services.some(fact => !kept.has(fact.record))
  const { office, record, root } = place
  const whose = { office, case: record, person: place.person, root, route: routeOfFacts(facts) }
  await Promise.all([
    instances,
    writeServices(work, place, { facts, changed, removed }),
    writeOutcomes(work, whose, facts.outcomes, known?.outcomes ?? null),
  ])
}

/** Whose facts: office and case (or counted line), the person and their group; null where nobody is known. */
export interface FactPlace {
  readonly office: string
  readonly record: string
  readonly person: string | null
  readonly root: string | null
}

async function writeInstances(work: Work, { office, record, root }: FactPlace, facts: Facts): Promise<void> {
  const rows = facts.instances.map(fact => instanceValues(work, fact, { root, alone: false }))
  await work.client.query({
    name: `facts-instance-${work.dictionary.version}-${rows.length}`,
    text: `with gone as (delete from fact_instance where office_id = $1 and case_id = $2 and slot <> all ($3::integer[]))
      ${upsert('fact_instance', factTableColumns(work, 'instance'), rows.length, 4, 'office_id, case_id, slot')}`,
    values: [office, record, facts.instances.map(slotOf), ...rows.flat()],
  })
}

async function writeServices(
  work: Work,
  { office, record, root }: FactPlace,
  o: { readonly facts: Facts; readonly changed: readonly ServiceFact[]; readonly removed: boolean },
): Promise<void> {
  if (o.removed)
    await work.client.query({
      name: 'facts-service-gone',
      text: 'delete from fact_service where office_id = $1 and case_id = $2 and record_id <> all ($3::uuid[])',
      values: [office, record, o.facts.services.map(fact => fact.record)],
    })
  const rows = o.changed.map(fact => serviceValues(work, fact, root, routeOfFacts(o.facts)))
  // A long list of services goes in pieces, under the limit of parameters.
  for (let at = 0; at < rows.length; at += 20) {
    const piece = rows.slice(at, at + 20)
    await work.client.query({
      name: `facts-service-${work.dictionary.version}-${piece.length}`,
      text: upsert('fact_service', factTableColumns(work, 'service'), piece.length, 1, 'office_id, record_id'),
      values: piece.flat(),
    })
  }
}

/** True when the years of the instances moved: only then can the count of a person's other case files change. */
export const sameYears = (a: Facts, b: Facts): boolean =>
  isDeepStrictEqual(a.instances.map(slotOf), b.instances.map(slotOf))

/** True when there is something to be settled about who paid (see `settleSupport`). */
export const paidOtherwise = (before: Facts, after: Facts): boolean =>
  after.outcomes.support.length > 0 && !isDeepStrictEqual(before.outcomes.support, after.outcomes.support)

/**
 * Settles which of a person's instances count (one an office and year) and whether the person stands alone in one row:
 * the function of migration 0005.
 */
export async function settleCounts(work: Work, root: string): Promise<void> {
  await work.client.query({ name: 'settle-counts', text: 'select settle_counts($1)', values: [personKey(root)] })
}

export function factTableColumns(work: Pick<Work, 'dictionary'>, kind: 'instance' | 'service'): readonly string[] {
  const own =
    kind === 'instance'
      ? [
          'office_id',
          'region',
          'case_id',
          'slot',
          'year',
          'person_id',
          'person_key',
          'count',
          'alone',
          'route',
          'incident_id',
        ]
      : [
          'office_id',
          'region',
          'record_id',
          'case_id',
          'person_id',
          'person_key',
          'year',
          'count',
          'amount',
          'currency',
          'route',
        ]
  return [...own, ...factDimensions(work.dictionary, kind).map(dimension => factColumn(dimension.id))]
}

export function instanceValues(
  work: Pick<Work, 'dictionary' | 'offices'>,
  fact: InstanceFact,
  { root, alone }: { readonly root: string | null; readonly alone: boolean },
): unknown[] {
  return [
    fact.office,
    work.offices.byId(fact.office)?.region ?? null,
    fact.record,
    slotOf(fact),
    fact.year,
    fact.person,
    root === null ? null : personKey(root),
    fact.count,
    alone,
    fact.route,
    fact.incident,
    ...dimensionValues(work, 'instance', fact.dims),
  ]
}

export function serviceValues(
  work: Pick<Work, 'dictionary' | 'offices'>,
  fact: ServiceFact,
  root: string | null,
  route: string,
): unknown[] {
  return [
    fact.office,
    work.offices.byId(fact.office)?.region ?? null,
    fact.record,
    fact.case,
    fact.person,
    root === null ? null : personKey(root),
    fact.year,
    1,
    fact.amount?.amount ?? null,
    fact.amount?.currency ?? null,
    route,
    ...dimensionValues(work, 'service', fact.dims),
  ]
}

const slotOf = (fact: InstanceFact): number => fact.year ?? 0

export function placeOf(work: Pick<Work, 'offices'>, office: string) {
  const row = work.offices.byId(office)
  return { id: office, region: row?.region ?? null, external: row?.kind === 'outside_source' }
}

function upsert(table: string, columns: readonly string[], rows: number, from: number, key: string): string {
  if (rows === 0) return 'select 1'
  const values = Array.from(
    { length: rows },
    (_, r) => `(${columns.map((_, c) => `$${from + r * columns.length + c}`).join(', ')})`,
  )
  // Whether a person's instance counts, and stands alone, is settled apart (see settleCounts); only counted lines bring
  // their number.
  const value = (column: string) =>
    column === 'count'
      ? `case when ${table}.person_key is null then excluded.count else ${table}.count end`
      : column === 'alone'
        ? `${table}.alone`
        : `excluded.${column}`
  const set = columns.filter(column => !key.split(', ').includes(column)).map(column => `${column} = ${value(column)}`)
  return `insert into ${table} (${columns.join(', ')}) values ${values.join(', ')} on conflict (${key}) do update set ${set.join(', ')}`
}
