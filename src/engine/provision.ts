// Provision: the places a year that each service brings to the question's people, LSOA by LSOA.
import { sharedAges } from '../domain/ages.ts';
import { PARTS } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Service } from '../domain/intervention.ts';
import type { Question, Reach as ReachChoice } from '../domain/question.ts';
import { apportion } from './apportion.ts';
import { type FormRecord, spreadPlaces } from './forms.ts';
import { peopleAged } from './people.ts';
import { reachFinder } from './reach.ts';

/** Places one service brings, by area of the question's level. */
export interface ServicePlaces {
  readonly service: Service;
  readonly places: Float64Array;
  /** How one place would be spread over all people it is for: above zero where the service reaches anybody. */
  readonly spread: Float64Array;
  /** Σ places; below the capacity where part of its people are outside the question's ages. */
  readonly total: number;
  /** False where no eligible person is in reach: the service's places reach nobody, and that is said. */
  readonly reaches: boolean;
}

/** The LSOAs an area service is for, with the part of each: listed themselves, or by their ward or authority. */
function listedLsoas(dataset: Dataset, areas: readonly string[]): { areas: number[]; parts: number[] } {
  const listed = new Set(areas);
  const member = Float64Array.from(dataset.lsoas.code, (code, i) =>
    listed.has(code) || listed.has(dataset.authorities[dataset.lsoas.authority[i]].code) ? 1 : 0,
  );
  const { lsoa, ward, parts } = dataset.shares;
  const viaWards = new Float64Array(member.length);
  for (let k = 0; k < parts.length; k++) {
    if (listed.has(dataset.wards.code[ward[k]])) viaWards[lsoa[k]] += parts[k] / PARTS;
  }
  const part = member.map((m, i) => Math.max(m, viaWards[i]));
  const rows = Array.from(part.keys()).filter((i) => part[i] > 0);
  return { areas: rows, parts: rows.map((i) => part[i]) };
}

/**
 * Places by area for each service.
 *
 * Each service's places are spread by its form (`spreadPlaces`) over the people its own ages make eligible, LSOA by LSOA; of these
 * places, the part for the question's ages counts. A service that reaches nobody, for want of a point, of listed areas or of people,
 * says so in `reaches`. Places that are not known bring none here.
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
  const recordOf = (service: Service): FormRecord => {
    const { form, lon, lat } = service;
    if (form === 'area') return { form, capacity: 1, ...listedLsoas(dataset, service.areas) };
    if (form === 'region' || form === 'person') return { form, capacity: 1 };
    const found = lon === null || lat === null ? 0 : find(lon, lat, area, weight);
    const start = Int32Array.of(0, found);
    return {
      form,
      capacity: [1],
      reach: { areas: n, sites: 1, start, area: area.subarray(0, found), weight: weight.subarray(0, found) },
    };
  };
  return services.map((service) => {
    const eligible = aged(service.ages.from, service.ages.to);
    const shared = sharedAges(service.ages, question.ages);
    const asked = shared ? aged(shared.from, shared.to) : new Float64Array(n);
    // Spread as one place, so that who is reached does not depend on how many there are.
    const spread = spreadPlaces(recordOf(service), eligible);
    const capacity = service.capacity ?? 0;
    const places = apportion(
      dataset,
      question.level,
      spread.places.map((p, i) => (p > 0 ? (capacity * p * asked[i]) / eligible[i] : 0)),
    );
    return {
      service,
      places,
      spread: apportion(dataset, question.level, spread.places),
      total: places.reduce((a, b) => a + b, 0),
      reaches: spread.unplaced === 0,
    };
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
