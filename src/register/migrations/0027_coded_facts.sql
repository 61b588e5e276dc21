-- Fact tables hold answers as numbers: every answer, and every set of answers that somebody gave together, has one code of
-- the register, given when it is first met and kept for good. Rows are half as wide, all columns have a fixed place, and
-- counting compares integers. Beside each instance stands whether it leads the rows of its person, and in which columns these
-- differ: who differs in nothing that is asked is found in the leading row, and only the others are told apart by key.
-- What was there is derived anew from the records at the next start (facts-version.ts).

create table fact_word (
  id integer primary key,
  -- SHA-256 of the answers as JSON: they may be longer than an index takes.
  key bytea not null,
  words text[] not null,
  -- Codes of the single answers, each once; of a single answer its own.
  members integer[] not null,
  constraint fact_word_once unique (key)
);
create sequence fact_word_id as integer start 2 owned by fact_word.id;
-- No answer counts as the answer unknown.
insert into fact_word (id, key, words, members) values (0, sha256('[]'), '{}', '{1}'), (1, sha256('["unknown"]'), '{unknown}', '{1}');
grant select on fact_word to waymark_app, waymark_figures;

-- For people who read the tables by SQL.
create function words(code integer) returns text[] language sql stable parallel safe as $$ select words from fact_word where id = code $$;
create function word(code integer) returns text language sql stable parallel safe as $$ select words[1] from fact_word where id = code $$;

drop table fact_instance, fact_service, fact_support;

create table fact_instance (
  office_id uuid not null,
  case_id uuid not null,
  slot integer not null,
  year integer,
  person_id uuid,
  person_key bigint,
  count integer not null,
  region integer not null default 0,
  route integer not null,
  incident integer not null default 0,
  -- The first of its person's rows.
  leads boolean not null default false,
  -- One bit a column in which the person's rows differ (fact-varies.ts); all bits while nobody has looked.
  varies bigint not null default -1,
  primary key (office_id, case_id, slot)
);

create table fact_service (
  office_id uuid not null,
  record_id uuid not null,
  case_id uuid,
  person_id uuid,
  person_key bigint,
  year integer,
  count integer not null,
  region integer not null default 0,
  route integer not null,
  amount numeric(20, 4),
  currency text,
  primary key (office_id, record_id)
);

create table fact_support (
  office_id uuid not null,
  case_id uuid not null,
  record_id uuid not null,
  slot integer not null,
  year integer,
  person_id uuid,
  person_key bigint,
  -- The project or fund of this register; null where a code or a donor was only written down.
  source uuid,
  given_project integer not null default 0,
  given_donor integer not null default 0,
  count integer not null,
  region integer not null default 0,
  route integer not null,
  primary key (office_id, case_id, record_id, slot)
);

do $$
declare t text; c text;
begin
  foreach t in array array['fact_instance', 'fact_service', 'fact_support'] loop
    execute format('grant select, insert, update, delete on %I to waymark_app', t);
    execute format('grant select on %I to waymark_figures', t);
    execute format('alter table %I enable row level security', t);
    execute format('create policy reach on %I using ((select reach_all()) or office_id = any ((select reach_offices())::uuid[]))', t);
  end loop;
  foreach t in array array['fact_call', 'fact_consultation', 'fact_return', 'fact_reintegration', 'fact_project', 'fact_funding', 'fact_output'] loop
    execute format('truncate %I', t);
    for c in select attname from pg_attribute where attrelid = t::regclass and attname like 'd\_%' and not attisdropped loop
      execute format('alter table %I drop column %I', t, c);
    end loop;
    execute format('alter table %I drop column if exists alone', t);
    execute format('alter table %I drop column region, drop column route, add column region integer not null default 0, add column route integer not null', t);
  end loop;
end $$;
