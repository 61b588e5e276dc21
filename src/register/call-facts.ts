import { callFacts, type CallFact, type ConsultationFact } from '#casework/hotline/call-facts.ts'
import type { RecordView } from '#changes/change.ts'
import { factColumn, factDimensions } from './fact-columns.ts'
import { factBatch, insertFacts } from './fact-rows.ts'
import { dimensionValues } from './fact-values.ts'
import { placeOf } from './facts-write.ts'
import { personKey } from './keys.ts'
import { rootOf } from './links.ts'
import type { RecordRow } from './rows.ts'
import type { Work } from './work.ts'

/** Rows of `fact_call` and `fact_consultation`: one contact gives one of the first and any number of the second. */

type Ground = Pick<Work, 'dictionary' | 'offices'>

/** Whose the case of a call is; null where the call names none, or the case is not there yet. */
export interface Caller {
  readonly person: string
  readonly root: string
}

export function callColumns(work: Pick<Work, 'dictionary'>): readonly string[] {
  const own = ['office_id', 'region', 'record_id', 'year', 'case_id', 'person_id', 'person_key', 'persons', 'count']
  return [...own, 'route', ...factDimensions(work.dictionary, 'call').map(({ id }) => factColumn(id))]
}

export function consultationColumns(work: Pick<Work, 'dictionary'>): readonly string[] {
  const own = ['office_id', 'region', 'record_id', 'slot', 'year', 'count', 'route']
  return [...own, ...factDimensions(work.dictionary, 'consultation').map(({ id }) => factColumn(id))]
}

export const callFactsOf = (work: Ground, record: RecordView) =>
  callFacts(work.dictionary, record, placeOf(work, record.office))

export const callValues = (work: Ground, fact: CallFact, caller: Caller | null): readonly unknown[] => [
  fact.office, work.offices.byId(fact.office)?.region ?? null, fact.record, fact.year, fact.case, caller?.person ?? null,
  caller ? personKey(caller.root) : null, fact.persons, fact.count, fact.route,
  ...dimensionValues(work, 'call', fact.dims),
] // biome-ignore format: one line a group

export const consultationValues = (work: Ground, fact: ConsultationFact): readonly unknown[] => [
  fact.office, work.offices.byId(fact.office)?.region ?? null, fact.record, fact.slot, fact.year, fact.count, fact.route,
  ...dimensionValues(work, 'consultation', fact.dims),
] // biome-ignore format: one line a group

/** Writes the facts of one contact anew. Runs as the register: whose the case is does not depend on who asks. */
export async function writeCallFacts(work: Work, record: RecordView): Promise<void> {
  const { call, consultations } = callFactsOf(work, record)
  const caller = call.case === null ? null : await callerOf(work, call.case)
  for (const table of ['fact_call', 'fact_consultation'] as const)
    await work.client.query(`delete from ${table} where office_id = $1 and record_id = $2`, [record.office, record.id])
  await insertFacts(work, 'fact_call', callColumns(work), [callValues(work, call, caller)])
  const topics = consultations.map(fact => consultationValues(work, fact))
  await insertFacts(work, 'fact_consultation', consultationColumns(work), topics)
}

async function callerOf(work: Work, kase: string): Promise<Caller | null> {
  const { rows } = await work.client.query<{ person: string }>(
    "select person from record where id = $1 and type = 'case'",
    [kase],
  )
  const person = rows[0]?.person
  return person === undefined ? null : { person, root: await rootOf(work, person) }
}

/** A case that begins after a call had named it: the call's caller is somebody from now on. */
export async function nameCallers(work: Work, row: RecordRow): Promise<void> {
  const { rows } = await work.client.query({
    name: 'nameless-callers',
    text: 'select 1 from fact_call where case_id = $1 and person_id is null',
    values: [row.id],
  })
  if (row.person === null || rows.length === 0) return
  await work.client.query({
    name: 'name-callers',
    text: 'update fact_call set person_id = $2, person_key = $3 where case_id = $1 and person_id is null',
    values: [row.id, row.person, personKey(await rootOf(work, row.person))],
  })
}

/** Batches for COPY, as a load and a rebuild write them. */
export function callBatches(work: Ground) {
  const calls = factBatch('fact_call', callColumns(work))
  const consultations = factBatch('fact_consultation', consultationColumns(work))
  return {
    all: [calls, consultations],
    add(record: RecordView, caller: Caller | null): void {
      const facts = callFactsOf(work, record)
      calls.add(callValues(work, facts.call, caller))
      for (const fact of facts.consultations) consultations.add(consultationValues(work, fact))
    },
  }
}
