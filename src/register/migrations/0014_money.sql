-- What one record asks of, or takes from, a project or fund: coded answers only, derived in the transaction of the change.
create table money_line (
  office_id uuid not null,
  record uuid not null,
  case_id uuid not null,
  -- The project or fund.
  source uuid not null,
  kind text not null,
  state text not null,
  amount numeric(20, 4) not null,
  currency text not null,
  -- To the currency of the budget; null: none is stored.
  rate numeric(24, 12),
  primary key (office_id, record)
);
alter table money_line enable row level security;
create policy reach on money_line using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]));
grant select, insert, update, delete on money_line to waymark_app;

-- Sums over every office that a project pays for: no case, no person, no office. Runs as the owner, because whoever keeps
-- a project must know what is left of it, whoever spent it. Half up at four decimals, as in the browser.
create function money_totals(sources uuid[])
returns table (source uuid, kind text, state text, currency text, amount numeric, based numeric, unrated bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.source, l.kind, l.state, l.currency, sum(l.amount), sum(round(l.amount * l.rate, 4)), count(*) filter (where l.rate is null)
  from money_line l where l.source = any (sources) group by 1, 2, 3, 4 $$;
revoke all on function money_totals(uuid[]) from public;
grant execute on function money_totals(uuid[]) to waymark_app;
