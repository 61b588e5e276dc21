-- What a linkage of the register found: numbers only. Who was compared stays in the memory of the program that compared.
create table linkage_run (
  id uuid primary key,
  made_at timestamptz not null,
  -- Person records with a name, and those that could not be compared for want of one.
  records integer not null,
  nameless integer not null,
  -- Pairs that people had decided.
  decided integer not null,
  -- Persons with the interval, at thresholds, and what blocking missed.
  count jsonb not null
);
create index linkage_run_latest on linkage_run (made_at desc, id desc);
grant select on linkage_run to waymark_app, waymark_figures;
