-- How far older texts were compared with the protected answers of a record (the address of a shelter). `print` is a keyed
-- fingerprint of the answers, never the answers; another print begins anew. Not granted to waymark_app.
create table address_search (
  record uuid primary key,
  print uuid not null,
  -- The last record looked at; null before the first.
  office_id uuid,
  after uuid,
  done_at timestamptz
);
