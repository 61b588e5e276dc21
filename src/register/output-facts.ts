import { type OutputFact, outputFact } from '#casework/activity/output-facts.ts'
import type { RecordView } from '#changes/change.ts'
import { factColumn, factDimensions } from './fact-columns.ts'
import { factBatch, insertFacts } from './fact-rows.ts'
import { dimensionValues } from './fact-values.ts'
import { placeOf } from './facts-write.ts'
import { type RecordRow, recordColumns, viewOf } from './rows.ts'
import type { Work } from './work.ts'

/** Rows of `fact_output`: one number of an activity is one row, which also says what its activity is. */

type Ground = Pick<Work, 'dictionary' | 'offices'>

/** Numbers are told by missions as totals: nobody can say who is in them. */
const route = 'counted_total'

function columnsOf(work: Pick<Work, 'dictionary'>): readonly string[] {
  const own = ['office_id', 'region', 'record_id', 'year', 'day', 'series', 'count', 'route']
  return [...own, ...factDimensions(work.dictionary, 'output').map(({ id }) => factColumn(id))]
}

const valuesOf = (work: Ground, fact: OutputFact): readonly unknown[] => [
  fact.office, work.offices.byId(fact.office)?.region ?? null, fact.record, fact.year, fact.day, fact.series, fact.count,
  route, ...dimensionValues(work, 'output', fact.dims),
] // biome-ignore format: one line a group

const factOf = (work: Ground, number: RecordView, activity: RecordView | null) =>
  outputFact(work.dictionary, { number, activity, office: placeOf(work, number.office) })

/** Writes the fact of one number anew. Runs as the register: what a number counts does not depend on who asks. */
export async function writeOutputFact(work: Work, row: RecordRow): Promise<void> {
  const { activity } = row.content
  const { rows } = await work.client.query<RecordRow>({
    name: 'activity-of-number',
    text: `select ${recordColumns} from record where id::text = $1 and type = 'activity'`,
    values: [typeof activity === 'string' ? activity : null],
  })
  await write(work, row, rows[0] ?? null)
}

/** An activity changed: its numbers say under which pillar, in which country, or whether they count at all. */
export async function writeOutputFactsOf(work: Work, activity: RecordRow): Promise<void> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'numbers-of-activity',
    text: `select ${recordColumns} from record where id in (
      select record from listed where at = $1 and type = 'activity_number')`,
    values: [activity.id],
  })
  for (const row of rows) await write(work, row, activity)
}

async function write(work: Work, row: RecordRow, activity: RecordRow | null): Promise<void> {
  await work.client.query({
    name: 'fact-output-gone',
    text: 'delete from fact_output where office_id = $1 and record_id = $2',
    values: [row.office_id, row.id],
  })
  const fact = factOf(work, viewOf(row, row.content), activity && viewOf(activity, activity.content))
  if (fact !== null) await insertFacts(work, 'fact_output', columnsOf(work), [valuesOf(work, fact)])
}

/** For COPY, as a load and a rebuild write them. */
export function outputBatch(work: Ground) {
  const outputs = factBatch('fact_output', columnsOf(work))
  return {
    batch: outputs,
    add(number: RecordView, activity: RecordView | null): void {
      const fact = factOf(work, number, activity)
      if (fact !== null) outputs.add(valuesOf(work, fact))
    },
  }
}
