-- Projects and funds, the money given to them, and whom they paid for, as figures count them. Columns of dimensions follow
-- the dictionary, as for all facts.

-- Years in which a project runs. Without an end it runs until the year of the question (waymark.year), so that nothing has
-- to be derived anew on the first of January.
create function years_active(from_year integer, to_year integer) returns text[] language sql stable parallel safe as $$
  select case when coalesce(from_year, to_year) is null then null else (
    select array_agg(y::text order by y) from generate_series(
      coalesce(from_year, to_year),
      greatest(coalesce(from_year, to_year), coalesce(to_year, nullif(current_setting('waymark.year', true), '')::integer,
        extract(year from current_date)::integer))) y) end $$;

create table fact_project (
  office_id uuid not null,
  -- Its own; else that of the office that keeps it.
  region text,
  record_id uuid not null,
  name text,
  from_year integer,
  to_year integer,
  -- 0 while it is only planned.
  count integer not null,
  route text not null,
  primary key (office_id, record_id)
);

-- One agreed contribution of a donor.
create table fact_funding (
  office_id uuid not null,
  region text,
  record_id uuid not null,
  source uuid,
  year integer,
  amount numeric(20, 4),
  currency text,
  -- Whole dollars at the stored rate, half up; null where no rate is stored.
  usd bigint,
  count integer not null,
  route text not null,
  primary key (office_id, record_id)
);

-- A case and a year in which something for it was paid by a project, a fund or a donor.
create table fact_support (
  office_id uuid not null,
  region text,
  case_id uuid not null,
  record_id uuid not null,
  slot integer not null,
  year integer,
  person_id uuid,
  person_key bigint,
  -- The project or fund of this register; null where a code or a donor was only written down.
  source uuid,
  given_project text,
  given_donor text,
  count integer not null,
  alone boolean not null default false,
  route text not null,
  primary key (office_id, case_id, record_id, slot)
);

grant select, insert, update, delete on fact_project, fact_funding, fact_support to waymark_app;
grant select on fact_project, fact_funding, fact_support to waymark_figures;

alter table fact_project enable row level security;
alter table fact_funding enable row level security;
alter table fact_support enable row level security;
create policy reach on fact_project using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]));
create policy reach on fact_funding using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]));
create policy reach on fact_support using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]));
