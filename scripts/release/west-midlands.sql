-- Base tables of the West Midlands release, out of its sources.
CREATE TABLE authorities AS
  SELECT lad_code AS code, any_value(lad_name) AS name FROM source_wards GROUP BY lad_code ORDER BY code;

CREATE TABLE wards AS
  SELECT ward_code AS code, ward_name AS name, lad_code AS authority,
         lon::DOUBLE AS lon, lat::DOUBLE AS lat, area_km2::DOUBLE AS km2
  FROM source_wards ORDER BY code;

-- "Yardley 067A": the House of Commons Library's name of the middle layer area, then the official number and letter.
CREATE TABLE lsoas AS
  SELECT s.code, l.msoa21_hocl_name || ' ' || regexp_extract(l.lsoa21_name, '[^ ]+$') AS name,
         l.lad_code AS authority, s.lon, s.lat, s.km2
  FROM lsoa_shapes s JOIN source_lsoa_lookup l ON l.lsoa21_code = s.code ORDER BY s.code;

CREATE TABLE overlap AS
  SELECT lsoa21_code AS lsoa, ward_code AS ward, share::DOUBLE AS share FROM source_overlap;

CREATE TABLE months AS
  SELECT month, CASE WHEN status LIKE 'complete%' THEN 'whole' ELSE 'partial' END AS status,
         'polygon' AS located, records::INTEGER AS records,
         regexp_extract(status, '\((.*)\)', 1) AS note
  FROM source_months ORDER BY month;

CREATE TABLE crimes AS
  SELECT month, lsoa21cd AS lsoa, crime_type, count::INTEGER AS count FROM source_crimes;

CREATE TABLE deprivation AS SELECT * FROM source_deprivation;
CREATE TABLE census AS SELECT * FROM source_census;

-- People of mid-2020 by single year, summed over the 2011 parents of each 2021 area: a split shares its parent's
-- profile, a merger adds its parents'.
CREATE TABLE single_years AS
  SELECT h.lsoa21_code AS lsoa, replace(replace(y.age, 'age_', ''), 'plus', '')::INTEGER AS age,
         sum(y.people::INTEGER)::INTEGER AS people
  FROM source_lsoa_history h
  JOIN (UNPIVOT source_single_years ON COLUMNS('^age_') INTO NAME age VALUE people) y USING (lsoa11_code)
  GROUP BY ALL;

CREATE TABLE places AS
  SELECT name, lon::DOUBLE AS lon, lat::DOUBLE AS lat, population::INTEGER AS population
  FROM source_places ORDER BY population DESC, name;
