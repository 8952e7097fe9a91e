-- The Indices of Deprivation 2025: ranks, exponentially transformed domain scores, and the index without crime.
-- R = (33,755 - rank + 1) / 33,755 is the scaled rank; X = -23 ln(1 - R (1 - e^(-100/23))) the published transformation.
-- Weights are the published ones; they sum to .999 and are not rescaled for the index itself.
CREATE MACRO transformed(rank) AS
  -23 * ln(1 - (33755 - rank::INTEGER + 1) / 33755.0 * (1 - exp(-100 / 23.0)));

CREATE TABLE domain_scores AS
  SELECT lsoa21_code AS lsoa, imd_score::DOUBLE AS imd_score, imd_rank::INTEGER AS imd_rank,
         income_rank::INTEGER AS income_rank, employment_rank::INTEGER AS employment_rank,
         education_rank::INTEGER AS education_rank, health_rank::INTEGER AS health_rank,
         crime_rank::INTEGER AS crime_rank, housing_and_services_rank::INTEGER AS barriers_rank,
         environment_rank::INTEGER AS environment_rank,
         transformed(income_rank) AS income_x, transformed(employment_rank) AS employment_x,
         transformed(education_rank) AS education_x, transformed(health_rank) AS health_x,
         transformed(crime_rank) AS crime_x, transformed(housing_and_services_rank) AS barriers_x,
         transformed(environment_rank) AS environment_x
  FROM deprivation ORDER BY lsoa;

CREATE TABLE index_scores AS
  SELECT *,
    .225 * income_x + .225 * employment_x + .135 * education_x + .135 * health_x
      + .093 * crime_x + .093 * barriers_x + .093 * environment_x AS recomputed,
    (.225 * income_x + .225 * employment_x + .135 * education_x + .135 * health_x
      + .093 * barriers_x + .093 * environment_x) / (.225 + .225 + .135 + .135 + .093 + .093) AS imd_without_crime
  FROM domain_scores;
