-- Counts by crime type, LSOA and month, as lines of a table: every LSOA, every month, zero where nothing is recorded,
-- blank where the LSOA does not occur in the counts at all.
CREATE TABLE unrecorded AS
  SELECT code FROM lsoas WHERE code NOT IN (SELECT lsoa FROM crimes) ORDER BY code;

CREATE TABLE crime_types AS SELECT DISTINCT crime_type FROM crimes ORDER BY crime_type;

CREATE TABLE count_lines AS
  WITH summed AS (SELECT crime_type, lsoa, month, sum(count)::INTEGER AS n FROM crimes GROUP BY ALL)
  SELECT t.crime_type, l.code AS lsoa,
         string_agg(
           CASE WHEN u.code IS NULL THEN coalesce(s.n, 0)::VARCHAR ELSE '' END, ',' ORDER BY m.month) AS line
  FROM crime_types t CROSS JOIN lsoas l CROSS JOIN months m
  LEFT JOIN summed s ON s.crime_type = t.crime_type AND s.lsoa = l.code AND s.month = m.month
  LEFT JOIN unrecorded u ON u.code = l.code
  GROUP BY t.crime_type, l.code ORDER BY t.crime_type, l.code;
