-- Faults that only show between the national sources, for one unit.
CREATE VIEW unit_lookup AS
  SELECT * FROM source_lsoa_lookup WHERE ltla24_code IN (SELECT code FROM unit_authorities);

CREATE VIEW faults AS
SELECT 1 AS stage, 'national/lookup_ew_lsoa21_wd24_lad24.csv.gz' AS file, NULL::INTEGER AS line,
       count(*) || ' LSOAs in the unit' AS found, (SELECT lsoas FROM unit_size) || ' LSOAs of 2021' AS expected
FROM unit_lookup HAVING count(DISTINCT lsoa21_code) <> (SELECT lsoas FROM unit_size) OR count(*) <> count(DISTINCT lsoa21_code)
UNION ALL
SELECT 2, 'national/uk_wards_wd25.topojson', NULL, count(*) || ' wards in the unit', (SELECT wards FROM unit_size) || ' of the vintage set for the unit'
FROM ward_shapes HAVING count(DISTINCT code) <> (SELECT wards FROM unit_size) OR count(*) <> count(DISTINCT code)
UNION ALL
SELECT 3, 'national/lsoa21_england_simplified.topojson', NULL, 'LSOA ' || l.lsoa21_code || ' has no polygon', 'one for every LSOA of the unit'
FROM unit_lookup l ANTI JOIN lsoa_shapes s ON s.code = l.lsoa21_code
UNION ALL
SELECT 4, 'national/lsoa_centroids_ew_2011_2021.csv.gz', NULL, 'LSOA ' || l.lsoa21_code || ' has no centre', 'one for every LSOA of the unit'
FROM unit_lookup l ANTI JOIN source_lsoa_points p ON p.lsoa_code = l.lsoa21_code AND p.in_2021 = '1'
UNION ALL
SELECT 5, 'national/iod2025_england_lsoa21.csv.gz', NULL, 'LSOA ' || l.lsoa21_code || ' has no row', 'one for every LSOA of the unit'
FROM unit_lookup l ANTI JOIN source_deprivation d ON d.lsoa21_code = l.lsoa21_code
UNION ALL
SELECT 6, 'national/census2021_ew_lsoa21.csv.gz', NULL, 'LSOA ' || l.lsoa21_code || ' has no row', 'one for every LSOA of the unit'
FROM unit_lookup l ANTI JOIN source_census c ON c.lsoa21_code = l.lsoa21_code;
