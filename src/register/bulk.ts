import { sendCopy } from './copy.ts'
import { factTableColumns } from './facts-write.ts'
import { relinkAll } from './links.ts'
import { rebuildProjectFacts } from './project-facts.ts'
import type { NumberBlock, PreparedBatch } from './prepare.ts'
import { settleAllCounts } from './settling.ts'
import type { Work } from './work.ts'

/** Writes prepared batches by COPY; `settle` runs once at the end. */
export function bulkLoad(work: Work, o: { readonly freeze: boolean }) {
  let links = 0
  let repeated = 0
  let money = 0
  return {
    async send(batch: PreparedBatch): Promise<void> {
      links += batch.links
      repeated += batch.repeated
      money += batch.money
      for (const text of batch.texts) await sendCopy(work.client, text, o)
    },
    async settle(): Promise<void> {
      if (links > 0) await relinkAll(work)
      if (links > 0 || repeated > 0) await settleAllCounts(work.client, factTableColumns(work, 'instance'))
      if (money > 0) await rebuildProjectFacts(work)
    },
  }
}

/** Takes `count` running numbers from the sequence at once, for cases about to be created; gaps do no harm. */
export async function reserveCaseNumbers(work: Work, count: number): Promise<NumberBlock> {
  const { rows } = await work.client.query<{ last: number }>(
    "select setval('case_number', nextval('case_number') + $1::bigint) as last",
    [count],
  )
  const end = Number(rows[0]?.last)
  return { first: end - count, end }
}
