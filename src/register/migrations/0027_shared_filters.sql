-- A table of figures is kept like a filter, and may be shown to colleagues: to an office, or to everybody who may count.
alter table saved_filter
  add column seen text not null default 'me' constraint filter_seen check (seen in ('me', 'office', 'organisation')),
  add column office_id uuid constraint filter_office references office (id),
  add constraint filter_seen_where check ((seen = 'office') = (office_id is not null));
create index saved_filter_shared on saved_filter (list, id) where seen <> 'me';
