import { plainText } from '#dictionary/answer.ts'
import { firstDay, parsePartialDate } from '#dictionary/partial-date.ts'
import { copyBatch } from './copy.ts'
import type { RecordRow } from './rows.ts'
import type { Work } from './work.ts'

/** What missions say about how they reported a year, where figures can read it: nothing but codes. */

const columns = ['office_id', 'record_id', 'year', 'coverage', 'stated_on'] as const

type Stated = Pick<RecordRow, 'office_id' | 'id' | 'content'>

/** Null: the statement is not complete. */
function valuesOf({ office_id, id, content }: Stated): readonly unknown[] | null {
  const { year, coverage } = content
  const on = parsePartialDate(plainText(content.statedOn))
  if (typeof year !== 'number' || typeof coverage !== 'string' || on === null) return null
  return [office_id, id, year, coverage, firstDay(on)]
}

export async function writeCoverageStated(work: Work, row: RecordRow): Promise<void> {
  await work.client.query('delete from coverage_stated where office_id = $1 and record_id = $2', [
    row.office_id,
    row.id,
  ])
  const values = valuesOf(row)
  if (values === null) return
  await work.client.query(`insert into coverage_stated (${columns.join(', ')}) values ($1, $2, $3, $4, $5)`, [
    ...values,
  ])
}

/** For COPY, as a load and a rebuild write them. */
export function coverageBatch() {
  const stated = copyBatch('coverage_stated', columns)
  return {
    batch: stated,
    add(row: Stated): void {
      const values = valuesOf(row)
      if (values !== null) stated.add(values)
    },
  }
}
