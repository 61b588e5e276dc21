-- Worklists and boards: one row for every record that stands in one, of coded answers only, derived in the transaction of
-- the change. Lists are read here by office, state and date; a file is opened only when somebody opens it.

create table listed (
  office_id uuid not null,
  record uuid not null,
  type text not null,
  case_id uuid,
  person uuid,
  shared uuid[] not null default '{}',
  common boolean not null default false,
  author uuid not null,
  state text,
  kind text,
  open boolean not null,
  -- Records without a date come last.
  on_date date not null default '9999-12-31',
  -- Whose work it is; the caseworker of the case where the record names nobody (then `given` is false).
  who uuid,
  given boolean not null default false,
  -- Where it belongs: a house, a project, the receiving office.
  at uuid,
  primary key (office_id, record)
);

-- Records that everybody with a right on their type reads, wherever they were written: the directory, funds, projects.
alter table record add column common boolean not null default false;
alter policy reach on record using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[])
  or shared && (select reach_offices())::uuid[] or common);

alter table listed enable row level security;
create policy reach on listed using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[])
  or shared && (select reach_offices())::uuid[] or common);
grant select, insert, update, delete on listed to waymark_app;

-- What has to be told to whom: a kind and ids, no words. Read by the one it is for, through the desk.
create table notice (
  id uuid primary key,
  account_id uuid not null,
  key text not null,
  kind text not null,
  office_id uuid not null,
  type text not null,
  record uuid not null,
  case_id uuid,
  at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  constraint notice_once unique (account_id, key)
);
create index notice_unread on notice (account_id, at desc) where read_at is null;
create index notice_unmailed on notice (at) where mailed_at is null;
grant select, insert on notice to waymark_app;
grant update (read_at) on notice to waymark_app;
alter table notice enable row level security;
create policy own on notice for select using (account_id = nullif(current_setting('waymark.account', true), '')::uuid);
create policy mark on notice for update using (account_id = nullif(current_setting('waymark.account', true), '')::uuid);
create policy tell on notice for insert with check (true);

-- Active accounts with a role whose scope covers an office. Runs as the owner, since requests see no accounts; tells ids.
create function staff_covering(wanted_role text, office uuid) returns table (account uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive above (id, parent, own) as (
    select o.id, o.parent, true from office o where o.id = office
    union all select o.id, o.parent, false from office o join above a on o.id = a.parent)
  select distinct g.account_id from grant_row g join account a on a.id = g.account_id and a.state = 'active'
  where g.role = wanted_role and g.state = 'active'
    and (g.scope = 'all' or g.office_id in (select id from above where own or g.scope in ('office', 'region'))) $$;

-- Open answers of the other cases of a person (linked persons included), for rules that must know of them. Runs as the
-- owner; what it gives goes to rules only, never into a reply. No sealed answers.
create function rows_of_other_cases(of_person uuid, not_case uuid)
returns table (office_id uuid, id uuid, type text, person uuid, case_id uuid, worker uuid, version integer, content jsonb,
  dictionary integer, author uuid, created_at timestamptz, updated_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with same (person) as (
    select of_person union select m.person from person_root r join person_root m on m.root = r.root where r.person = of_person)
  select r.office_id, r.id, r.type, r.person, r.case_id, r.worker, r.version, r.content, r.dictionary, r.author, r.created_at, r.updated_at
  from record r where r.person in (select same.person from same) and r.case_id is not null and r.case_id <> not_case $$;

revoke all on function staff_covering(text, uuid), rows_of_other_cases(uuid, uuid) from public;
grant execute on function staff_covering(text, uuid), rows_of_other_cases(uuid, uuid) to waymark_app;
