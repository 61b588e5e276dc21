-- What a referral shared, as it stood when it was sent: the recipient sees this and not what is written later. Sealed under
-- the person's key; gone once the referral has ended. Not granted to waymark_app: a request on case data cannot read it.
create table shared_answers (
  referral uuid primary key,
  person uuid not null,
  sealed bytea not null,
  frozen_at timestamptz not null
);
create index shared_answers_person on shared_answers (person);
