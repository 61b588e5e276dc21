-- Persons whom each project has paid for, over every office: a number, never who. Runs as the owner, because whoever keeps a project
-- must know how many it has reached, whoever spent it. Rows without a person are counted apart: nobody knows whether they are others.
create function persons_reached(sources uuid[])
returns table (source uuid, persons bigint, unknown bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.source, count(distinct s.person_key), count(*) filter (where s.person_key is null)
  from fact_support s where s.source = any (sources) group by s.source $$;
revoke all on function persons_reached(uuid[]) from public;
grant execute on function persons_reached(uuid[]) to waymark_app;
