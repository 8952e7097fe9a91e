-- Services that a programme could work with. Which of them do is not published: these are candidates, not provision.
CREATE TABLE schools AS
  SELECT regexp_replace(urn, '\.0$', '') AS id, establishment_name AS name, longitude::DOUBLE AS lon,
         latitude::DOUBLE AS lat, education_phase AS phase,
         try_cast(number_of_pupils AS DOUBLE)::INTEGER AS pupils, try_cast(percentage_fsm AS DOUBLE) AS free_meals
  FROM source_schools ORDER BY id;

CREATE TABLE practices AS
  SELECT ods_code AS id, name, longitude::DOUBLE AS lon, latitude::DOUBLE AS lat
  FROM source_practices WHERE longitude <> '' AND latitude <> '' ORDER BY id;

CREATE TABLE hospitals AS
  SELECT OrganisationCode AS id, OrganisationName AS name, Longitude::DOUBLE AS lon, Latitude::DOUBLE AS lat
  FROM source_hospitals WHERE Sector = 'NHS Sector' ORDER BY id;
