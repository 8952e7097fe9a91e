// A reader's wish for new teams as the siting takes it: teams at candidates, what each brings where, and the means.
import type { SitingWish } from '../domain/bestSites.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Service } from '../domain/intervention.ts';
import { proposedService } from '../domain/plan.ts';
import type { Question, Reach } from '../domain/question.ts';
import type { SiteContributions } from './access.ts';
import { greatCircle } from './distance.ts';
import { programmesRead } from './inventoryReading.ts';
import type { Means } from './placement.ts';
import { placesOfServices } from './provision.ts';

/** Metres, straight, within which one candidate stands in for another. */
const NEARBY = 2000;

/** The figure of one candidate, where each has its own or all the same. */
export const each = (value: number | readonly number[], k: number) =>
  typeof value === 'number' ? value : value[k];

/** The teams a wish would place, one at each candidate. RangeError with a sentence for a wish that cannot be. */
export function teamsOf(dataset: Dataset, question: Question, wish: SitingWish): Service[] {
  const { candidates, capacity, cost, ages } = wish;
  const programme = dataset.programmes.find((p) => p.id === wish.programme);
  if (!programme || !programmesRead(dataset.programmes, question).includes(programme)) {
    throw new RangeError(
      `The question does not read the programme "${wish.programme}", so new teams of it would close nothing. Choose a programme the question names.`,
    );
  }
  if (candidates.length === 0)
    throw new RangeError('There are no candidate sites. Choose or load some first.');
  for (const column of [capacity, cost]) {
    if (typeof column === 'object' && column !== null && column.length !== candidates.length)
      throw new RangeError(
        `There are ${candidates.length} candidate sites but ${column.length} figures for them.`,
      );
  }
  return candidates.map((c, k) => {
    const places = each(capacity, k);
    if (!(places > 0 && places < Number.POSITIVE_INFINITY))
      throw new RangeError(`A team at ${c.name} needs a number of places a year above 0; got ${places}.`);
    return proposedService({
      id: c.id,
      programme,
      form: 'site',
      place: c.name,
      lon: c.lon,
      lat: c.lat,
      areas: [],
      ages,
      capacity: places,
      cost: cost === null ? null : each(cost, k),
    });
  });
}

/** Places each team would bring to each area of the question's level, as a sparse table. */
export function offersOf(
  dataset: Dataset,
  question: Question,
  reach: Reach,
  teams: readonly Service[],
): SiteContributions {
  const spread = placesOfServices(dataset, question, reach, teams);
  const areas = spread[0].places.length;
  const start = new Int32Array(teams.length + 1);
  const area: number[] = [];
  const places: number[] = [];
  spread.forEach((s, k) => {
    for (let i = 0; i < areas; i++) {
      if (!(s.places[i] > 0)) continue;
      area.push(i);
      places.push(s.places[i]);
    }
    start[k + 1] = area.length;
  });
  return {
    areas,
    sites: teams.length,
    start,
    area: Int32Array.from(area),
    places: Float64Array.from(places),
  };
}

export function meansOf(wish: SitingWish): Means {
  const locked = (wish.locked ?? []).map((id) => {
    const k = wish.candidates.findIndex((c) => c.id === id);
    if (k < 0) throw new RangeError(`The site "${id}" that is to stay is not among the candidates.`);
    return k;
  });
  if (wish.budget !== undefined && wish.cost === null)
    throw new RangeError('A budget needs the cost of a team. Give one, or choose a number of sites.');
  const cost = wish.cost === null ? undefined : wish.candidates.map((_, k) => each(wish.cost ?? 0, k));
  return wish.budget === undefined
    ? { sites: wish.sites, locked }
    : { sites: wish.sites, budget: wish.budget, cost, locked };
}

/** Candidates within `NEARBY` of one, itself among them. */
export function near({ candidates }: SitingWish, k: number): number[] {
  const { lon, lat } = candidates[k];
  return Array.from(candidates.keys()).filter(
    (j) => greatCircle(lon, lat, candidates[j].lon, candidates[j].lat) <= NEARBY,
  );
}
