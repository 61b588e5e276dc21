-- From which number on persons may be counted in a text for the public: the latest row holds. Nothing is changed or taken back,
-- so that it can be told what held when something was published.
create table small_numbers (
  id bigint generated always as identity primary key,
  threshold int not null constraint small_numbers_bounds check (threshold between 5 and 100),
  set_by uuid not null,
  set_at timestamptz not null
);
grant select, insert on small_numbers to waymark_app;

-- What held for this report; null: internal, or from before it could be chosen (then 5).
alter table publication add column threshold int;
