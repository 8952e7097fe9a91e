// The balanced floating catchment area: E2SFCA without counting anybody's demand, or any site's supply, more than once.
import type { Reach } from './reach.ts';

export interface BalancedAccess {
  /** A_i: places per eligible person allocated to each area; 0 where no site is within reach. */
  readonly perEligible: Float64Array;
  /** R_j: places per eligible person allocated to the site; NaN where it reaches nobody. */
  readonly ratio: Float64Array;
  readonly unreachedSites: readonly number[];
}

/**
 * Level of service with balanced demand and supply, as a sensitivity beside E2SFCA.
 *
 * Demand is shared among the sites an area reaches, w_ij = W_ij / Σ_j W_ij, and a site's level of service among the areas
 * that reach it, v_ij = W_ij / Σ_i W_ij: R_j = S_j / Σ_i P_i w_ij, A_i = Σ_j R_j v_ij. So Σ_j Σ_i P_i w_ij = Σ P_i over the
 * areas with a site in reach, and Σ A_i = Σ R_j: neither people nor service is inflated. Σ P_i A_i is not Σ S_j: use the
 * order of the areas, not their places. NaN and failures as in `access`.
 * Source: Paez, Higgins & Vivona 2019, PLOS ONE 14(6) e0218773.
 */
export function balancedAccess(
  eligible: ArrayLike<number>,
  capacity: ArrayLike<number>,
  reach: Reach,
): BalancedAccess {
  const { areas, sites, start, area, weight } = reach;
  if (eligible.length !== areas || capacity.length !== sites) {
    throw new RangeError(
      `The reach is of ${areas} areas and ${sites} sites; got ${eligible.length} figures of eligible people and ${capacity.length} capacities.`,
    );
  }
  for (let i = 0; i < areas; i++) {
    if (eligible[i] < 0)
      throw new RangeError(`Eligible people of area ${i + 1} must be 0 or more; got ${eligible[i]}.`);
  }
  const weightOfArea = new Float64Array(areas);
  for (let k = 0; k < area.length; k++) weightOfArea[area[k]] += weight[k];

  const perEligible = new Float64Array(areas);
  const ratio = new Float64Array(sites);
  const unreachedSites: number[] = [];
  for (let j = 0; j < sites; j++) {
    if (capacity[j] < 0)
      throw new RangeError(`Capacity of site ${j + 1} must be 0 or more; got ${capacity[j]}.`);
    let demand = 0;
    let weightOfSite = 0;
    for (let k = start[j]; k < start[j + 1]; k++) {
      const people = eligible[area[k]];
      weightOfSite += weight[k];
      if (!Number.isNaN(people)) demand += (people * weight[k]) / weightOfArea[area[k]];
    }
    if (!(demand > 0)) {
      ratio[j] = Number.NaN;
      unreachedSites.push(j);
      continue;
    }
    ratio[j] = capacity[j] / demand;
    for (let k = start[j]; k < start[j + 1]; k++)
      perEligible[area[k]] += (ratio[j] * weight[k]) / weightOfSite;
  }
  return { perEligible, ratio, unreachedSites };
}
