-- People and households by LSOA, as the census counts them.
CREATE TABLE groups AS
  SELECT lsoa21_code AS lsoa, residents::INTEGER AS residents,
         eth_asian_asian_british_or_asian_welsh::INTEGER AS asian,
         eth_black_black_british_black_welsh_caribbean_or_african::INTEGER AS black,
         eth_mixed_or_multiple_ethnic_groups::INTEGER AS mixed,
         eth_white::INTEGER AS white, eth_other_ethnic_group::INTEGER AS other,
         dis_disabled_under_the_equality_act::INTEGER AS disabled
  FROM census ORDER BY lsoa;

CREATE TABLE households AS
  SELECT lsoa21_code AS lsoa, households::INTEGER AS households,
         occ_1_overcrowded::INTEGER + occ_2_or_less_overcrowded::INTEGER AS overcrowded,
         hhdep_household_is_deprived_in_one_dimension::INTEGER
           + hhdep_household_is_deprived_in_two_dimensions::INTEGER
           + hhdep_household_is_deprived_in_three_dimensions::INTEGER
           + hhdep_household_is_deprived_in_four_dimensions::INTEGER AS deprived,
         hhdep_household_is_deprived_in_one_dimension::INTEGER AS deprived_1,
         hhdep_household_is_deprived_in_two_dimensions::INTEGER AS deprived_2,
         hhdep_household_is_deprived_in_three_dimensions::INTEGER AS deprived_3,
         hhdep_household_is_deprived_in_four_dimensions::INTEGER AS deprived_4,
         ten_social_rented_other_social_rented::INTEGER
           + ten_social_rented_rents_from_council_or_local_authority::INTEGER AS social_rent,
         ten_private_rented_other_private_rented::INTEGER
           + ten_private_rented_private_landlord_or_letting_agency::INTEGER AS private_rent
  FROM census ORDER BY lsoa;

CREATE TABLE census_bands AS
  SELECT lsoa21_code AS lsoa, age_0_15::INTEGER AS "0-15", age_16_24::INTEGER AS "16-24",
         age_25_34::INTEGER AS "25-34", age_35_49::INTEGER AS "35-49", age_50_64::INTEGER AS "50-64",
         age_65plus::INTEGER AS "65+"
  FROM census ORDER BY lsoa;
