-- Base tables of a unit out of the national sources. Counts, months and overlap are made before this from the force's
-- street file and from the polygons.
CREATE TABLE authorities AS
  SELECT ltla24_code AS code, any_value(ltla24_name) AS name FROM unit_lookup GROUP BY ltla24_code ORDER BY code;

CREATE TABLE wards AS SELECT code, name, authority, lon, lat, km2 FROM ward_shapes ORDER BY code;

CREATE TABLE lsoas AS
  SELECT s.code, l.lsoa21_name AS name, l.ltla24_code AS authority, p.lon::DOUBLE AS lon, p.lat::DOUBLE AS lat, s.km2
  FROM lsoa_shapes s
  JOIN unit_lookup l ON l.lsoa21_code = s.code
  JOIN source_lsoa_points p ON p.lsoa_code = s.code AND p.in_2021 = '1'
  ORDER BY s.code;

CREATE TABLE deprivation AS SELECT * FROM source_deprivation WHERE lsoa21_code IN (SELECT code FROM lsoas);
CREATE TABLE census AS SELECT * FROM source_census WHERE lsoa21_code IN (SELECT code FROM lsoas);

-- Ward codes of other years are not among the national sources.
CREATE TABLE source_ward_history (
  ward_code VARCHAR, ward_name VARCHAR, lad_code VARCHAR, first_seen_source_year VARCHAR);
