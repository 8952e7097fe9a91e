-- Faults that only show between sources. Row n of a source stands on line n + 2 of its file (rowid starts at 0).
CREATE VIEW faults AS
SELECT 1 AS stage, 'geography/wards_wd25.csv' AS file, rowid + 2 AS line,
       'ward ' || ward_code || ' is in ' || lad_code AS found, 'an authority of the unit' AS expected
FROM source_wards WHERE lad_code NOT IN (SELECT code FROM unit_authorities)
UNION ALL
SELECT 2, 'geography/wards_wd25.csv', NULL, count(*) || ' wards', (SELECT wards FROM unit_size) || ' of the vintage set for the unit'
FROM source_wards HAVING count(DISTINCT ward_code) <> (SELECT wards FROM unit_size) OR count(*) <> count(DISTINCT ward_code)
UNION ALL
SELECT 3, 'geography/wards_wd25.geojson', NULL, 'ward ' || w.ward_code || ' has no polygon', 'one for every ward of wards_wd25.csv'
FROM source_wards w ANTI JOIN ward_shapes s ON s.code = w.ward_code
UNION ALL
SELECT 3, 'geography/wards_wd25.geojson', NULL, 'ward ' || s.code || ' is not in wards_wd25.csv', 'the same vintage in both'
FROM ward_shapes s ANTI JOIN source_wards w ON s.code = w.ward_code
UNION ALL
SELECT 4, 'geography/lsoa21.geojson', NULL, count(*) || ' areas', (SELECT lsoas FROM unit_size) || ' LSOAs of 2021'
FROM lsoa_shapes HAVING count(DISTINCT code) <> (SELECT lsoas FROM unit_size) OR count(*) <> count(DISTINCT code)
UNION ALL
SELECT 5, 'geography/lookup_lsoa21_ward_lad.csv', NULL, 'LSOA ' || s.code || ' has no row', 'one for every LSOA of lsoa21.geojson'
FROM lsoa_shapes s ANTI JOIN source_lsoa_lookup l ON l.lsoa21_code = s.code
UNION ALL
SELECT 5, 'geography/lookup_lsoa21_ward_lad.csv', max(rowid) + 2, 'LSOA ' || lsoa21_code || ' stands twice', 'one row for each'
FROM source_lsoa_lookup GROUP BY lsoa21_code HAVING count(*) > 1
UNION ALL
SELECT 6, 'geography/overlap_lsoa21_wd25_area.csv', o.rowid + 2, 'LSOA ' || lsoa21_code || ' is unknown', 'an LSOA of 2021 of the unit'
FROM source_overlap o ANTI JOIN lsoa_shapes s ON s.code = o.lsoa21_code
UNION ALL
SELECT 6, 'geography/overlap_lsoa21_wd25_area.csv', o.rowid + 2, 'ward ' || o.ward_code || ' is unknown', 'a ward of wards_wd25.csv'
FROM source_overlap o ANTI JOIN source_wards w ON w.ward_code = o.ward_code
UNION ALL
SELECT 6, 'geography/overlap_lsoa21_wd25_area.csv', NULL, 'LSOA ' || s.code || ' has no ward', 'a share for every LSOA'
FROM lsoa_shapes s ANTI JOIN source_overlap o ON s.code = o.lsoa21_code
UNION ALL
SELECT 6, 'geography/overlap_lsoa21_wd25_area.csv', min(rowid) + 2, 'the shares of ' || lsoa21_code || ' sum to ' || round(sum(share::DOUBLE), 4), '1'
FROM source_overlap GROUP BY lsoa21_code HAVING abs(sum(share::DOUBLE) - 1) > 0.001
UNION ALL
SELECT 7, 'crime/month_completeness.csv', max(rowid) + 2, month || ' stands twice', 'one row for each month'
FROM source_months GROUP BY month HAVING count(*) > 1
UNION ALL
SELECT 7, 'crime/month_completeness.csv', rowid + 2, 'status is "' || status || '"', 'complete or partial'
FROM source_months WHERE status NOT LIKE 'complete%' AND status <> 'partial'
UNION ALL
SELECT 8, 'crime/wm_lsoa21_month_category.csv.gz', c.rowid + 2, 'LSOA ' || c.lsoa21cd || ' is unknown', 'an LSOA of 2021 of the unit'
FROM source_crimes c ANTI JOIN lsoa_shapes s ON s.code = c.lsoa21cd
UNION ALL
SELECT 8, 'crime/wm_lsoa21_month_category.csv.gz', c.rowid + 2, 'month ' || c.month || ' is unknown', 'a month of month_completeness.csv'
FROM source_crimes c ANTI JOIN source_months m ON m.month = c.month
UNION ALL
SELECT 8, 'crime/wm_lsoa21_month_category.csv.gz', max(rowid) + 2, month || ' ' || lsoa21cd || ' ' || crime_type || ' stands twice', 'one row for each'
FROM source_crimes GROUP BY month, lsoa21cd, crime_type HAVING count(*) > 1
UNION ALL
SELECT 9, 'crime/wm_lsoa21_month_category.csv.gz', NULL, m.month || ' has ' || coalesce(sum(c.count::INTEGER), 0) || ' records',
       m.records || ' as in month_completeness.csv (the file may be cut short)'
FROM source_months m LEFT JOIN source_crimes c ON c.month = m.month
GROUP BY m.month, m.records HAVING coalesce(sum(c.count::INTEGER), 0) <> m.records::INTEGER
UNION ALL
SELECT 10, 'deprivation/iod2025_lsoa21.csv', d.rowid + 2, 'LSOA ' || d.lsoa21_code || ' is unknown', 'an LSOA of 2021 of the unit'
FROM source_deprivation d ANTI JOIN lsoa_shapes s ON s.code = d.lsoa21_code
UNION ALL
SELECT 10, 'deprivation/iod2025_lsoa21.csv', NULL, 'LSOA ' || s.code || ' has no row', 'one for every LSOA'
FROM lsoa_shapes s ANTI JOIN source_deprivation d ON s.code = d.lsoa21_code
UNION ALL
SELECT 10, 'deprivation/iod2025_lsoa21.csv', max(rowid) + 2, 'LSOA ' || lsoa21_code || ' stands twice', 'one row for each'
FROM source_deprivation GROUP BY lsoa21_code HAVING count(*) > 1
UNION ALL
SELECT 11, 'population/census2021_lsoa21.csv', d.rowid + 2, 'LSOA ' || d.lsoa21_code || ' is unknown', 'an LSOA of 2021 of the unit'
FROM source_census d ANTI JOIN lsoa_shapes s ON s.code = d.lsoa21_code
UNION ALL
SELECT 11, 'population/census2021_lsoa21.csv', NULL, 'LSOA ' || s.code || ' has no row', 'one for every LSOA'
FROM lsoa_shapes s ANTI JOIN source_census d ON s.code = d.lsoa21_code
UNION ALL
SELECT 11, 'population/census2021_lsoa21.csv', max(rowid) + 2, 'LSOA ' || lsoa21_code || ' stands twice', 'one row for each'
FROM source_census GROUP BY lsoa21_code HAVING count(*) > 1
UNION ALL
SELECT 12, 'geography/lookup_lsoa11_lsoa21.csv', NULL, 'LSOA ' || s.code || ' has no 2011 parent', 'at least one for every LSOA'
FROM lsoa_shapes s ANTI JOIN source_lsoa_history h ON s.code = h.lsoa21_code
UNION ALL
SELECT 12, 'population/population_mid2020_lsoa11.csv', NULL, 'LSOA ' || h.lsoa11_code || ' has no row', 'one for every LSOA of 2011 in lookup_lsoa11_lsoa21.csv'
FROM source_lsoa_history h ANTI JOIN source_single_years y ON y.lsoa11_code = h.lsoa11_code
UNION ALL
SELECT 12, 'population/population_mid2020_lsoa11.csv', max(rowid) + 2, 'LSOA ' || lsoa11_code || ' stands twice', 'one row for each'
FROM source_single_years GROUP BY lsoa11_code HAVING count(*) > 1;
