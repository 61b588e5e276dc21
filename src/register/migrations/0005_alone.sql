-- Most persons have one instance. Those are counted as rows, in parallel; only the others have to be told apart by key.
-- Set where counts are settled; false for counted lines, which are nobody in particular.

alter table fact_instance add column alone boolean not null default false;

-- An office and person and year is one instance, however many case files the office holds: the first one counts. Runs as
-- the owner, since a person's rows may lie in offices that the writer cannot see.
create function settle_counts(key bigint) returns void language sql security definer set search_path = public, pg_temp as $$
  with ranked as (
    select office_id, case_id, slot, count(*) over () = 1 as single,
      row_number() over (partition by office_id, slot order by case_id) as place
    from fact_instance where person_key = key)
  update fact_instance f set count = case when place = 1 then 1 else 0 end, alone = single
  from ranked r where f.office_id = r.office_id and f.case_id = r.case_id and f.slot = r.slot
    and (f.count <> case when place = 1 then 1 else 0 end or f.alone <> single) $$;
revoke all on function settle_counts(bigint) from public;
grant execute on function settle_counts(bigint) to waymark_app;
