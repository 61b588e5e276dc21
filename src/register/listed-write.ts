import { listedColumns, listedRow, listedValues } from './listed-row.ts'
import type { RecordRow } from './rows.ts'
import { send } from './send.ts'
import type { Work } from './work.ts'

const keys = ['office_id', 'record']
const upsert = `insert into listed (${listedColumns.join(', ')})
  values (${listedColumns.map((_, i) => `$${i + 1}`).join(', ')})
  on conflict (office_id, record) do update set ${listedColumns
    .filter(column => !keys.includes(column))
    .map(column => `${column} = excluded.${column}`)
    .join(', ')}`

/** Keeps the worklist row of a record that was just written; `worker`: the caseworker of its case. */
export async function writeListed(work: Work, row: RecordRow, worker: string | null): Promise<void> {
  const listed = listedRow(work.dictionary, row.type, row.content, worker)
  if (!listed) return
  await send(work, { name: 'listed', text: upsert, values: [...listedValues(row, listed)] })
}

/** A case changed hands: what nobody was named for goes along. */
export async function handOver(work: Work, caseId: string, worker: string | null): Promise<void> {
  await send(work, {
    name: 'listed-hand-over',
    text: 'update listed set who = $2 where case_id = $1 and not given and who is distinct from $2',
    values: [caseId, worker],
  })
}
