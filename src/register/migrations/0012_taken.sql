-- How many people lie where, for a board: sizes of parties and nothing of whose they are. Runs as the owner, since beds are
-- taken by people of other offices too. Takes no lock: a board is a view, the admission counts again.
create function beds_taken(places uuid[]) returns table (place uuid, size integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.at, case when jsonb_typeof(r.content -> 'partySize') = 'number' then (r.content ->> 'partySize')::integer else 1 end
  from listed l join record r on r.office_id = l.office_id and r.id = l.record
  where l.at = any (places) and l.type = 'stay' and l.open $$;
revoke all on function beds_taken(uuid[]) from public;
grant execute on function beds_taken(uuid[]) to waymark_app;
