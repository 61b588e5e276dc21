-- Open answers of what belongs to a place (the stays of a house), for rules that count it: a bed is taken whoever lies in
-- it. Runs as the owner; what it gives goes to rules and counts only, never into a reply. The lock makes counting and
-- writing one step.
create function rows_placed_at(places uuid[])
returns table (office_id uuid, id uuid, type text, person uuid, case_id uuid, worker uuid, version integer, content jsonb,
  dictionary integer, author uuid, created_at timestamptz, updated_at timestamptz, at uuid)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 0)) from (select distinct p from unnest(places) p order by p) as p;
  return query select r.office_id, r.id, r.type, r.person, r.case_id, r.worker, r.version, r.content, r.dictionary, r.author,
    r.created_at, r.updated_at, l.at from listed l join record r on r.id = l.record where l.at = any (places) and l.open;
end $$;
revoke all on function rows_placed_at(uuid[]) from public;
grant execute on function rows_placed_at(uuid[]) to waymark_app;
