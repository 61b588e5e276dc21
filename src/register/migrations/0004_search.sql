-- Row-level security lets an index be used only for conditions whose operators are known to leak nothing; those of arrays
-- and JSON are not. These lookups therefore run as the owner and repeat the reach of the request as a condition of their
-- own: the same rows, found through the index instead of by reading the whole table.

create function in_reach(office uuid, shared uuid[]) returns boolean language sql stable parallel safe as $$
  select reach_all() or office = any (reach_offices()) or shared && reach_offices() $$;

-- Persons with pieces of both sides, by the share of `wanted` they hold; holding `at_least` of them or more.
create function find_names(wanted integer[], at_least integer, one integer[], other integer[], most integer)
returns table (person uuid, score real) language sql stable security definer set search_path = public, pg_temp as $$
  select t.person, icount(t.tokens & wanted)::real / icount(wanted) from name_token t
  where t.tokens && one and t.tokens && other and icount(t.tokens & wanted) >= at_least
    and ((select reach_all()) or t.office_id = any ((select reach_offices())::uuid[]) or t.shared && (select reach_offices())::uuid[])
  order by 2 desc, icount(t.tokens), t.person limit most $$;

-- The wider way: any two of the rarest pieces.
create function find_names_by_pairs(wanted integer[], at_least integer, pairs text, most integer)
returns table (person uuid, score real) language sql stable security definer set search_path = public, pg_temp as $$
  select t.person, icount(t.tokens & wanted)::real / icount(wanted) from name_token t
  where t.tokens @@ pairs::query_int and icount(t.tokens & wanted) >= at_least
    and ((select reach_all()) or t.office_id = any ((select reach_offices())::uuid[]) or t.shared && (select reach_offices())::uuid[])
  order by 2 desc, icount(t.tokens), t.person limit most $$;

create function find_case_number(number text)
returns table (person uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select r.person from record r where r.type = 'case' and r.content ->> 'number' = number and in_reach(r.office_id, r.shared) $$;

-- Cases in which this author began an interview that is still open.
create function open_screenings(by_author uuid, offices uuid[], most integer)
returns table (case_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select r.case_id from record r
  where r.type = 'screening' and r.content ->> 'state' in ('open', 'paused') and r.office_id = any (offices)
    and r.author = by_author and in_reach(r.office_id, r.shared)
  order by r.updated_at desc limit most $$;

revoke all on function find_names(integer[], integer, integer[], integer[], integer), find_names_by_pairs(integer[], integer, text, integer),
  find_case_number(text), open_screenings(uuid, uuid[], integer) from public;
grant execute on function find_names(integer[], integer, integer[], integer[], integer), find_names_by_pairs(integer[], integer, text, integer),
  find_case_number(text), open_screenings(uuid, uuid[], integer) to waymark_app;
