import type pg from 'pg'
import { differingSql } from './fact-varies.ts'

type Client = Pick<pg.ClientBase, 'query'>

/**
 * What no row of `fact_instance` knows by itself. An office and person and year is one instance, however many case files the
 * office holds: the first one counts. Of a person's rows the first one leads, and all say in which columns they differ;
 * so do those of each year. A row says which of its services no earlier one has named.
 */

/** The rows of `of` (rows of persons, whole) with what they should say. */
const settled = (of: string, columns: readonly string[]): string => `
  with own as (${of}),
  person as (select person_key, ${differingSql(columns)} as differing from own group by person_key),
  yearly as (select person_key, slot, ${differingSql(columns)} as differing from own group by person_key, slot),
  ranked as (
    select own.office_id, own.case_id, own.slot, person.differing, yearly.differing as differing_year,
      case when bool_or(own.services_all < 0) over (partition by own.person_key) then -1
        else own.services_all & ~coalesce(bit_or(own.services_all) over (
          partition by own.person_key order by own.slot, own.office_id, own.case_id
          rows between unbounded preceding and 1 preceding), 0) end as services,
      row_number() over (partition by own.person_key order by own.slot, own.office_id, own.case_id) = 1 as first,
      row_number() over (partition by own.person_key, own.slot order by own.office_id, own.case_id) = 1 as first_of_year,
      case when row_number() over (partition by own.person_key, own.office_id, own.slot order by own.case_id) = 1
        then 1 else 0 end as counts
    from own join person on person.person_key = own.person_key
      join yearly on yearly.person_key = own.person_key and yearly.slot = own.slot)
  update fact_instance f set count = r.counts, leads = r.first, varies = r.differing,
    leads_year = r.first_of_year, varies_year = r.differing_year, services_first = r.services
  from ranked r where f.office_id = r.office_id and f.case_id = r.case_id and f.slot = r.slot
    and (f.count, f.leads, f.varies, f.leads_year, f.varies_year, f.services_first)
      <> (r.counts, r.first, r.differing, r.first_of_year, r.differing_year, r.services)`

/**
 * The function that settles one person, for the columns that the table has now. It runs as the owner, since a person's rows may
 * lie in offices that the writer cannot see. Most persons have one row, and nothing to settle.
 */
export async function defineSettling(client: Client, columns: readonly string[]): Promise<void> {
  const body = `
    begin
      if (select count(*) from fact_instance where person_key = key) = 1 then
        update fact_instance
        set count = 1, leads = true, varies = 0, leads_year = true, varies_year = 0, services_first = services_all
        where person_key = key
          and (count, leads, varies, leads_year, varies_year, services_first) <> (1, true, 0, true, 0, services_all);
      else
        ${settled('select * from fact_instance where person_key = key', columns)};
      end if;
    end `
  const { rows } = await client.query<{ body: string }>(
    "select prosrc as body from pg_proc where oid = to_regprocedure('settle_counts(bigint)')",
  )
  if (rows[0]?.body === body) return
  // Two programs that start at once do not define it at once.
  await client.query(`
    select pg_advisory_xact_lock(7231894403);
    create or replace function settle_counts(key bigint) returns void language plpgsql security definer
      set search_path = public, pg_temp as $settle$${body}$settle$;
    revoke all on function settle_counts(bigint) from public;
    grant execute on function settle_counts(bigint) to waymark_app`)
}

/** Settles everybody who has several case files at once; who has one was settled as it was written. */
export async function settleAllCounts(client: Client, columns: readonly string[]): Promise<void> {
  await client.query(
    settled(
      `select * from fact_instance where person_key in (
         select person_key from fact_instance where person_key is not null group by person_key having count(distinct case_id) > 1)`,
      columns,
    ),
  )
}
