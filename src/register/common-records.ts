import type { RecordView } from '#changes/change.ts'
import { type RecordRow, recordColumns, viewOf } from './rows.ts'
import type { Work } from './work.ts'

/**
 * All common records of a type that stands in every office (projects, donors), ended ones too, with their open answers;
 * through the index of lists. There are some thousands in the largest organisation.
 */
export async function commonRecords(work: Pick<Work, 'client'>, ...types: string[]): Promise<readonly RecordView[]> {
  const { rows } = await work.client.query<RecordRow>(
    `select ${recordColumns
      .split(', ')
      .map(column => `r.${column}`)
      .join(', ')} from listed l join record r on r.office_id = l.office_id and r.id = l.record
     where l.type = any($1) and l.open in (true, false) order by l.record`,
    [types],
  )
  return rows.map(row => viewOf(row, row.content))
}
