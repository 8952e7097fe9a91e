-- Women and men by ward, where the ward has the same code in the source; elsewhere it is not known.
CREATE TABLE ward_sexes AS
  SELECT y.wd20_code AS ward, y.sex,
         replace(replace(y.age, 'age_', ''), 'plus', '')::INTEGER AS age, y.people::INTEGER AS people
  FROM (UNPIVOT (SELECT * EXCLUDE (total) FROM source_ward_sexes) ON COLUMNS('^age_') INTO NAME age VALUE people) y
  JOIN wards w ON w.code = y.wd20_code
  WHERE lower(y.same_code_in_wd25) = 'true';
