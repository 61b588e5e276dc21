SELECT "row", source_no, CASE WHEN "name" IS NULL OR "family" IS NULL THEN NULL ELSE hashtextextended(CAST("name" AS text) || '|' || substr(CAST("family" AS text), 1, 3), 0) END AS k0, CASE WHEN "family_words" IS NULL OR "born_year" IS NULL THEN NULL ELSE ARRAY(SELECT hashtextextended(CAST("born_year" AS text) || '|' || x, 0) FROM unnest(string_to_array("family_words", chr(31))) AS x) END AS k1, CAST(0 AS BIGINT) AS k2 FROM record;

SELECT size, count(*) AS blocks FROM (SELECT count(*) AS size FROM (SELECT "row", source_no, k0 AS key FROM keys WHERE k0 IS NOT NULL) AS k GROUP BY key) AS s GROUP BY size;

SELECT CAST(key AS text) AS key FROM (SELECT "row", source_no, k0 AS key FROM keys WHERE k0 IS NOT NULL) AS k GROUP BY key HAVING count(*) > 500;

SELECT size, count(*) AS blocks FROM (SELECT count(*) AS size FROM (SELECT DISTINCT "row", source_no, unnest(k1) AS key FROM keys) AS k GROUP BY key) AS s GROUP BY size;

SELECT CAST(key AS text) AS key FROM (SELECT DISTINCT "row", source_no, unnest(k1) AS key FROM keys) AS k GROUP BY key HAVING count(*) > 500;

SELECT "row", source_no, CASE WHEN k0 IN (1, 2) THEN NULL ELSE k0 END AS k0, ARRAY(SELECT x FROM unnest(k1) AS x WHERE x NOT IN (3)) AS k1, k2 FROM keys;

SELECT l, r, bit_or(rules) AS rules FROM (SELECT x."row" AS l, y."row" AS r, 1 AS rules FROM (SELECT "row", source_no, k0 AS key FROM keys WHERE k0 IS NOT NULL) AS x JOIN (SELECT "row", source_no, k0 AS key FROM keys WHERE k0 IS NOT NULL) AS y ON x.key = y.key AND x."row" < y."row" AND x.source_no <> y.source_no UNION ALL SELECT x."row" AS l, y."row" AS r, 2 AS rules FROM (SELECT DISTINCT "row", source_no, unnest(k1) AS key FROM keys) AS x JOIN (SELECT DISTINCT "row", source_no, unnest(k1) AS key FROM keys) AS y ON x.key = y.key AND x."row" < y."row" AND x.source_no <> y.source_no UNION ALL SELECT x."row" AS l, y."row" AS r, 4 AS rules FROM (SELECT "row", source_no, k2 AS key FROM keys WHERE k2 IS NOT NULL) AS x JOIN (SELECT "row", source_no, k2 AS key FROM keys WHERE k2 IS NOT NULL) AS y ON x.key = y.key AND x."row" < y."row" AND x.source_no <> y.source_no) AS f GROUP BY l, r;

SELECT l, r, rules, (CASE WHEN "name_l" IS NULL OR "name_r" IS NULL THEN 0 WHEN ("name_l" = "family_r" AND "family_l" = "name_r") THEN 0 WHEN ("name_l" = "name_r") THEN 1 WHEN measure_0 >= 0.9 THEN 2 ELSE 3 END) * CAST(1 AS bigint) + (CASE WHEN "family_l" IS NULL OR "family_r" IS NULL THEN 0 WHEN ("family_l" = "family_r" AND "family_skeleton_l" = "family_skeleton_r") THEN 1 WHEN measure_1 <= 1 THEN 2 WHEN measure_2 <= 1 THEN 3 WHEN (("family_words marks_l" & "family_words marks_r") <> 0 AND (string_to_array("family_words_l", chr(31)) && string_to_array("family_words_r", chr(31)))) THEN 4 WHEN (("family_words marks_l" & "family_words marks_r") <> 0 AND cardinality(ARRAY(SELECT unnest(string_to_array("family_words_l", chr(31))) INTERSECT SELECT unnest(string_to_array("family_words_r", chr(31))))) >= 2) THEN 5 ELSE 6 END) * CAST(4 AS bigint) + (CASE WHEN "born_year_l" IS NULL OR "born_year_r" IS NULL THEN 0 WHEN measure_3 <= 1 THEN 1 WHEN (abs("born_year_l" - "born_year_r") <= 1 AND (("born_monthday_l" = '0101' OR "born_monthday_r" = '0101') OR ("born_monthday_l" = "born_monthday_r"))) THEN 2 ELSE 3 END) * CAST(28 AS bigint) AS pattern
FROM (
  SELECT l, r, rules, "name_l", "name_r", "family_l", "family_r", "family_skeleton_l", "family_skeleton_r", "family_words_l", "family_words_r", "born_year_l", "born_year_r", "born_l", "born_r", "born_monthday_l", "born_monthday_r", "family_words marks_l", "family_words marks_r",
    CASE WHEN "name_l" = "name_r" THEN 1.0 WHEN "name_l" IS NULL OR "name_r" IS NULL THEN NULL ELSE pg_temp.linkage_jaro_winkler("name_l", "name_r") END AS measure_0,
    CASE WHEN "family_l" = "family_r" THEN 0 WHEN "family_l" IS NULL OR "family_r" IS NULL THEN NULL ELSE pg_temp.linkage_levenshtein("family_l", "family_r") END AS measure_1,
    CASE WHEN "family_l" = "family_r" THEN 0 WHEN "family_l" IS NULL OR "family_r" IS NULL THEN NULL ELSE pg_temp.linkage_damerau("family_l", "family_r") END AS measure_2,
    CASE WHEN "born_l" = "born_r" THEN 0 WHEN "born_l" IS NULL OR "born_r" IS NULL THEN NULL ELSE CASE WHEN length("born_l") = length("born_r") THEN pg_temp.linkage_hamming("born_l", "born_r") ELSE 99 END END AS measure_3
  FROM (
    SELECT p.l, p.r, p.rules, a."name" AS "name_l", b."name" AS "name_r", a."family" AS "family_l", b."family" AS "family_r", a."family_skeleton" AS "family_skeleton_l", b."family_skeleton" AS "family_skeleton_r", a."family_words" AS "family_words_l", b."family_words" AS "family_words_r", a."born_year" AS "born_year_l", b."born_year" AS "born_year_r", a."born" AS "born_l", b."born" AS "born_r", a."born_monthday" AS "born_monthday_l", b."born_monthday" AS "born_monthday_r", a."family_words marks" AS "family_words marks_l", b."family_words marks" AS "family_words marks_r"
    FROM pairs AS p
    JOIN record AS a ON a."row" = p.l
    JOIN record AS b ON b."row" = p.r
  ) AS sides
) AS measured;
