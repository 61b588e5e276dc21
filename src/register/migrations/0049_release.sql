-- Releases of coded facts to the world: what is asked, who approved, and what went out. Nothing here tells of a person: parameters are public, and
-- files are what was published.
create table release (
  id uuid primary key,
  asked jsonb not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'published', 'failed', 'withdrawn')),
  ended_at timestamptz,
  -- Why nothing came of it: a code and its words, which never repeat a value.
  problem jsonb
);
create index release_newest on release (asked_at desc, id desc);
create table release_approval (
  release uuid not null references release,
  account uuid not null,
  given_at timestamptz not null,
  primary key (release, account)
);
create table release_file (
  release uuid not null references release,
  name text not null,
  media_type text not null,
  sha256 text not null,
  bytes bytea not null,
  primary key (release, name)
);
