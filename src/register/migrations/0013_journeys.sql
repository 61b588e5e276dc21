-- Journeys stand in worklists from now on: those that are recorded already too.
insert into listed (office_id, record, type, case_id, person, shared, common, author, state, open, on_date, who, at)
select r.office_id, r.id, r.type, r.case_id, r.person, r.shared, r.common, r.author, r.content ->> 'stage',
  coalesce(r.content ->> 'stage', '') not in ('completed', 'cancelled'),
  case when rtrim(r.content ->> 'departedOn', '~') ~ '^\d{4}-\d{2}-\d{2}$' then (rtrim(r.content ->> 'departedOn', '~'))::date
    when rtrim(r.content ->> 'departedOn', '~') ~ '^\d{4}-\d{2}$' then (rtrim(r.content ->> 'departedOn', '~') || '-01')::date
    when rtrim(r.content ->> 'departedOn', '~') ~ '^\d{4}$' then (rtrim(r.content ->> 'departedOn', '~') || '-01-01')::date
    else '9999-12-31' end,
  c.worker,
  case when r.content ->> 'receivingOffice' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then (r.content ->> 'receivingOffice')::uuid end
from record r left join record c on c.id = r.case_id and c.office_id = r.office_id
where r.type = 'movement'
on conflict do nothing;
