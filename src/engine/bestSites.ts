// Where new teams would close most of the gap: one certified choice now, and how often other draws choose the same sites.
import type { BestSites, ChosenSite, SitingWish } from '../domain/bestSites.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Question } from '../domain/question.ts';
import type { SiteContributions } from './access.ts';
import { analyse } from './analyse.ts';
import { answerDraws, declaredReaches } from './answerDraws.ts';
import { greedyPlacement, improveBySwaps } from './greedySwap.ts';
import { statePlacement } from './placement.ts';
import { closeGap } from './siting.ts';
import { each, meansOf, near, offersOf, teamsOf } from './sitingWish.ts';

/** Runs for the selection frequency unless the wish says otherwise: its standard error is then at most .025. */
export const RUNS = 400;
/** A site that is not chosen but appears in this share of the runs is named beside the chosen ones. */
const RIVAL = 0.05;

const SITING_METHOD =
  'Gaps are those of the areas shown, against today’s yardstick, which new teams do not change. A team’s places go by LSOA to the people its ages make eligible, by distance, and are then added up to the areas shown; only places for the ages asked for count. Sites that exist stay.';

/** A siting whose frequencies can be taken in parts, so that a worker can look up between them and give up. */
export interface SitingRun {
  /** The choice on the point answer, with frequencies still unknown. */
  readonly point: BestSites;
  readonly total: number;
  advance(count: number): number;
  finish(): BestSites;
}

/** Σ max(0, gap) with the teams of some candidates. */
function unmetWith(gap: Float64Array, offers: SiteContributions, sites: readonly number[]): number {
  const left = gap.slice();
  for (const k of sites)
    for (let t = offers.start[k]; t < offers.start[k + 1]; t++) left[offers.area[t]] -= offers.places[t];
  return left.reduce((sum, g) => (g > 0 ? sum + g : sum), 0);
}

/**
 * New teams at the candidates that close most of the gap (METHOD §8): `closeGap` on the answer's gaps, with its certified distance from
 * the best, what each site closes alone and last, and cost per unmet place closed. Then the same choice, by greedy and swaps, on
 * `runs` draws of the answer (rates, weights, reach, records): the share of them that chooses a candidate is its selection frequency.
 *
 * The unmet places left are those the answer itself gives with these teams as its plan, as long as targets hold today's yardstick.
 * RangeError with a sentence: provision not known, a programme the question does not read, no candidates, or means that cannot be.
 */
export function startBestSites(dataset: Dataset, question: Question, wish: SitingWish): SitingRun {
  const teams = teamsOf(dataset, question, wish);
  const means = meansOf(wish);
  const workings = analyse(dataset, question);
  const { areas, headline } = workings.answer;
  if (areas.gap.every(Number.isNaN))
    throw new RangeError(
      'Provision is not known here, so there is no gap to close. Choose a programme whose list is complete, or load an inventory.',
    );
  const offers = offersOf(dataset, question, question.reach, teams);
  const siting = closeGap(areas.gap, offers, means);
  const { sites, unmetBefore, unmetAfter, certifiedGap } = siting;
  const closed = unmetBefore - unmetAfter;
  const alone = teams.map((_, k) => unmetBefore - unmetWith(areas.gap, offers, [k]));
  const cost = wish.cost === null ? null : sites.reduce((sum, k) => sum + each(wish.cost ?? 0, k), 0);
  const locked = new Set(wish.locked ?? []);
  const chosenSite = (k: number): ChosenSite => ({
    ...wish.candidates[k],
    capacity: each(wish.capacity, k),
    cost: wish.cost === null ? null : each(wish.cost, k),
    locked: locked.has(wish.candidates[k].id),
    closesAlone: alone[k],
    closesLast:
      unmetWith(
        areas.gap,
        offers,
        sites.filter((s) => s !== k),
      ) - unmetAfter,
    frequency: frequency(times[k]),
    frequencyNearby: frequency(timesNearby[sites.indexOf(k)]),
  });

  const total = wish.runs ?? RUNS;
  const times = new Float64Array(teams.length);
  const nearby = sites.map((k) => near(wish, k));
  const timesNearby = new Float64Array(sites.length);
  const reaches = declaredReaches(question.reach);
  const offersByReach: SiteContributions[] = [];
  let draw: ReturnType<typeof answerDraws> | null = null;
  let done = 0;

  const one = () => {
    draw ??= answerDraws(dataset, question, workings);
    const { gap, reach } = draw();
    offersByReach[reach] ??= offersOf(dataset, question, reaches[reach], teams);
    const brings = offersByReach[reach];
    const lack = gap.map((g) => (g > 0 ? g : 0));
    const problem = statePlacement(lack, { ...brings, brings: brings.places }, means);
    const placed = improveBySwaps(problem, greedyPlacement(problem));
    for (let k = 0; k < placed.length; k++) if (placed[k] > 0) times[k]++;
    nearby.forEach((around, j) => {
      if (around.some((k) => placed[k] > 0)) timesNearby[j]++;
    });
  };

  const frequency = (count: number) => (done > 0 ? count / done : Number.NaN);
  const result = (): BestSites => {
    const rivals = teams.flatMap((_, k) =>
      sites.includes(k) || !(frequency(times[k]) >= RIVAL)
        ? []
        : [{ ...idAndName(wish, k), frequency: frequency(times[k]), closesAlone: alone[k] }],
    );
    return {
      chosen: sites
        .map(chosenSite)
        .sort((a, b) => b.closesLast - a.closesLast || b.closesAlone - a.closesAlone),
      rivals: rivals.sort((a, b) => b.frequency - a.frequency),
      unmetBefore,
      unmetAfter,
      shareBefore: unmetBefore / headline.totalTarget,
      shareAfter: unmetAfter / headline.totalTarget,
      certifiedGap,
      cost,
      costPerPlace: cost !== null && closed > 0 ? cost / closed : null,
      placesElsewhere: sites.reduce((sum, k) => sum + each(wish.capacity, k), 0) - closed,
      candidates: teams.length,
      unreached: teams.filter((_, k) => offers.start[k] === offers.start[k + 1]).length,
      runs: done,
      method: SITING_METHOD,
    };
  };

  return {
    point: result(),
    total,
    advance(count) {
      for (const end = Math.min(total, done + count); done < end; done++) one();
      return done;
    },
    finish: result,
  };
}

function idAndName(wish: SitingWish, k: number): { id: string; name: string } {
  const { id, name } = wish.candidates[k];
  return { id, name };
}
