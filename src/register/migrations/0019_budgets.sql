-- The same sums as money_totals, under a lock of each project or fund: two who take the last money at once wait for each other,
-- and the second counts what the first has taken. Volatile, so that the sums are read after the lock is held.
create function money_totals_locked(sources uuid[])
returns table (source uuid, kind text, state text, currency text, amount numeric, based numeric, unrated bigint)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(s::text, 0)) from (select distinct s from unnest(sources) s order by s) as s;
  return query select * from money_totals(sources);
end $$;
revoke all on function money_totals_locked(uuid[]) from public;
grant execute on function money_totals_locked(uuid[]) to waymark_app;
