import type pg from 'pg'
import { sendCopy } from './copy.ts'
import { relinkAll } from './links.ts'
import { rebuildProjectFacts } from './project-facts.ts'
import type { NumberBlock, PreparedBatch } from './prepare.ts'
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
      if (links > 0 || repeated > 0) await settleAllCounts(work.client)
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

/** The same as `settleCounts`, for every person at once: after a load that linked or repeated somebody. */
export async function settleAllCounts(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  await client.query(
    `with ranked as (
        select office_id, case_id, slot, count(*) over (partition by person_key) = 1 as single,
          row_number() over (partition by person_key, office_id, slot order by case_id) as place
        from fact_instance where person_key is not null)
      update fact_instance f set count = case when place = 1 then 1 else 0 end, alone = single
      from ranked r where f.office_id = r.office_id and f.case_id = r.case_id and f.slot = r.slot
        and (f.count <> case when place = 1 then 1 else 0 end or f.alone <> single)`,
  )
}
