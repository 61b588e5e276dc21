// node test/bench/guards.ts [rows]: what the guard of confidential cases costs ordinary ones. A register in a temporary
// folder with that many cases (default 1,000,000, one in a hundred of them guarded), read as the role that serves requests,
// first under the policies without the guard, then under those with it, five times in turn; prints the medians.

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { startEmbedded } from '#postgres/embedded.ts'
import { loadKeys } from '#register/keys.ts'
import { openRegister, type Register } from '#register/register.ts'

const cases = Number(process.argv[2] ?? 1_000_000)
const offices = Array.from({ length: 10 }, () => randomUUID())
const [home = ''] = offices

const within = `(select reach_all()) or office_id = any ((select reach_offices())::uuid[])
  or shared && (select reach_offices())::uuid[] or common`
const guarded = 'guard is null or guard && (select openers())::text[]'
const policies = { 'without guard': within, 'with guard': `(${within}) and (${guarded})` }

/** What pages ask, and the worst: every row of an office. */
const questions = {
  'first page of a list': `select record from listed where office_id = '${home}' and type = 'case' and open order by on_date, record limit 51`,
  'one case by its id': 'select * from record where id = (select id from some_case)',
  'every line of an office': `select count(*) from listed where office_id = '${home}' and type = 'case' and open`,
  'every case of an office': `select count(version) from record where office_id = '${home}'`,
}

const folder = await mkdtemp(join(tmpdir(), 'waymark-guards-'))
const embedded = await startEmbedded({ dataDir: join(folder, 'postgres') })
const register = await openRegister({
  connection: embedded.connection,
  keys: await loadKeys(join(folder, 'keys', 'master.key')),
})
try {
  await fill(register)
  await measure(register)
} finally {
  await register.close()
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
}

async function fill({ pool }: Register): Promise<void> {
  await pool.query(
    `insert into record (office_id, id, type, person, case_id, version, content, dictionary, author, created_at, updated_at, hash, guard)
      select ($1::uuid[])[1 + n % 10], md5('case' || n)::uuid, 'case', md5('person' || n)::uuid, md5('case' || n)::uuid, 1,
        jsonb_build_object('number', n::text), 1, md5('author')::uuid, now(), now(), '\\x00',
        case when n % 100 = 0 then array['account:' || md5('worker')] end
      from generate_series(1, $2::int) n`,
    [offices, cases],
  )
  await pool.query(
    `insert into listed (office_id, record, type, case_id, person, author, open, on_date, guard)
      select office_id, id, type, case_id, person, author, true, date '2020-01-01' + (random() * 2000)::int, guard from record`,
  )
  await pool.query(
    `create table some_case as select id from record where office_id = '${home}' and guard is null limit 1`,
  )
  await pool.query('grant select on some_case to waymark_app')
  await pool.query('vacuum analyze record, listed')
}

async function measure({ pool }: Register): Promise<void> {
  const taken = new Map<string, number[]>()
  for (let round = 0; round < 5; round++)
    for (const [name, policy] of Object.entries(policies)) {
      for (const table of ['record', 'listed']) await pool.query(`alter policy reach on ${table} using (${policy})`)
      const client = await pool.connect()
      await client.query(
        `begin; set local role waymark_app; select set_config('waymark.offices', '{${home}}', true), set_config('waymark.openers', '{account:x}', true)`,
      )
      for (const [question, sql] of Object.entries(questions)) {
        const key = `${question}, ${name}`
        taken.set(key, [...(taken.get(key) ?? []), await fastest(client, sql)])
      }
      await client.query('rollback')
      client.release()
    }
  for (const [key, times] of taken)
    process.stdout.write(`${key}: ${(times.toSorted((a, b) => a - b)[2] ?? 0).toFixed(2)} ms\n`)
}

/** Of five runs in PostgreSQL itself, the fastest: what is left is the work, not the neighbours. */
async function fastest(client: pg.PoolClient, sql: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 5; run++) {
    const { rows } = await client.query<{ 'QUERY PLAN': { 'Execution Time': number }[] }>(
      `explain (analyze, timing off, format json) ${sql}`,
    )
    best = Math.min(best, rows[0]?.['QUERY PLAN'][0]?.['Execution Time'] ?? best)
  }
  return best
}
