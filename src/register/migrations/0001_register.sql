-- The register: log, records, vault, search, facts. Office id leads every key that must be unique, so that rows can be
-- spread by office. waymark_app serves requests under row-level security; waymark_figures sees facts and offices only.

create extension if not exists intarray;

create table office (
  id uuid primary key,
  code text not null,
  name text not null,
  kind text not null check (kind in ('headquarters', 'regional_office', 'mission', 'sub_office', 'partner', 'outside_source')),
  parent uuid references office (id),
  country text,
  region text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint office_code_taken unique (code)
);

create table dictionary_version (
  version integer primary key,
  extension jsonb not null,
  published_by uuid not null,
  published_at timestamptz not null default now()
);

-- A person's key (or, for records about no person, the record's own). Destroying it makes the history unreadable.
create table subject_key (
  office_id uuid not null,
  subject uuid not null,
  shared uuid[] not null default '{}',
  wrapped bytea,
  destroyed_at timestamptz,
  primary key (subject),
  constraint key_or_destroyed check ((wrapped is null) = (destroyed_at is not null))
);

create table record (
  office_id uuid not null,
  id uuid not null,
  type text not null,
  person uuid,
  case_id uuid,
  -- Offices that hold a case on this person besides the owner.
  shared uuid[] not null default '{}',
  -- The caseworker, on cases.
  worker uuid,
  version integer not null,
  content jsonb not null,
  sealed bytea,
  dictionary integer not null,
  author uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  hash bytea not null,
  primary key (office_id, id)
);

create table change (
  office_id uuid not null,
  id uuid not null,
  seq bigint generated always as identity,
  type text not null,
  record uuid not null,
  person uuid,
  case_id uuid,
  version integer not null,
  base integer not null,
  author uuid not null,
  device text,
  origin text not null,
  made_at timestamptz not null,
  received_at timestamptz not null,
  dictionary integer not null,
  -- Names of the fields, never their values.
  fields text[] not null,
  patch bytea not null,
  merged boolean not null,
  previous bytea not null,
  hash bytea not null,
  primary key (office_id, id)
);

create table conflict (
  office_id uuid not null,
  id uuid not null,
  type text not null,
  record uuid not null,
  person uuid,
  case_id uuid,
  base integer not null,
  author uuid not null,
  device text,
  made_at timestamptz not null,
  received_at timestamptz not null,
  dictionary integer not null,
  fields text[] not null,
  patch bytea not null,
  settled_by uuid,
  settled_at timestamptz,
  primary key (office_id, id)
);

-- Keyed trigram fingerprints of names; and keyed fingerprints of exact numbers (document, telephone, e-mail).
create table name_token (
  office_id uuid not null,
  person uuid not null,
  shared uuid[] not null default '{}',
  tokens integer[] not null,
  primary key (office_id, person)
);
create table exact_token (
  office_id uuid not null,
  person uuid not null,
  shared uuid[] not null default '{}',
  kind text not null,
  token bigint not null,
  primary key (office_id, person, kind, token)
);

-- Persons known to be the same human being: each points at the smallest id of its group.
create table person_root (
  person uuid primary key,
  root uuid not null
);

create table fact_instance (
  office_id uuid not null,
  region text,
  case_id uuid not null,
  slot integer not null,
  year integer,
  person_id uuid,
  person_key bigint,
  count integer not null,
  route text not null,
  primary key (office_id, case_id, slot)
);

create table fact_service (
  office_id uuid not null,
  region text,
  record_id uuid not null,
  case_id uuid,
  person_id uuid,
  person_key bigint,
  year integer,
  count integer not null,
  amount numeric(20, 4),
  currency text,
  route text not null,
  primary key (office_id, record_id)
);

create table read_log (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  account uuid not null,
  action text not null,
  office_id uuid,
  person uuid,
  case_id uuid,
  purpose text not null
);
create index read_log_person on read_log (person, seq desc);
create index read_log_account on read_log (account, seq desc);

create sequence case_number;

do $$
begin
  if not exists (select from pg_roles where rolname = 'waymark_app') then create role waymark_app nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not exists (select from pg_roles where rolname = 'waymark_figures') then create role waymark_figures nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not pg_has_role(current_user, 'waymark_app', 'member') then execute format('grant waymark_app to %I', current_user); end if;
  if not pg_has_role(current_user, 'waymark_figures', 'member') then execute format('grant waymark_figures to %I', current_user); end if;
end $$;

grant usage on schema public to waymark_app, waymark_figures;
grant select on office, dictionary_version to waymark_app, waymark_figures;
grant insert, update on office to waymark_app;
grant insert on dictionary_version to waymark_app;
grant select, insert on change, read_log to waymark_app;
grant select, insert, update on record, conflict, subject_key, person_root to waymark_app;
grant delete on person_root to waymark_app;
grant select, insert, update, delete on name_token, exact_token, fact_instance, fact_service to waymark_app;
grant usage on sequence case_number to waymark_app;
grant select on fact_instance, fact_service to waymark_figures;

-- Second lock: whatever the program asks, rows of offices outside the request's reach do not exist.
create function reach_all() returns boolean language sql stable parallel safe as $$ select coalesce(current_setting('waymark.reach', true), '') = 'all' $$;
create function reach_offices() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('waymark.offices', true), ''), '{}')::uuid[] $$;

do $$
declare t text;
begin
  foreach t in array array['change', 'conflict', 'fact_instance', 'fact_service'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy reach on %I using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]))', t);
  end loop;
  foreach t in array array['record', 'subject_key', 'name_token', 'exact_token'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy reach on %I using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]) or shared && (select reach_offices())::uuid[])', t);
  end loop;
end $$;
