-- What became of persons, as figures count it: a row for each journey home that ended, and one for each year in which a
-- returned person received something to begin anew with. Columns of dimensions follow the dictionary, as for all facts.

create table fact_return (
  office_id uuid not null,
  region text,
  case_id uuid not null,
  -- The journey.
  record_id uuid not null,
  slot integer not null,
  year integer,
  person_id uuid,
  person_key bigint,
  count integer not null,
  -- Never settled here: persons of these tables are always told apart by their key.
  alone boolean not null default false,
  route text not null,
  primary key (office_id, case_id, record_id, slot)
);

create table fact_reintegration (
  office_id uuid not null,
  region text,
  case_id uuid not null,
  -- The case.
  record_id uuid not null,
  -- The year, or 0.
  slot integer not null,
  year integer,
  person_id uuid,
  person_key bigint,
  count integer not null,
  alone boolean not null default false,
  route text not null,
  primary key (office_id, case_id, record_id, slot)
);

grant select, insert, update, delete on fact_return, fact_reintegration to waymark_app;
grant select on fact_return, fact_reintegration to waymark_figures;

alter table fact_return enable row level security;
alter table fact_reintegration enable row level security;
create policy reach on fact_return using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]));
create policy reach on fact_reintegration using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]));
