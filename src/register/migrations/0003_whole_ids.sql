-- A person whom several offices assist has one history: whoever sees the person's record sees the lines of its log, or a
-- change built on an older version would overwrite what another office wrote since. And an id belongs to one record of
-- the whole register: whoever knows the id of another office's record cannot begin one of the same id.

alter policy reach on change using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[])
  or type = 'person' and exists (select from record r where r.id = change.record));
alter policy reach on conflict using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[])
  or type = 'person' and exists (select from record r where r.id = conflict.record));

-- Runs as the owner, so beyond row-level security, and tells one thing.
create function record_exists(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from record where id = wanted) $$;
revoke all on function record_exists(uuid) from public;
grant execute on function record_exists(uuid) to waymark_app;
