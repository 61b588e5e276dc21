-- Hotline contacts as figures count them. A call is one row (or the totals of a month), a consultation another, so that
-- neither unit can be read off the other's table. Columns of dimensions follow the dictionary, as for all facts.

create table fact_call (
  office_id uuid not null,
  region text,
  record_id uuid not null,
  year integer,
  -- The case that the call opened or found; with it the caller is somebody.
  case_id uuid,
  person_id uuid,
  person_key bigint,
  -- Persons, where a mission counted them for totals.
  persons integer,
  count integer not null,
  route text not null,
  primary key (office_id, record_id)
);

create table fact_consultation (
  office_id uuid not null,
  region text,
  record_id uuid not null,
  slot integer not null,
  year integer,
  count integer not null,
  route text not null,
  primary key (office_id, record_id, slot)
);

grant select, insert, update, delete on fact_call, fact_consultation to waymark_app;
grant select on fact_call, fact_consultation to waymark_figures;

alter table fact_call enable row level security;
alter table fact_consultation enable row level security;
create policy reach on fact_call using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]));
create policy reach on fact_consultation using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]));
