import { moneyLines } from '#casework/fund/money-lines.ts'
import { moneyLineColumns, moneyLineValues } from './money.ts'
import { createHash } from 'node:crypto'
import { plainText } from '#dictionary/answer.ts'
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { callBatches } from './call-facts.ts'
import { copyBatch, sendCopy } from './copy.ts'
import { coverageBatch } from './coverage-stated.ts'
import { factBatch } from './fact-rows.ts'
import { settledRows } from './fact-varies.ts'
import { derivedTableList, derivedTables } from './fact-tables.ts'
import {
  aggregateFactsOf,
  factsOf,
  factTableColumns,
  instanceValues,
  routeOfFacts,
  serviceValues,
} from './facts-write.ts'
import { listedColumns, listedRow, listedValues } from './listed-row.ts'
import { caseFiles } from './neighbours.ts'
import { outcomeBatches } from './outcome-facts.ts'
import { rebuildProjectFacts } from './project-facts.ts'
import type { Register } from './register.ts'
import { type RecordRow, recordColumns, viewOf } from './rows.ts'
import { foldServiceSums } from './service-sums.ts'
import { settleAllCounts } from './settling.ts'
import { asOwner, type Work } from './work.ts'
import { outputBatch } from './output-facts.ts'

const cases = 1_000

/** No sealed answer is read: half of what a record is. */
const openColumns = recordColumns.replace(' sealed,', ' null::bytea as sealed,')

type Deriving = Pick<Work, 'register' | 'dictionary' | 'offices'>

/**
 * Derives every fact and worklist row anew from the records, in one transaction; readers see the old ones until it ends. No key is
 * needed, since facts come from open answers only. Returns how many cases and counted lines were read.
 */
export async function rebuildFacts(register: Register, o: { onProgress?(done: number): void } = {}): Promise<number> {
  const work = { register, dictionary: register.dictionary(), offices: register.offices() }
  const { codes } = register
  const columns = factTableColumns(work, 'instance')
  return asOwner(register, async client => {
    await client.query(`lock table ${derivedTableList} in exclusive mode`)
    for (const { table } of derivedTables) await client.query(`delete from ${table}`)
    // Whatever the sums held, of an older program or none at all: nothing is left to be summed.
    await client.query('delete from service_sum; delete from service_sum_new')
    const instances = factBatch('fact_instance', columns)
    const services = factBatch('fact_service', factTableColumns(work, 'service'))
    const money = copyBatch('money_line', moneyLineColumns)
    const outcomes = outcomeBatches(work)
    const roots = new Map(
      (await client.query<{ person: string; root: string }>('select person, root from person_root')).rows.map(row => [
        row.person,
        row.root,
      ]),
    )
    let done = 0
    let after = firstId
    for (;;) {
      const { rows: heads } = await client.query<{ id: string }>(
        "select id from record where type in ('case', 'aggregate') and id > $1 order by id limit $2",
        [after, cases],
      )
      const last = heads.at(-1)
      if (!last) break
      after = last.id
      const ids = heads.map(row => row.id)
      const { rows } = await client.query<RecordRow>(
        `select ${openColumns} from record where case_id = any($1)
         union all select ${openColumns} from record where type = 'aggregate' and id = any($1)
         union all select ${openColumns} from record where type = 'person' and id in (select person from record where id = any($1))`,
        [ids],
      )
      for (const row of rows)
        if (row.type === 'aggregate')
          for (const fact of aggregateFactsOf(work, viewOf(row, row.content)).instances)
            instances.add(instanceValues(work, fact, null))
      for (const file of filesOf(rows)) {
        const facts = factsOf(work, file)
        const person = file.case.person
        const root = person === null ? null : (roots.get(person) ?? person)
        // Whole for whoever has one case; the others are settled at the end.
        const own = facts.instances.map(fact => instanceValues(work, fact, root))
        for (const row of settledRows(columns, own)) instances.add(row)
        for (const fact of facts.services) services.add(serviceValues(work, fact, root, routeOfFacts(facts)))
        const { id, office } = file.case
        outcomes.add({ office, case: id, person, root, route: routeOfFacts(facts) }, facts.outcomes)
        for (const line of moneyLines(file)) money.add(moneyLineValues(file, line))
      }
      await sendCopy(client, await instances.take(codes))
      await sendCopy(client, await services.take(codes))
      await sendCopy(client, money.take())
      for (const batch of outcomes.all) await sendCopy(client, await batch.take(codes))
      done += heads.length
      o.onProgress?.(done)
    }
    await settleAllCounts(client, columns)
    await rebuildCalls(client, work, roots)
    await rebuildOutputs(client, work)
    await rebuildCoverage(client)
    await rebuildListed(client, work)
    await rebuildProjectFacts({ ...work, client })
    await foldServiceSums(client, { anyway: true })
    return done
  })
}

async function rebuildCalls(client: pg.ClientBase, work: Deriving, roots: ReadonlyMap<string, string>) {
  const batches = callBatches(work)
  for (let after = firstId; ; ) {
    const { rows } = await client.query<RecordRow & { caller: string | null }>(
      `select r.*, home.person as caller from (
         select ${openColumns} from record where type = 'call' and id > $1 order by id limit $2) as r
       left join record home on home.type = 'case' and home.id = case when r.content ->> 'case' ~ '^[0-9a-fA-F-]{36}$' then (r.content ->> 'case')::uuid end order by r.id`,
      [after, cases],
    )
    for (const { caller, ...row } of rows)
      batches.add(
        viewOf(row, row.content),
        caller === null ? null : { person: caller, root: roots.get(caller) ?? caller },
      )
    for (const batch of batches.all) await sendCopy(client, await batch.take(work.register.codes))
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

/** Numbers of activities, each with its activity. */
async function rebuildOutputs(client: pg.ClientBase, work: Deriving) {
  const outputs = outputBatch(work)
  const activities = new Map<string, RecordRow>()
  for await (const rows of pagesOf(client, 'activity')) for (const row of rows) activities.set(row.id, row)
  for await (const rows of pagesOf(client, 'activity_number')) {
    for (const row of rows) {
      const activity = activities.get(plainText(row.content['activity']))
      outputs.add(viewOf(row, row.content), activity ? viewOf(activity, activity.content) : null)
    }
    await sendCopy(client, await outputs.batch.take(work.register.codes))
  }
}

async function rebuildCoverage(client: pg.ClientBase) {
  const stated = coverageBatch()
  for await (const rows of pagesOf(client, 'coverage_statement')) {
    for (const row of rows) stated.add(row)
    await sendCopy(client, stated.batch.take())
  }
}

/** Records of one type in the order of their ids, page by page. */
async function* pagesOf(client: pg.ClientBase, type: string): AsyncGenerator<readonly RecordRow[]> {
  for (let after = firstId; ; ) {
    const { rows } = await client.query<RecordRow>(
      `select ${openColumns} from record where type = $1 and id > $2 order by id limit $3`,
      [type, after, cases],
    )
    yield rows
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

/** Rows of worklists, record by record in the order of their ids. */
async function rebuildListed(client: pg.ClientBase, work: Deriving) {
  const batch = copyBatch('listed', listedColumns)
  const types = [...work.dictionary.recordTypes.values()].filter(type => type.list).map(type => type.id)
  for (let after = firstId; ; ) {
    const { rows } = await client.query<RecordRow & { home_worker: string | null; erased: boolean }>(
      `select r.*, home.worker as home_worker, k.destroyed_at is not null as erased from (
         select ${openColumns} from record where type = any($1) and id > $2 order by id limit $3) as r
       left join record home on home.id = r.case_id left join subject_key k on k.subject = r.person order by r.id`,
      [types, after, cases],
    )
    for (const row of rows) {
      const place = listedRow(work.dictionary, row.type, row.content, row.home_worker)
      // As `destroyKeys` leaves it: of whom was erased, only that it was asked for and done.
      const forgotten = row.erased && (row.type !== 'rights_request' || place?.open)
      if (place && !forgotten) batch.add(listedValues(row, place))
    }
    await sendCopy(client, batch.take())
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

const firstId = '00000000-0000-0000-0000-000000000000'

/** SHA-256 over the fact tables and the worklists in the order of their keys: equal tables, equal digest. */
export async function digestFacts(register: Register): Promise<string> {
  return asOwner(register, async client => {
    const hash = createHash('sha256')
    for (const { table, key } of derivedTables) {
      const cursor = `digest_${uuidv7().replaceAll('-', '')}`
      await client.query(
        `declare ${cursor} no scroll cursor for select ${table}::text as line from ${table} order by ${key}`,
      )
      for (;;) {
        const { rows } = await client.query<{ line: string }>(`fetch 10000 from ${cursor}`)
        if (rows.length === 0) break
        for (const { line } of rows) hash.update(`${line}\n`)
      }
    }
    return hash.digest('hex')
  })
}

/** Case files of many persons at once: rows are first told apart by case, so that each is looked at once. */
function filesOf(rows: readonly RecordRow[]) {
  const persons = new Map(rows.filter(row => row.type === 'person').map(row => [row.id, row]))
  const byCase = new Map<string, RecordRow[]>()
  for (const row of rows) {
    if (row.case_id === null) continue
    const group = byCase.get(row.case_id)
    if (group) group.push(row)
    else byCase.set(row.case_id, [row])
  }
  return [...byCase.values()].flatMap(group => {
    const person = persons.get(group.find(row => row.person !== null)?.person ?? '')
    return caseFiles(person ? [person, ...group] : group, null)
  })
}
