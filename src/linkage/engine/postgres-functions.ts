/**
 * Distances that PostgreSQL lacks, or has for bytes or short texts only. They live as long as the session and give what
 * `src/linkage/distance` gives; texts are in NFC before they come here.
 */
export const distanceFunctions = `
create function pg_temp.linkage_jaro_winkler(one text, other text) returns double precision
language plpgsql immutable strict as $$
declare
  a text[] := string_to_array(one, null);
  b text[] := string_to_array(other, null);
  m integer := coalesce(cardinality(a), 0);
  n integer := coalesce(cardinality(b), 0);
  reach integer := greatest(0, greatest(m, n) / 2 - 1);
  taken boolean[] := array_fill(false, array[greatest(n, 1)]);
  common text[] := '{}';
  shared integer := 0;
  moved integer := 0;
  at integer := 1;
  prefix integer := 0;
  alike double precision;
begin
  if one = other then return 1; end if;
  if m = 0 or n = 0 then return 0; end if;
  for i in 1..m loop
    for j in greatest(1, i - reach)..least(n, i + reach) loop
      if not taken[j] and a[i] = b[j] then
        taken[j] := true;
        common := common || a[i];
        exit;
      end if;
    end loop;
  end loop;
  shared := cardinality(common);
  if shared = 0 then return 0; end if;
  for j in 1..n loop
    if taken[j] then
      if common[at] <> b[j] then moved := moved + 1; end if;
      at := at + 1;
    end if;
  end loop;
  alike := (shared::double precision / m + shared::double precision / n + (shared - moved / 2)::double precision / shared) / 3;
  if alike <= 0.7 then return alike; end if;
  while prefix < 4 and prefix < m and prefix < n and a[prefix + 1] = b[prefix + 1] loop
    prefix := prefix + 1;
  end loop;
  return alike + prefix * 0.1 * (1 - alike);
end $$;

create function pg_temp.linkage_levenshtein(one text, other text) returns integer
language plpgsql immutable strict as $$
declare
  a text[] := string_to_array(one, null);
  b text[] := string_to_array(other, null);
  m integer := coalesce(cardinality(a), 0);
  n integer := coalesce(cardinality(b), 0);
  cost integer[] := array(select generate_series(0, n));
  following integer[];
begin
  for i in 1..m loop
    following := array[i];
    for j in 1..n loop
      following := following || least(cost[j] + case when a[i] = b[j] then 0 else 1 end, cost[j + 1] + 1, following[j] + 1);
    end loop;
    cost := following;
  end loop;
  return cost[n + 1];
end $$;

-- Lowrance and Wagner 1975, unrestricted. Row i and column j of the usual table stand at i + 2 and j + 2.
create function pg_temp.linkage_damerau(one text, other text) returns integer
language plpgsql immutable strict as $$
declare
  a text[] := string_to_array(one, null);
  b text[] := string_to_array(other, null);
  m integer := coalesce(cardinality(a), 0);
  n integer := coalesce(cardinality(b), 0);
  width integer := n + 2;
  far integer := m + n;
  cost integer[] := array_fill(far, array[(m + 2) * width]);
  last_row integer;
  last_column integer;
begin
  if one = other then return 0; end if;
  for i in 0..m loop cost[(i + 1) * width + 2] := i; end loop;
  for j in 0..n loop cost[width + j + 2] := j; end loop;
  for i in 1..m loop
    last_column := 0;
    for j in 1..n loop
      last_row := 0;
      for k in reverse i - 1..1 loop
        if a[k] = b[j] then last_row := k; exit; end if;
      end loop;
      cost[(i + 1) * width + j + 2] := least(
        cost[i * width + j + 1] + case when a[i] = b[j] then 0 else 1 end,
        cost[(i + 1) * width + j + 1] + 1,
        cost[i * width + j + 2] + 1,
        cost[last_row * width + last_column + 1] + (i - last_row - 1) + 1 + (j - last_column - 1));
      if a[i] = b[j] then last_column := j; end if;
    end loop;
  end loop;
  return cost[(m + 1) * width + n + 2];
end $$;

create function pg_temp.linkage_hamming(one text, other text) returns integer
language sql immutable strict as $$
  select count(*)::integer from unnest(string_to_array(one, null), string_to_array(other, null)) as sides(a, b) where a is distinct from b
$$;
`
