import type pg from 'pg'

type Client = Pick<pg.ClientBase, 'query'>

/**
 * Sums of services by all their dimensions: `service_sum`, and beside it `service_sum_new` with what was added and taken away
 * since. Together they are exact at every moment, for every reader: triggers of fact_service write in the transaction of the change.
 */

const places: readonly string[] = ['office_id', 'year', 'region', 'route']

/** What a question about services reads instead of fact_service: the same columns but for those of single services. */
export function sumsOfServices(columns: readonly string[]): string {
  const read = [...new Set([...places, ...columns])].join(', ')
  return `(select ${read}, n as count from service_sum union all select ${read}, n from service_sum_new) as sums`
}

/**
 * Gives both tables the columns of the dimensions, and the functions that keep them. They run as the owner: nobody writes sums but by writing
 * services.
 */
export async function alignServiceSums(client: Client, dimensions: readonly string[]): Promise<void> {
  const all = [...places, ...dimensions].join(', ')
  const bodies = { sum_services: keeping(all), fold_service_sums: folding(all) }
  const { rows } = await client.query<{ body: string }>(
    "select prosrc as body from pg_proc where oid in (to_regprocedure('sum_services()'), to_regprocedure('fold_service_sums()'))",
  )
  const known = new Set(rows.map(({ body }) => body))
  if (Object.values(bodies).every(body => known.has(body))) return
  const columns = dimensions.map(column => `add column if not exists ${column} integer not null default 0`)
  const safely = 'language plpgsql security definer set search_path = public, pg_temp'
  // Two programs that start at once do not define it at once.
  await client.query(`
    select pg_advisory_xact_lock(7231894404);
    alter table service_sum ${columns.join(', ')};
    alter table service_sum_new ${columns.join(', ')};
    create or replace function sum_services() returns trigger ${safely} as $body$${bodies.sum_services}$body$;
    create or replace function fold_service_sums() returns void ${safely} as $body$${bodies.fold_service_sums}$body$;
    revoke all on function fold_service_sums() from public;
    grant execute on function fold_service_sums() to waymark_app`)
}

/** Body of the trigger: what a statement moved, summed, as rows of their own. */
function keeping(all: string): string {
  const moved = (rows: string) => `
        insert into service_sum_new (${all}, n)
        select ${all}, sum(n) from (${rows}) as moved group by ${all} having sum(n) <> 0;`
  const into = `select ${all}, count as n from new_rows`
  const out = `select ${all}, -count as n from old_rows`
  return `
    begin
      if tg_op = 'INSERT' then ${moved(into)}
      elsif tg_op = 'UPDATE' then ${moved(`${into} union all ${out}`)}
      elsif tg_op = 'DELETE' then ${moved(out)}
      else truncate service_sum, service_sum_new;
      end if;
      return null;
    end `
}

/** Body of the folding: what lies beside goes in, in one transaction. A second one at the same time waits and finds nothing. */
const folding = (all: string): string => `
    begin
      perform pg_advisory_xact_lock(7231894405);
      with gone as (delete from service_sum_new returning *),
      summed as (select ${all}, sum(n) as n from gone group by ${all} having sum(n) <> 0)
      insert into service_sum (key, ${all}, n)
      select sha256(convert_to(row(${all})::text, 'UTF8')), ${all}, n from summed
      on conflict (key) do update set n = service_sum.n + excluded.n;
      delete from service_sum where n = 0;
    end `

/** As many rows beside the sums cost a question less than a tenth of a second. */
const mostBeside = 5_000

/** Folds what lies beside into the sums, when there is much of it. */
export async function foldServiceSums(client: Client, o: { readonly anyway?: boolean } = {}): Promise<void> {
  const { rowCount } = await client.query('select 1 from service_sum_new limit $1', [mostBeside])
  if (rowCount === mostBeside || (o.anyway && rowCount !== 0)) await client.query('select fold_service_sums()')
}
