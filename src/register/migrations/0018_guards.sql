-- Confidentiality of a case as a second lock. `guard` is null for nearly every row: ordinary cases cost one test for null.
-- Where it is not null, it names who is let in (access/guard.ts makes it), and the request must hold one of these names.
alter table record add column guard text[];
alter table listed add column guard text[];
alter table change add column guard text[];
alter table conflict add column guard text[];
alter table name_token add column guard text[];
alter table exact_token add column guard text[];

-- What the request holds. Worked out once a statement, and only when a guarded row is met.
create function openers() returns text[] language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('waymark.openers', true), ''), '{}')::text[]
    || case when reach_all() then array['office:all'] else array(select 'office:' || o from unnest(reach_offices()) as o) end $$;

alter policy reach on record using (((select reach_all()) or office_id = any ((select reach_offices())::uuid[])
  or shared && (select reach_offices())::uuid[] or common) and (guard is null or guard && (select openers())::text[]));
alter policy reach on listed using (((select reach_all()) or office_id = any ((select reach_offices())::uuid[])
  or shared && (select reach_offices())::uuid[] or common) and (guard is null or guard && (select openers())::text[]));
do $$
declare t text;
begin
  foreach t in array array['name_token', 'exact_token'] loop
    execute format('alter policy reach on %I using (((select reach_all()) or office_id = any ((select reach_offices())::uuid[]) or shared && (select reach_offices())::uuid[]) and (guard is null or guard && (select openers())::text[]))', t);
  end loop;
end $$;

-- The lookups of migration 0004 repeat the reach; they repeat the guard too.
create function in_reach(office uuid, shared uuid[], guard text[]) returns boolean language sql stable parallel safe as $$
  select in_reach(office, shared) and (guard is null or guard && openers()) $$;

create or replace function find_names(wanted integer[], at_least integer, one integer[], other integer[], most integer)
returns table (person uuid, score real) language sql stable security definer set search_path = public, pg_temp as $$
  select t.person, icount(t.tokens & wanted)::real / icount(wanted) from name_token t
  where t.tokens && one and t.tokens && other and icount(t.tokens & wanted) >= at_least
    and ((select reach_all()) or t.office_id = any ((select reach_offices())::uuid[]) or t.shared && (select reach_offices())::uuid[])
    and (t.guard is null or t.guard && (select openers())::text[])
  order by 2 desc, icount(t.tokens), t.person limit most $$;

create or replace function find_names_by_pairs(wanted integer[], at_least integer, pairs text, most integer)
returns table (person uuid, score real) language sql stable security definer set search_path = public, pg_temp as $$
  select t.person, icount(t.tokens & wanted)::real / icount(wanted) from name_token t
  where t.tokens @@ pairs::query_int and icount(t.tokens & wanted) >= at_least
    and ((select reach_all()) or t.office_id = any ((select reach_offices())::uuid[]) or t.shared && (select reach_offices())::uuid[])
    and (t.guard is null or t.guard && (select openers())::text[])
  order by 2 desc, icount(t.tokens), t.person limit most $$;

create or replace function find_case_number(number text)
returns table (person uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select r.person from record r where r.type = 'case' and r.content ->> 'number' = number and in_reach(r.office_id, r.shared, r.guard) $$;

create or replace function open_screenings(by_author uuid, offices uuid[], most integer)
returns table (case_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select r.case_id from record r
  where r.type = 'screening' and r.content ->> 'state' in ('open', 'paused') and r.office_id = any (offices)
    and r.author = by_author and in_reach(r.office_id, r.shared, r.guard)
  order by r.updated_at desc limit most $$;

-- Is somebody who was told of this case still let in? A notice of a case that was closed to its reader is gone.
create function let_in(file uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from record r where r.id = file and r.guard is not null and not r.guard && openers()) $$;
revoke all on function let_in(uuid) from public;
grant execute on function let_in(uuid) to waymark_app;
alter policy own on notice using (account_id = nullif(current_setting('waymark.account', true), '')::uuid
  and (case_id is null or let_in(case_id)));
alter policy mark on notice using (account_id = nullif(current_setting('waymark.account', true), '')::uuid
  and (case_id is null or let_in(case_id)));

-- Strict cases of some offices, for whoever must find another worker when one falls ill: that there is one, and no more.
create function strict_cases(offices uuid[], one uuid)
returns table (id uuid, office_id uuid, number text, worker uuid, guard text[]) language sql stable security definer
set search_path = public, pg_temp as $$
  select r.id, r.office_id, r.content ->> 'number', r.worker, r.guard from record r
  where r.office_id = any (offices) and r.type = 'case' and r.guard is not null and (one is null or r.id = one)
    and not exists (select from unnest(r.guard) as held where held like 'restricted:%')
    and coalesce(r.content ->> 'status', '') not in ('closed', 'closed_referred') order by r.updated_at desc limit 500 $$;
revoke all on function strict_cases(uuid[], uuid) from public;
grant execute on function strict_cases(uuid[], uuid) to waymark_app;
