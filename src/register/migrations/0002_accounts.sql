-- Accounts and doors. None of these tables is granted to waymark_app: a request that works on case data cannot read
-- who may sign in. What names a member of staff is sealed; the login is found again by a keyed hash.

create table account (
  id uuid primary key,
  kind text not null constraint account_kind check (kind in ('user', 'service')),
  -- Keyed hash of the folded login; null for a service, which has tokens instead.
  login_hash bytea constraint account_login unique,
  -- name, login, language, second-factor secret: one sealed JSON
  sealed bytea not null,
  -- argon2id in PHC form
  password text,
  must_change boolean not null default false,
  -- The last time step a six-digit code was used for: a code seen over a shoulder does not open the door again.
  totp_step bigint,
  state text not null constraint account_state check (state in ('active', 'closed')),
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  last_seen_at timestamptz,
  constraint account_way_in check ((kind = 'user') = (login_hash is not null and password is not null))
);

create table grant_row (
  id uuid primary key,
  account_id uuid not null constraint grant_account references account (id),
  role text not null,
  office_id uuid not null,
  scope text not null constraint grant_scope check (scope in ('own', 'office', 'region', 'all')),
  -- A removed grant stays as a row: who could see what, when, is a question that is asked years later.
  state text not null constraint grant_state check (state in ('active', 'waiting', 'removed')),
  asked_by uuid,
  asked_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  removed_by uuid,
  removed_at timestamptz,
  constraint grant_two_people check (approved_by is null or (approved_by <> asked_by and approved_by <> account_id))
);
create unique index grant_once on grant_row (account_id, role, office_id, scope) where state <> 'removed';

create table session (
  token_hash bytea primary key,
  account_id uuid not null constraint session_account references account (id) on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_of_account on session (account_id);

create table service_token (
  id uuid primary key,
  account_id uuid not null constraint token_account references account (id),
  token_hash bytea not null constraint token_once unique,
  label text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- One row per login that was tried, known or not, so that the lock-out tells nothing about who works here.
create table sign_in_attempt (
  login_hash bytea primary key,
  at timestamptz not null,
  failures int not null,
  next_at timestamptz not null
);

create table setup_token (
  token_hash bytea primary key,
  created_at timestamptz not null,
  used_at timestamptz
);
