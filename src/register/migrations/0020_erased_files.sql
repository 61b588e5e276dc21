-- Sealed files of erased persons, to be deleted from the place where files lie. That place knows no transactions, so the deletion is
-- written down with the erasure and carried out after it, as often as it takes. A row stays when it is done: a register that is
-- opened again does not ask for what is gone. Not granted to waymark_app.
create table erased_file (
  name uuid primary key,
  queued_at timestamptz not null,
  tried_at timestamptz,
  -- Code of the last failure; null before the first attempt and after success.
  problem text,
  removed_at timestamptz
);
create index erased_file_waiting on erased_file (tried_at nulls first, queued_at) where removed_at is null;
