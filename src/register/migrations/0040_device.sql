-- A device that carries cases for somebody. What it holds is encrypted there; here stand only whose it is, whether it may
-- still speak, and the ids of the cases it was given. Like accounts, none of it is granted to waymark_app.
create table device (
  id uuid primary key,
  account_id uuid not null constraint device_account references account (id),
  -- Says which device speaks, with or without a session; the clear text exists on the device only.
  token_hash bytea not null constraint device_once unique,
  kind text not null constraint device_kind check (kind in ('phone', 'tablet', 'computer')),
  state text not null constraint device_state check (state in ('in_use', 'emptied', 'revoked')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  carried uuid[] not null default '{}',
  revoked_at timestamptz,
  revoked_by uuid,
  -- When it was last opened with the passphrase that somebody else forced.
  alarmed_at timestamptz
);
create index device_of_account on device (account_id, id);
