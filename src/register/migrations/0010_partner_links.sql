-- A one-time link by which an organisation without an account answers one referral. Link and code go different ways, and
-- the register keeps a hash of each. Not granted to waymark_app: a request that works on case data cannot read doors.
create table partner_link (
  id uuid primary key,
  referral uuid not null,
  token_hash bytea not null constraint partner_link_once unique,
  -- Keyed hash of the code with the link's id.
  code_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  failures int not null default 0,
  ended_at timestamptz
);
create index partner_link_of on partner_link (referral, made_at desc);
