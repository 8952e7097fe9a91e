// Provision that reaches people: the enhanced two-step floating catchment area, and its share by site.

import type { LonLat } from './distance.ts';
import { requireLonLat } from './distance.ts';
import type { CatchmentChoice, Reach } from './reach.ts';
import { reachFinder } from './reach.ts';

export interface Access {
  /** A_i: places a year per eligible person, by area. 0 where no site is within reach. */
  readonly perEligible: Float64Array;
  /** A_i P_i: places a year that reach the area. NaN where its eligible people are not known. */
  readonly places: Float64Array;
  /** R_j: places per weighted eligible person, by site. NaN where the site reaches nobody. */
  readonly ratio: Float64Array;
  /** Indices of sites with no eligible person in reach: their places reach nobody and are left out, never silently. */
  readonly unreachedSites: readonly number[];
}

/** Places each site brings to each area, on the pattern of a reach. */
export interface SiteContributions extends Omit<Reach, 'weight'> {
  /** P_i R_j W_ij, places a year; 0 for a site that reaches nobody. */
  readonly places: Float64Array;
}

/**
 * Places per eligible person (E2SFCA). R_j = S_j / Σ_i P_i W_ij; A_i = Σ_j R_j W_ij.
 *
 * @param eligible P, eligible people by area, 0 or more. NaN is not known: it asks for nothing of any site, and the
 *   area's places are NaN.
 * @param capacity S, places a year by site, 0 or more. NaN is not known: every area in that site's reach is NaN too.
 * @param reach W by site, from coordinates, costs or a matrix.
 * @returns A per area, places per area, R per site; Σ P_i A_i = Σ S_j over the sites not in `unreachedSites`.
 *   No site in reach is A = 0. RangeError: negative eligible people or capacity, columns of a wrong length.
 * Source: Luo & Qi 2009, Health & Place 15(4).
 */
export function access(eligible: ArrayLike<number>, capacity: ArrayLike<number>, reach: Reach): Access {
  requireColumns(eligible, reach.areas, capacity, reach.sites);
  const { start, area, weight } = reach;
  return twoSteps(eligible, capacity, area, weight, (j, range) => {
    range[0] = start[j];
    range[1] = start[j + 1];
  });
}

/** The same from longitudes and latitudes, site by site without storing the weights: the quickest way for one answer. */
export function accessFromCoordinates(
  eligible: ArrayLike<number>,
  areas: LonLat,
  capacity: ArrayLike<number>,
  sites: LonLat,
  choice: CatchmentChoice,
): Access {
  requireColumns(eligible, areas.lon.length, capacity, sites.lon.length);
  requireLonLat(sites, 'sites');
  const find = reachFinder(areas, choice);
  const area = new Int32Array(areas.lon.length);
  const weight = new Float64Array(areas.lon.length);
  return twoSteps(eligible, capacity, area, weight, (j, range) => {
    range[1] = find(sites.lon[j], sites.lat[j], area, weight);
  });
}

/** Both steps, site by site: `rowOf` says where the site's areas and weights stand, after putting them there if it must. */
function twoSteps(
  eligible: ArrayLike<number>,
  capacity: ArrayLike<number>,
  area: Int32Array,
  weight: Float64Array,
  rowOf: (site: number, range: Int32Array) => void,
): Access {
  const people = Float64Array.from(eligible, (p) => (Number.isNaN(p) ? 0 : p));
  const perEligible = new Float64Array(people.length);
  const ratio = new Float64Array(capacity.length);
  const unreachedSites: number[] = [];
  const range = new Int32Array(2);
  for (let j = 0; j < capacity.length; j++) {
    rowOf(j, range);
    const end = range[1];
    let demand = 0;
    for (let k = range[0]; k < end; k++) demand += people[area[k]] * weight[k];
    ratio[j] = demand > 0 ? capacity[j] / demand : Number.NaN;
    if (!(demand > 0)) {
      unreachedSites.push(j);
      continue;
    }
    for (let k = range[0]; k < end; k++) perEligible[area[k]] += ratio[j] * weight[k];
  }
  const places = perEligible.map((a, i) => a * eligible[i]);
  return { perEligible, places, ratio, unreachedSites };
}

/**
 * Places by area and site, P_i R_j W_ij. In E2SFCA R_j does not depend on the other sites, so a site may be dropped,
 * kept by chance or added without touching the others: `sumContributions` then gives the areas' places again.
 * Areas of unknown eligible people get none here; a site of unknown capacity contributes NaN. Failures as in `access`.
 */
export function siteContributions(
  eligible: ArrayLike<number>,
  capacity: ArrayLike<number>,
  reach: Reach,
): SiteContributions {
  requireColumns(eligible, reach.areas, capacity, reach.sites);
  const { areas, sites, start, area, weight } = reach;
  const places = new Float64Array(weight.length);
  for (let j = 0; j < sites; j++) {
    let demand = 0;
    for (let k = start[j]; k < start[j + 1]; k++) {
      const people = eligible[area[k]];
      places[k] = Number.isNaN(people) ? 0 : people * weight[k];
      demand += places[k];
    }
    const ratio = demand > 0 ? capacity[j] / demand : 0;
    for (let k = start[j]; k < start[j + 1]; k++) places[k] *= ratio;
  }
  return { areas, sites, start, area, places };
}

/**
 * Places by area from the sites that are kept.
 * @param times how often each site counts: 0 leaves it out, 1 keeps it; omitted keeps all.
 */
export function sumContributions(contributions: SiteContributions, times?: ArrayLike<number>): Float64Array {
  const { areas, sites, start, area, places } = contributions;
  const total = new Float64Array(areas);
  for (let j = 0; j < sites; j++) {
    const factor = times === undefined ? 1 : times[j];
    if (factor === 0) continue;
    for (let k = start[j]; k < start[j + 1]; k++) total[area[k]] += factor * places[k];
  }
  return total;
}

function requireColumns(
  eligible: ArrayLike<number>,
  areas: number,
  capacity: ArrayLike<number>,
  sites: number,
): void {
  if (eligible.length !== areas) {
    throw new RangeError(`There are ${areas} areas but ${eligible.length} figures of eligible people.`);
  }
  if (capacity.length !== sites) {
    throw new RangeError(`There are ${sites} sites but ${capacity.length} capacities.`);
  }
  requireNotNegative(eligible, 'Eligible people', 'area');
  requireNotNegative(capacity, 'Capacity', 'site');
}

function requireNotNegative(values: ArrayLike<number>, what: string, of: string): void {
  for (let i = 0; i < values.length; i++) {
    if (values[i] < 0 || values[i] === Number.POSITIVE_INFINITY) {
      throw new RangeError(`${what} of ${of} ${i + 1} must be a number of 0 or more; got ${values[i]}.`);
    }
  }
}
