-- A report as it was published, for good: what was asked, up to when, with which dictionary, what it said, and the files.
-- json and not jsonb: the same text has to come out, or the same files could not be made of it again.
create table publication (
  id uuid primary key,
  kind text not null,
  parameters json not null,
  mode text not null constraint publication_mode check (mode in ('internal', 'public')),
  title text not null,
  cut_off timestamptz not null,
  -- Version of the dictionary, and so of every code list.
  dictionary int not null,
  queries json not null,
  report json not null,
  -- Offices that were counted; null: all.
  reach uuid[],
  published_by uuid not null,
  published_at timestamptz not null
);
create table publication_output (
  publication uuid not null references publication (id),
  name text not null,
  media_type text not null,
  sha256 text not null,
  bytes bytea not null,
  primary key (publication, name)
);
-- The second person, without whom a public report is not public.
create table publication_approval (
  publication uuid primary key references publication (id),
  approved_by uuid not null,
  approved_at timestamptz not null
);
grant select, insert on publication, publication_output, publication_approval to waymark_app;

-- Not even the owner of the database changes what was published without taking this down first.
create function published_stays() returns trigger language plpgsql as $$
begin
  raise exception 'What was published is neither changed nor deleted.' using errcode = 'restrict_violation';
end $$;
create trigger stays before update or delete or truncate on publication for each statement execute function published_stays();
create trigger stays before update or delete or truncate on publication_output for each statement execute function published_stays();
create trigger stays before update or delete or truncate on publication_approval for each statement execute function published_stays();
