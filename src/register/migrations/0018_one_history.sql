-- The log of a guarded case is guarded too. A person whom several offices assist keeps one history (migration 0003).
do $$
declare t text;
begin
  foreach t in array array['change', 'conflict'] loop
    execute format('alter policy reach on %1$I using (((select reach_all()) or office_id = any ((select reach_offices())::uuid[])
      or type = ''person'' and exists (select from record r where r.id = %1$I.record))
      and (guard is null or guard && (select openers())::text[]))', t);
  end loop;
end $$;
