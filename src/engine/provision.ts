// Provision: the places a year that each service brings to the question's people, LSOA by LSOA.
import { sharedAges } from '../domain/ages.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Service } from '../domain/intervention.ts';
import type { Question, Reach as ReachChoice } from '../domain/question.ts';
import { apportion } from './apportion.ts';
import { peopleAged } from './people.ts';
import { reachFinder } from './reach.ts';

/** Places one service brings, by area of the question's level. */
export interface ServicePlaces {
  readonly service: Service;
  readonly places: Float64Array;
  /** Σ places; below the capacity where part of its people are outside the question's ages. */
  readonly total: number;
  /** False where no eligible person is in reach: the service's places reach nobody, and that is said. */
  readonly reaches: boolean;
}

/** Indices of the LSOAs an area service is for: listed themselves, or by their ward or authority. */
function memberShares(dataset: Dataset, areas: readonly string[]): Float64Array {
  const listed = new Set(areas);
  const member = Float64Array.from(dataset.lsoas.code, (code, i) =>
    listed.has(code) || listed.has(dataset.authorities[dataset.lsoas.authority[i]].code) ? 1 : 0,
  );
  const { lsoa, ward, parts } = dataset.shares;
  const viaWards = new Float64Array(member.length);
  for (let k = 0; k < parts.length; k++) {
    if (listed.has(dataset.wards.code[ward[k]])) viaWards[lsoa[k]] += parts[k] / 10_000;
  }
  return member.map((m, i) => Math.max(m, viaWards[i]));
}

/**
 * Places by area for each service.
 *
 * A site or institution is read by E2SFCA over the people its own ages make eligible: R = S / Σ P_i W_i, and R W_i P_i
 * places reach LSOA i. Area and region forms give every eligible person of their LSOAs the same. Of these places, the part
 * for the question's ages counts. RangeError never: a service that reaches nobody says so in `reaches`.
 */
export function placesOfServices(
  dataset: Dataset,
  question: Pick<Question, 'ages' | 'level'>,
  reach: ReachChoice,
  services: readonly Service[],
): ServicePlaces[] {
  const { lsoas, bands } = dataset;
  const n = lsoas.code.length;
  const find = reachFinder({ lon: lsoas.lon, lat: lsoas.lat }, reach);
  const area = new Int32Array(n);
  const weight = new Float64Array(n);
  const people = new Map<string, Float64Array>();
  const aged = (from: number, to: number) => {
    const key = `${from}-${to}`;
    const held = people.get(key) ?? peopleAged(bands, { from, to });
    people.set(key, held);
    return held;
  };
  return services.map((service) => {
    const eligible = aged(service.ages.from, service.ages.to);
    const shared = sharedAges(service.ages, question.ages);
    const asked = shared ? aged(shared.from, shared.to) : new Float64Array(n);
    const weights = new Float64Array(n);
    if (service.form === 'region') weights.fill(1);
    else if (service.form === 'area') weights.set(memberShares(dataset, service.areas));
    else if (service.form !== 'person' && service.lon !== null && service.lat !== null) {
      const found = find(service.lon, service.lat, area, weight);
      for (let k = 0; k < found; k++) weights[area[k]] = weight[k];
    }
    let demand = 0;
    for (let i = 0; i < n; i++) demand += eligible[i] * weights[i];
    const ratio = demand > 0 ? (service.capacity ?? 0) / demand : 0;
    const places = apportion(
      dataset,
      question.level,
      weights.map((w, i) => w * asked[i] * ratio),
    );
    return { service, places, total: places.reduce((a, b) => a + b, 0), reaches: demand > 0 };
  });
}

/** Sum over services, each counted `times` (1 unless told), on areas where the list is known; NaN elsewhere. */
export function totalPlaces(
  services: readonly ServicePlaces[],
  known: ArrayLike<boolean>,
  authority: ArrayLike<number>,
  times?: ArrayLike<number>,
): Float64Array {
  const total = Float64Array.from(authority, (a) => (known[a] ? 0 : Number.NaN));
  services.forEach((s, j) => {
    const factor = times ? times[j] : 1;
    if (factor === 0) return;
    for (let i = 0; i < total.length; i++) total[i] += s.places[i] * factor;
  });
  return total;
}
