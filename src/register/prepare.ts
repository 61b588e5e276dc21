import type { KeyObject } from 'node:crypto'
import { moneyLines } from '#casework/fund/money-lines.ts'
import { caseNumber } from '#changes/case-number.ts'
import type { CaseFile } from '#changes/change.ts'
import { plainText } from '#dictionary/answer.ts'
import { callBatches } from './call-facts.ts'
import {
  type Appended,
  changeColumns,
  changeValues,
  newId,
  prepareAppend,
  recordColumnList,
  recordValues,
} from './append.ts'
import { type CopyText, copyBatch } from './copy.ts'
import { coverageBatch } from './coverage-stated.ts'
import {
  aggregateFactsOf,
  factsOf,
  factTableColumns,
  instanceValues,
  routeOfFacts,
  serviceValues,
} from './facts-write.ts'
import { guardsOfDrafts } from './guards.ts'
import { handedOverIn } from './hand-over.ts'
import type { FactCodes } from './fact-codes.ts'
import { factBatch } from './fact-rows.ts'
import { settledRows } from './fact-varies.ts'
import type { ImportUnit, RecordDraft } from './import-unit.ts'
import type { Keys } from './keys.ts'
import { listedColumns, listedRow, listedValues } from './listed-row.ts'
import { sharedWithMissions } from './mission-share.ts'
import { moneyLineColumns, moneyLineValues } from './money.ts'
import { outcomeBatches } from './outcome-facts.ts'
import { outputBatch } from './output-facts.ts'
import { projectTypes } from './project-facts.ts'
import { viewOf } from './rows.ts'
import { subjectOf } from './subject-key.ts'
import { personTokens } from './tokens.ts'
import type { Work } from './work.ts'

/** What preparing needs; no database (new answers get their codes elsewhere), so that a worker thread can do it. */
export interface PrepareGround extends Pick<Work, 'dictionary' | 'offices' | 'actor' | 'now'> {
  readonly keys: Keys
  readonly codes: FactCodes
}

/** Units made ready for COPY: the sealed log lines, records, keys, tokens and facts that single changes would make. */
export interface PreparedBatch {
  readonly texts: readonly CopyText[]
  readonly units: number
  readonly records: number
  /** Link records among them, and case files of an office on a person it already has a file on: settled at the end. */
  readonly links: number
  readonly repeated: number
  /** Projects, funds, contributions and donors among them, and cases that something paid for: settled at the end. */
  readonly money: number
}

/** Prepares units none of whose records exist yet; `take` gives what was added since the last time. */
export function preparer(ground: PrepareGround, origin: string) {
  const changes = copyBatch('change', changeColumns)
  const records = copyBatch('record', recordColumnList)
  const keyRows = copyBatch('subject_key', ['subject', 'office_id', 'shared', 'wrapped'])
  const names = copyBatch('name_token', ['office_id', 'person', 'shared', 'guard', 'tokens'])
  const exact = copyBatch('exact_token', ['office_id', 'person', 'shared', 'guard', 'kind', 'token'])
  const columns = factTableColumns(ground, 'instance')
  const instances = factBatch('fact_instance', columns)
  const services = factBatch('fact_service', factTableColumns(ground, 'service'))
  const listed = copyBatch('listed', listedColumns)
  const money = copyBatch('money_line', moneyLineColumns)
  const calls = callBatches(ground)
  const outcomes = outcomeBatches(ground)
  const outputs = outputBatch(ground)
  const stated = coverageBatch()
  const facts = [instances, services, listed, money, ...calls.all, ...outcomes.all, outputs.batch, stated.batch]
  const all = [keyRows, records, changes, names, exact, ...facts]
  let units = 0
  let added = 0
  let links = 0
  let repeated = 0
  let paid = 0

  const addUnit = (unit: ImportUnit, numbers: CaseNumbers): number => {
    const byCase = groupByCase(unit.records)
    const subjectKeys = new Map<string, KeyObject>()
    const appended = new Map<string, Appended>()
    const workers = new Map(unit.records.map(draft => [draft.id, workerOf(draft)]))
    const missions = [...new Set(unit.records.filter(draft => draft.type === 'case').map(draft => draft.office))]
    const opened = handedOverIn(unit.records)
    const guardOf = guardsOfDrafts(unit.records, opened)
    const asked = sharedWithMissions(unit.records)
    for (const draft of unit.records) {
      const subject = subjectOf(draft)
      const assisting = draft.type === 'person' ? missions.filter(office => office !== draft.office) : []
      const others = [...new Set([...assisting, ...(opened.get(draft.id) ?? [])])]
      const mission = asked.get(draft.id)
      const readers = mission === undefined || others.includes(mission) ? others : [...others, mission]
      let key = subjectKeys.get(subject)
      if (!key) {
        const made = ground.keys.newSubjectKey(subject)
        key = made.key
        subjectKeys.set(subject, key)
        keyRows.add([subject, draft.office, others, made.wrapped])
      }
      const set = draft.type === 'case' ? { ...draft.set, number: numbers.next(draft.office) } : draft.set
      const prepared = prepareAppend(ground, {
        change: {
          id: newId(),
          type: draft.type,
          record: draft.id,
          office: draft.office,
          person: draft.person,
          case: draft.case,
          base: 0,
          set,
          madeAt: ground.now.toISOString(),
        },
        before: null,
        content: set,
        key,
        guard: guardOf(draft),
        origin,
        merged: false,
      })
      const ready = readers.length > 0 ? { ...prepared, row: { ...prepared.row, shared: readers } } : prepared
      appended.set(draft.id, ready)
      changes.add(changeValues(ready))
      records.add(recordValues(ready))
      const place = listedRow(ground.dictionary, draft.type, ready.row.content, workers.get(draft.case ?? '') ?? null)
      if (place) listed.add(listedValues(ready.row, place))
      if (draft.type === 'link') links += 1
      if (projectTypes.has(draft.type)) paid += 1
      if (draft.type === 'person') {
        const tokens = personTokens(ground.keys, draft.set)
        if (tokens.names.length > 0) names.add([draft.office, draft.id, others, guardOf(draft), tokens.names])
        for (const { kind, token } of tokens.exact)
          exact.add([draft.office, draft.id, others, guardOf(draft), kind, token])
      }
      // A load knows no case beyond its own unit; a rebuild finds the callers that it left out.
      if (draft.type === 'call') calls.add(viewOf(ready.row, ready.row.content), null)
      if (draft.type === 'activity_number') {
        // An activity stands in its unit before its numbers; else a rebuild finds it.
        const activity = appended.get(plainText(draft.set['activity']))?.row
        outputs.add(viewOf(ready.row, ready.row.content), activity ? viewOf(activity, activity.content) : null)
      }
      if (draft.type === 'coverage_statement') stated.add(ready.row)
      if (draft.type === 'aggregate')
        for (const fact of aggregateFactsOf(ground, viewOf(ready.row, ready.row.content)).instances)
          instances.add(instanceValues(ground, fact, null))
    }
    const offices = new Set<string>()
    const files = [...byCase].flatMap(([caseId, hanging]) => {
      const file = fileOf(caseId, hanging, appended)
      return file ? [{ file, facts: factsOf(ground, file) }] : []
    })
    // The persons of a unit are new, and all their files are in it.
    const rows = new Map<string | null, unknown[][]>()
    for (const { file, facts } of files) {
      if (offices.has(file.case.office)) repeated += 1
      offices.add(file.case.office)
      const { person } = file.case
      const own = facts.instances.map(fact => instanceValues(ground, fact, person))
      rows.set(person, [...(rows.get(person) ?? []), ...own])
      for (const fact of facts.services)
        services.add(serviceValues(ground, fact, file.case.person, routeOfFacts(facts)))
      const { id, office } = file.case
      paid += facts.outcomes.support.length
      outcomes.add({ office, case: id, person, root: person, route: routeOfFacts(facts) }, facts.outcomes)
      for (const line of moneyLines(file)) money.add(moneyLineValues(file, line))
    }
    for (const own of rows.values()) for (const row of settledRows(columns, own)) instances.add(row)
    return unit.records.length
  }

  return {
    add(batch: readonly ImportUnit[], numbers: CaseNumbers): void {
      for (const unit of batch) added += addUnit(unit, numbers)
      units += batch.length
    },
    async take(): Promise<PreparedBatch> {
      const counts = { units, records: added, links, repeated, money: paid }
      units = added = links = repeated = paid = 0
      return { texts: await Promise.all(all.map(async each => each.take(ground.codes))), ...counts }
    },
  }
}

const workerOf = ({ set }: RecordDraft): string | null => {
  const { caseworker } = set
  return typeof caseworker === 'string' ? caseworker : null
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

/** Running numbers from `first` up to and without `end`. */
export interface NumberBlock {
  readonly first: number
  readonly end: number
}

export function numbersOf(block: NumberBlock, { offices, now }: Pick<Work, 'offices' | 'now'>): CaseNumbers {
  let next = block.first
  return {
    next(office) {
      if (next >= block.end) throw new Error('More cases than numbers were reserved for.')
      next += 1
      return caseNumber(offices.byId(office)?.code ?? 'X', now.getUTCFullYear(), next - 1)
    },
  }
}
