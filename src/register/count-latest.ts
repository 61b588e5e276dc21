import { apart, type Asked, type Client, type Counted, countedOf, listed, named, run } from './count-text.ts'

/**
 * Of each series the latest number that fits, summed. With dimensions: the latest of each series within each row, so that a
 * number “so far” of May and one of June are two rows and never a sum. The base takes each series once.
 */
export async function countLatest(client: Client, { table, by, filter }: Asked): Promise<Counted> {
  const lines = await run(
    client,
    filter,
    `with f as materialized (
       select route, series, day, record_id, count${named(by)} from ${table} where ${filter.sql}),
     b as (select distinct on (series) route, count from f order by series, day desc, record_id desc),
     c as (select distinct on (series${listed(by)}) count as n${listed(by)} from f
       order by series${listed(by)}, day desc, record_id desc)
     select 'route' as what, route::text as k0, null as k1, sum(count) as n, null as left from b group by route
     ${by.length === 0 ? '' : `union all select 'cell', k0, k1, n, null from (${apart(by, 'c')}) as cells`}`,
  )
  const counted = await countedOf(client, by, lines)
  return { ...counted, base: counted.routes.reduce((sum, each) => sum + each.n, 0) }
}
