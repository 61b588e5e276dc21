-- Pairs of person records that a linkage of the register found and that people are to look at: ids, levels and weights, never a name.
alter table linkage_run add column card jsonb;
create table linkage_pair (
  id uuid primary key,
  run uuid not null references linkage_run on delete cascade,
  -- a < b, so that a pair is there once.
  a uuid not null,
  b uuid not null,
  office_a uuid not null,
  office_b uuid not null,
  -- log2 odds; how much the number of persons is expected to move when somebody decides.
  weight real not null,
  effect real not null,
  -- Of each comparison of the model: its level (0: says nothing), and what it adds in bits.
  levels smallint[] not null,
  parts real[] not null,
  -- Records of the run that bear the same name as each of the two, themselves included.
  namesakes integer[] not null,
  -- Asked of two people.
  sampled boolean not null,
  -- A link record says whether they are the same: kept by whoever writes the link.
  decided boolean not null default false,
  unique (a, b)
);
create index linkage_pair_queue on linkage_pair (effect desc, id) where not decided;
create index linkage_pair_b on linkage_pair (b);
create index linkage_pair_run on linkage_pair (run);

-- What each reviewer said, kept when the next linkage finds other pairs. Never changed; taken back by a mark.
create table linkage_verdict (
  id uuid primary key,
  a uuid not null,
  b uuid not null,
  office_a uuid not null,
  office_b uuid not null,
  account uuid not null,
  verdict text not null check (verdict in ('same', 'not_same', 'cannot_decide')),
  -- Before the weights were shown.
  first_look text not null check (first_look in ('same', 'not_same', 'cannot_decide')),
  -- Of a pair that two are asked of: only these tell how far two agree.
  sampled boolean not null,
  given_at timestamptz not null,
  taken_back boolean not null default false
);
create index linkage_verdict_pair on linkage_verdict (a, b);
create index linkage_verdict_b on linkage_verdict (b);
create index linkage_verdict_recent on linkage_verdict (given_at desc, id desc);

-- Whoever reviews must reach both offices: one side alone would tell who is known elsewhere.
do $$ declare t text;
begin
  foreach t in array array['linkage_pair', 'linkage_verdict'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy reach on %I using ((select reach_all()) or (office_a = any ((select reach_offices())::uuid[])
      and office_b = any ((select reach_offices())::uuid[])))', t);
  end loop;
end $$;
grant select on linkage_pair to waymark_app;
grant select, insert on linkage_verdict to waymark_app;

-- Verdicts are marked by this alone, and only where the reader reaches both offices.
create function take_back_verdicts(one uuid, other uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update linkage_verdict set taken_back = true
  where a = one and b = other and not taken_back
    and (reach_all() or (office_a = any (reach_offices()) and office_b = any (reach_offices()))) $$;
revoke all on function take_back_verdicts(uuid, uuid) from public;
grant execute on function take_back_verdicts(uuid, uuid) to waymark_app;
