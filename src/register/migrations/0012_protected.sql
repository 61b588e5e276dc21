-- Which record was opened through a door of its own (the address of a shelter, the file of a document).
alter table read_log add column record uuid;

-- Sealed answers of records with protected fields at some offices, with their wrapped keys: the register compares what
-- people write with them in memory. Runs as the owner, since who writes may not see the record; it never reaches a reply.
create function protected_rows(types text[], offices uuid[])
returns table (id uuid, type text, sealed bytea, wrapped bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.type, r.sealed, k.wrapped
  from listed l join record r on r.office_id = l.office_id and r.id = l.record join subject_key k on k.subject = r.id
  where l.office_id = any (offices) and l.type = any (types) and l.open in (true, false)
    and r.sealed is not null and k.wrapped is not null $$;
revoke all on function protected_rows(text[], uuid[]) from public;
grant execute on function protected_rows(text[], uuid[]) to waymark_app;
