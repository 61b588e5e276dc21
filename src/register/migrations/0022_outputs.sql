-- Numbers of activities as figures count them: one row a number. Of a series (the same thing told at different days) only the
-- latest counts; a number of a period is a series of its own. And how missions say they reported a year.

create table fact_output (
  office_id uuid not null,
  region text,
  record_id uuid not null,
  year integer not null,
  day date not null,
  series text not null,
  count bigint not null,
  route text not null,
  primary key (office_id, record_id)
);
create index fact_output_series on fact_output (series, day desc, record_id desc);

create table coverage_stated (
  office_id uuid not null,
  record_id uuid not null,
  year integer not null,
  coverage text not null,
  stated_on date not null,
  primary key (office_id, record_id)
);
create index coverage_stated_year on coverage_stated (office_id, year, stated_on desc, record_id desc);

grant select, insert, update, delete on fact_output, coverage_stated to waymark_app;
grant select on fact_output, coverage_stated to waymark_figures;

alter table fact_output enable row level security;
alter table coverage_stated enable row level security;
create policy reach on fact_output using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]));
create policy reach on coverage_stated using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]));
