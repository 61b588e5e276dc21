import { isDeepStrictEqual } from 'node:util'
import { aggregateFacts, deriveFacts, type InstanceFact, type ServiceFact } from '#casework/facts.ts'
import { noOutcomes, type OutcomeFacts } from '#casework/outcome-facts.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import { factColumn, factDimensions } from './fact-columns.ts'
import { marks } from './fact-rows.ts'
import { settledColumns } from './fact-varies.ts'
import { dimensionValues } from './fact-values.ts'
import { personKey } from './keys.ts'
import { writeOutcomes } from './outcome-facts.ts'
import { send } from './send.ts'
import { settleCounts } from './settle-counts.ts'
import { noMask, serviceBits, serviceMask } from './service-bits.ts'
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
 * nobody knows what was written before, and all of it is written anew. `settles`: the person's counts are settled after it.
 */
export async function writeFacts(
  work: Work,
  place: FactPlace,
  facts: Facts,
  { before: known, settles }: { readonly before: Facts | null; readonly settles: boolean } = nothingKnown,
): Promise<void> {
  const before = known ?? none
  const services = new Map(before.services.map(fact => [fact.record, fact]))
  const changed = facts.services.filter(fact => !isDeepStrictEqual(services.get(fact.record), fact))
  const kept = new Set(facts.services.map(fact => fact.record))
  const removed = known === null || before.services.some(fact => !kept.has(fact.record))
  const same = isDeepStrictEqual(before.instances, facts.instances)
  const { office, record, root } = place
  const [instanceRows, serviceRows] = await Promise.all([
    same ? null : codedInstances(work, place, facts),
    codedServices(work, place, { facts, changed }),
  ])
  const whose = { office, case: record, person: place.person, root, route: routeOfFacts(facts) }
  // Issued in this order, they travel together.
  await Promise.all([
    instanceRows && writeInstances(work, place, { facts, rows: instanceRows }),
    writeServices(work, place, { facts, rows: serviceRows, removed }),
    settles && !same && root !== null ? settleCounts(work, root) : null,
    writeOutcomes(work, whose, facts.outcomes, known?.outcomes ?? null),
  ])
}

const nothingKnown = { before: null, settles: false }

/** Whose facts: office and case (or counted line), the person and their group; null where nobody is known. */
export interface FactPlace {
  readonly office: string
  readonly record: string
  readonly person: string | null
  readonly root: string | null
}

const codedInstances = (work: Work, { root }: FactPlace, facts: Facts) =>
  work.register.codes.coded(
    factTableColumns(work, 'instance'),
    facts.instances.map(fact => instanceValues(work, fact, root)),
  )

const codedServices = (work: Work, { root }: FactPlace, o: { facts: Facts; changed: readonly ServiceFact[] }) =>
  work.register.codes.coded(
    factTableColumns(work, 'service'),
    o.changed.map(fact => serviceValues(work, fact, root, routeOfFacts(o.facts))),
  )

type Rows = readonly (readonly unknown[])[]

async function writeInstances(
  work: Work,
  { office, record }: FactPlace,
  { facts, rows }: { readonly facts: Facts; readonly rows: Rows },
): Promise<void> {
  await send(work, {
    name: `facts-instance-${work.dictionary.version}-${rows.length}`,
    text: `with gone as (delete from fact_instance where office_id = $1 and case_id = $2 and slot <> all ($3::integer[]))
      ${upsert('fact_instance', factTableColumns(work, 'instance'), rows.length, 4, 'office_id, case_id, slot')}`,
    values: [office, record, facts.instances.map(slotOf), ...rows.flat()],
  })
}

async function writeServices(
  work: Work,
  { office, record }: FactPlace,
  o: { readonly facts: Facts; readonly rows: Rows; readonly removed: boolean },
): Promise<void> {
  const gone = o.removed
    ? send(work, {
        name: 'facts-service-gone',
        text: 'delete from fact_service where office_id = $1 and case_id = $2 and record_id <> all ($3::uuid[])',
        values: [office, record, o.facts.services.map(fact => fact.record)],
      })
    : null
  const columns = factTableColumns(work, 'service')
  // A long list of services goes in pieces, under the limit of parameters.
  const pieces = Array.from({ length: Math.ceil(o.rows.length / 20) }, (_, at) => o.rows.slice(at * 20, at * 20 + 20))
  await Promise.all([
    gone,
    ...pieces.map(piece =>
      send(work, {
        name: `facts-service-${work.dictionary.version}-${piece.length}`,
        text: upsert('fact_service', columns, piece.length, 1, 'office_id, record_id'),
        values: piece.flat(),
      }),
    ),
  ])
}

/** True when there is something to be settled about who paid (see `settleSupport`). */
export const paidOtherwise = (before: Facts, after: Facts): boolean =>
  after.outcomes.support.length > 0 && !isDeepStrictEqual(before.outcomes.support, after.outcomes.support)

const ownColumns = {
  instance: [
    'office_id', 'case_id', 'slot', 'year', 'person_id', 'person_key', 'count', 'region', 'route', 'incident',
    ...settledColumns, 'services_all',
  ],
  service: [
    'office_id', 'record_id', 'case_id', 'person_id', 'person_key', 'year', 'count', 'region', 'route', 'amount', 'currency',
  ],
} as const // biome-ignore format: one line a table

export function factTableColumns(work: Pick<Work, 'dictionary'>, kind: 'instance' | 'service'): readonly string[] {
  return [...ownColumns[kind], ...factDimensions(work.dictionary, kind).map(dimension => factColumn(dimension.id))]
}

export function instanceValues(
  work: Pick<Work, 'dictionary' | 'offices'>,
  fact: InstanceFact,
  root: string | null,
): unknown[] {
  return [
    fact.office,
    fact.record,
    slotOf(fact),
    fact.year,
    fact.person,
    root === null ? null : personKey(root),
    fact.count,
    work.offices.byId(fact.office)?.region ?? null,
    fact.route,
    fact.incident,
    // Until they are settled.
    false,
    -1n,
    false,
    -1n,
    noMask,
    serviceMask(serviceBits(work.dictionary), fact.dims['services'] ?? null),
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
    fact.record,
    fact.case,
    fact.person,
    root === null ? null : personKey(root),
    fact.year,
    1,
    work.offices.byId(fact.office)?.region ?? null,
    route,
    fact.amount?.amount ?? null,
    fact.amount?.currency ?? null,
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
  // What a row cannot know by itself is settled apart (see settling.ts); only counted lines bring their number.
  const value = (column: string) =>
    column === 'count'
      ? `case when ${table}.person_key is null then excluded.count else ${table}.count end`
      : settledColumns.includes(column)
        ? `${table}.${column}`
        : `excluded.${column}`
  const set = columns.filter(column => !key.split(', ').includes(column)).map(column => `${column} = ${value(column)}`)
  return `insert into ${table} (${columns.join(', ')}) values ${marks(rows, columns.length, from)} on conflict (${key}) do update set ${set.join(', ')}`
}
