-- Outcomes that are published by community safety partnership or region, never by ward.
CREATE TABLE recorded_crime AS
  SELECT "Community Safety Partnership code" AS partnership, "Community Safety Partnership name" AS name,
         "Local Authority code" AS authority,
         "Violence against the person"::INTEGER AS violence_against_the_person, Homicide::INTEGER AS homicide,
         "Violence with injury"::INTEGER AS violence_with_injury,
         "Violence without injury"::INTEGER AS violence_without_injury,
         "Stalking and harassment"::INTEGER AS stalking_and_harassment,
         "Sexual offences"::INTEGER AS sexual_offences, Robbery::INTEGER AS robbery,
         "Possession of weapons offences"::INTEGER AS possession_of_weapons
  FROM source_recorded_crime ORDER BY authority;

CREATE TABLE admissions AS
  SELECT month, FAE::INTEGER AS admissions, FCE::INTEGER AS episodes FROM source_admissions ORDER BY month;

-- Financial years start in April; * is a number the publisher withholds, and stays *. Age groups are written in
-- several ways over the years, and here in one.
CREATE TABLE admissions_by_age AS
  SELECT CASE WHEN n >= 4 THEN left(financial_year, 4)::INTEGER ELSE left(financial_year, 4)::INTEGER + 1 END
           || '-' || lpad(n::VARCHAR, 2, '0') AS month,
         CASE WHEN age_group LIKE 'Unknown%' THEN 'not known' WHEN age_group = 'Under 10' THEN '0-9'
              ELSE replace(replace(age_group, ' to ', '-'), ' and over', '+') END AS age_group,
         FAE AS admissions, FCE AS episodes
  FROM (SELECT financial_year, age_group, FAE, FCE, month(strptime(month || ' 2000', '%B %Y')) AS n
        FROM source_admissions_by_age)
  ORDER BY ALL;
