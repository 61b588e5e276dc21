import type { KeyObject } from 'node:crypto'
import type pg from 'pg'
import { caseNumber } from '#changes/case-number.ts'
import type { CaseFile } from '#changes/change.ts'
import {
  type Appended,
  changeColumns,
  changeValues,
  newId,
  prepareAppend,
  recordColumnList,
  recordValues,
} from './append.ts'
import { copyBatch } from './copy.ts'
import {
  aggregateFactsOf,
  factsOf,
  factTableColumns,
  instanceValues,
  routeOfFacts,
  serviceValues,
} from './facts-write.ts'
import type { ImportUnit, RecordDraft } from './import-unit.ts'
import { relinkAll } from './links.ts'
import { viewOf } from './rows.ts'
import { subjectOf } from './subject-key.ts'
import { personTokens } from './tokens.ts'
import type { Work } from './work.ts'

/** A unit none of whose records, cases or persons exists yet. */
export type NewUnit = ImportUnit

/**
 * Creates records in bulk: the same sealed log lines, records, tokens and facts as single changes make, sent by COPY.
 * `add` prepares (and returns how many records), `send` writes what was prepared, `settle` runs once at the end.
 */
export function bulkLoad(work: Work, origin: string) {
  const changes = copyBatch('change', changeColumns)
  const records = copyBatch('record', recordColumnList)
  const keyRows = copyBatch('subject_key', ['subject', 'office_id', 'shared', 'wrapped'])
  const names = copyBatch('name_token', ['office_id', 'person', 'shared', 'tokens'])
  const exact = copyBatch('exact_token', ['office_id', 'person', 'shared', 'kind', 'token'])
  const instances = copyBatch('fact_instance', factTableColumns(work, 'instance'))
  const services = copyBatch('fact_service', factTableColumns(work, 'service'))
  const all = [keyRows, records, changes, names, exact, instances, services]
  let links = 0
  let shared = 0

  const addUnit = (unit: NewUnit, numbers: CaseNumbers): number => {
    const byCase = groupByCase(unit.records)
    const subjectKeys = new Map<string, KeyObject>()
    const appended = new Map<string, Appended>()
    const missions = [...new Set(unit.records.filter(draft => draft.type === 'case').map(draft => draft.office))]
    for (const draft of unit.records) {
      const subject = subjectOf(draft)
      const others = draft.type === 'person' ? missions.filter(office => office !== draft.office) : []
      let key = subjectKeys.get(subject)
      if (!key) {
        const made = work.register.keys.newSubjectKey(subject)
        key = made.key
        subjectKeys.set(subject, key)
        keyRows.add([subject, draft.office, others, made.wrapped])
      }
      const set = draft.type === 'case' ? { ...draft.set, number: numbers.next(draft.office) } : draft.set
      const prepared = prepareAppend(work, {
        change: {
          id: newId(),
          type: draft.type,
          record: draft.id,
          office: draft.office,
          person: draft.person,
          case: draft.case,
          base: 0,
          set,
          madeAt: work.now.toISOString(),
        },
        before: null,
        content: set,
        key,
        origin,
        merged: false,
      })
      const ready = others.length > 0 ? { ...prepared, row: { ...prepared.row, shared: others } } : prepared
      appended.set(draft.id, ready)
      changes.add(changeValues(ready))
      records.add(recordValues(ready))
      if (draft.type === 'link') links += 1
      if (draft.type === 'person') {
        const tokens = personTokens(work.register.keys, draft.set)
        if (tokens.names.length > 0) names.add([draft.office, draft.id, others, tokens.names])
        for (const { kind, token } of tokens.exact) exact.add([draft.office, draft.id, others, kind, token])
      }
      if (draft.type === 'aggregate')
        for (const fact of aggregateFactsOf(work, viewOf(ready.row, ready.row.content)).instances)
          instances.add(instanceValues(work, fact, null))
    }
    const offices = new Set<string>()
    for (const [caseId, hanging] of byCase) {
      const file = fileOf(caseId, hanging, appended)
      if (!file) continue
      if (offices.has(file.case.office)) shared += 1
      offices.add(file.case.office)
      const facts = factsOf(work, file)
      for (const fact of facts.instances) instances.add(instanceValues(work, fact, file.case.person))
      for (const fact of facts.services) services.add(serviceValues(work, fact, file.case.person, routeOfFacts(facts)))
    }
    return unit.records.length
  }

  return {
    add: (units: readonly NewUnit[], numbers: CaseNumbers): number => {
      let added = 0
      for (const unit of units) added += addUnit(unit, numbers)
      return added
    },
    send: async (): Promise<void> => {
      for (const batch of all) await batch.send(work.client)
    },
    settle: async (): Promise<void> => {
      if (links > 0) await relinkAll(work)
      if (links > 0 || shared > 0) await settleAllCounts(work.client)
    },
  }
}

function groupByCase(drafts: readonly RecordDraft[]): ReadonlyMap<string, readonly RecordDraft[]> {
  const groups = new Map<string, RecordDraft[]>()
  for (const draft of drafts)
    if (draft.case !== null) {
      const group = groups.get(draft.case)
      if (group) group.push(draft)
      else groups.set(draft.case, [draft])
    }
  return groups
}

function fileOf(
  caseId: string,
  drafts: readonly RecordDraft[],
  appended: ReadonlyMap<string, Appended>,
): CaseFile | null {
  const view = (id: string | null) => {
    const row = id === null ? undefined : appended.get(id)?.row
    return row ? viewOf(row, row.content) : null
  }
  const home = view(caseId)
  if (!home) return null
  return {
    person: view(home.person),
    case: home,
    records: drafts.filter(draft => draft.id !== caseId).flatMap(draft => view(draft.id) ?? []),
  }
}

export interface CaseNumbers {
  next(office: string): string
}

/** Takes `count` running numbers from the sequence at once, for cases about to be created; gaps do no harm. */
export async function reserveCaseNumbers(work: Work, count: number): Promise<CaseNumbers> {
  const { rows } = await work.client.query<{ last: number }>(
    "select setval('case_number', nextval('case_number') + $1::bigint) as last",
    [count],
  )
  const end = Number(rows[0]?.last)
  let next = end - count
  const year = work.now.getUTCFullYear()
  return {
    next(office) {
      if (next >= end) throw new Error('More cases than numbers were reserved for.')
      next += 1
      return caseNumber(work.offices.byId(office)?.code ?? 'X', year, next - 1)
    },
  }
}

/** The same as `settleCounts`, for every person at once: after a load that linked or repeated somebody. */
export async function settleAllCounts(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  await client.query(
    `with ranked as (
        select office_id, case_id, slot, row_number() over (partition by person_key, office_id, slot order by case_id) as place
        from fact_instance where person_key is not null)
      update fact_instance f set count = case when place = 1 then 1 else 0 end
      from ranked r where f.office_id = r.office_id and f.case_id = r.case_id and f.slot = r.slot
        and f.count <> case when place = 1 then 1 else 0 end`,
  )
}
