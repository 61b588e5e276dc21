-- A filter of a list that somebody wants to find again. What it is called and holds is theirs: sealed.
create table saved_filter (
  id uuid primary key,
  account_id uuid not null constraint filter_account references account (id) on delete cascade,
  list text not null,
  sealed bytea not null,
  created_at timestamptz not null
);
create index saved_filter_of on saved_filter (account_id, list);
