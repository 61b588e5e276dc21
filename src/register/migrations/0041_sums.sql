-- Figures of services are counted from sums: one row a combination of answers that occurs, some hundred thousand for ten million services.
-- What a change adds or takes away is written beside, as rows of its own, so that no two writers wait for each other; now and then
-- these are folded in. A question reads both. The functions follow the columns that there are (service-sums.ts).
create table service_sum (
  -- SHA-256 of the answers: there are more columns than an index takes.
  key bytea primary key,
  office_id uuid not null,
  year integer,
  region integer not null,
  route integer not null,
  n bigint not null
);
create index service_sum_empty on service_sum (key) where n = 0;
create table service_sum_new (
  office_id uuid not null,
  year integer,
  region integer not null,
  route integer not null,
  n bigint not null
);

create function sum_services() returns trigger language plpgsql as $$ begin raise exception 'The sums of services have no columns yet.'; end $$;
create trigger summed_in after insert on fact_service referencing new table as new_rows for each statement execute function sum_services();
create trigger summed_anew after update on fact_service referencing old table as old_rows new table as new_rows for each statement execute function sum_services();
create trigger summed_out after delete on fact_service referencing old table as old_rows for each statement execute function sum_services();
create trigger summed_away after truncate on fact_service for each statement execute function sum_services();

do $$
declare t text;
begin
  foreach t in array array['service_sum', 'service_sum_new'] loop
    execute format('grant select on %I to waymark_app, waymark_figures', t);
    execute format('alter table %I enable row level security', t);
    execute format('create policy reach on %I using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]))', t);
  end loop;
end $$;

-- Of each person's rows of one year the first leads them too, and they say in what they differ within the year; and each row holds its
-- services as bits, and which of them no earlier row of the same person has named: persons by services are the sums of these.
alter table fact_instance
  add column leads_year boolean not null default false,
  add column varies_year bigint not null default -1,
  add column services_all bigint not null default -1,
  add column services_first bigint not null default -1;
