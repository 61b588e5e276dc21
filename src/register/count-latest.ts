import { apart, type Asked, type Client, type Counted, keyOf, keys, merged, run } from './count-text.ts'

/**
 * Of each series the latest number that fits, summed. With dimensions: the latest of each series within each row, so that a
 * number “so far” of May and one of June are two rows and never a sum. The base takes each series once.
 */
export async function countLatest(client: Client, { table, by, filter }: Asked): Promise<Counted> {
  const columns = by.map((axis, at) => `, ${axis.column} as c${at}`).join('')
  const named = by.map((_, at) => `, c${at}`).join('')
  const rows = await run<{ route: string | null; k0: string | null; k1: string | null; n: number }>(
    client,
    `with f as materialized (
       select route, series, day, record_id, count${columns} from ${table} where ${filter.sql}),
     b as (select distinct on (series) route, count from f order by series, day desc, record_id desc),
     c as (select distinct on (series${named}) count${named} from f order by series${named}, day desc, record_id desc)
     select route, null as k0, null as k1, sum(count) as n from b group by route
     ${by.length === 0 ? '' : `union all select null, ${keys(by)}, sum(count) from c ${apart(by)} group by 2, 3`}`,
    filter.values,
  )
  const routes = rows.flatMap(({ route, n }) => (route === null ? [] : [{ route, n: Number(n), left: 0 }]))
  const cells = rows.flatMap(row => (row.route === null ? [{ key: keyOf(by, row), n: Number(row.n) }] : []))
  return { base: routes.reduce((sum, each) => sum + each.n, 0), routes, cells: merged(cells) }
}
