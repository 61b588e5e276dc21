import type pg from 'pg'

/** Who reported for which years, read under the role waymark_figures like all counting. */
type Client = Pick<pg.ClientBase, 'query'>

/** Where it shows that an office reported: cases for what is done for persons, calls for the hotline, and so on. */
export type ReportTable =
  | 'fact_instance'
  | 'fact_call'
  | 'fact_return'
  | 'fact_reintegration'
  | 'fact_project'
  | 'fact_funding'
  | 'fact_support'
  | 'fact_output'

const routeKeys = ['case_file', 'core_variables', 'counted_total', 'outside_source']
  .map(route => `sha256('["${route}"]')`)
  .join(', ')

/**
 * Who reported, by route: which offices have any fact in the years given (null: in any year). Probes the index on office,
 * route and year; the order of that index keeps the planner from reading the whole table for a route that nobody uses.
 */
export async function reportsOf(
  client: Client,
  o: { readonly table: ReportTable; readonly offices: readonly string[]; readonly years: readonly string[] | null },
): Promise<{ office: string; route: string }[]> {
  const values: unknown[] = [o.offices]
  if (o.years !== null) values.push(numbers(o.years))
  const dated = o.years?.includes('unknown') ? '(f.year = any($2::int[]) or f.year is null)' : 'f.year = any($2::int[])'
  // Along the index of the year; a project runs in several years and has none.
  const along = o.table === 'fact_project' ? '' : 'order by f.year'
  return read(
    client,
    `select o.id as office, r.words[1] as route from unnest($1::uuid[]) o(id)
     cross join (select id, words from fact_word where key in (${routeKeys})) r
     cross join lateral (select 1 from ${o.table} f where f.office_id = o.id and f.route = r.id
       and ${o.years === null ? 'true' : dated} ${along} limit 1) f`,
    values,
  )
}

/** Which office reported for which year: to tell a zero from a year nobody reported. */
export async function reportedYears(
  client: Client,
  table: ReportTable,
  offices: readonly string[],
): Promise<{ office: string; year: string }[]> {
  return read(
    client,
    `select distinct office_id as office, coalesce(year::text, 'unknown') as year
     from ${table} where office_id = any($1::uuid[])`,
    [offices],
  )
}

/** What an office itself says about a year: its latest statement. */
export interface Statement {
  readonly office: string
  readonly year: string
  readonly coverage: string
}

/** How offices say that they reported, in the years given (null: in all). */
export async function statementsOf(
  client: Client,
  o: { readonly offices: readonly string[]; readonly years: readonly string[] | null },
): Promise<Statement[]> {
  const values: unknown[] = [o.offices]
  if (o.years !== null) values.push(numbers(o.years))
  return read(
    client,
    `select distinct on (office_id, year) office_id as office, year::text as year, coverage from coverage_stated
     where office_id = any($1::uuid[]) ${o.years === null ? '' : 'and year = any($2::int[])'}
     order by office_id, year, stated_on desc, record_id desc`,
    values,
  )
}

/** All years that have facts, oldest first; steps along the indexes instead of reading the tables. */
export async function factYears(client: Client): Promise<number[]> {
  const years = new Set<number>()
  for (const table of ['fact_instance', 'fact_call', 'fact_output'] satisfies ReportTable[]) {
    const rows = await read<{ year: number }>(
      client,
      `with recursive y(year) as (select min(year) from ${table}
         union all select (select min(f.year) from ${table} f where f.year > y.year) from y where y.year is not null)
       select year from y where year is not null order by year`,
      [],
    )
    for (const { year } of rows) years.add(year)
  }
  return [...years].sort((a, b) => a - b)
}

const numbers = (words: readonly string[]): number[] => words.filter(word => word !== 'unknown').map(Number)

async function read<T extends pg.QueryResultRow>(
  client: Client,
  sql: string,
  values: readonly unknown[],
): Promise<T[]> {
  return (await client.query<T>(sql, [...values])).rows
}
