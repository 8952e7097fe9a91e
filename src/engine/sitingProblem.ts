// The problem behind a reader's wish for new teams, stated whole, so that an exact solver can be asked about it elsewhere.
import type { SitingProblem, SitingWish } from '../domain/bestSites.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Question } from '../domain/question.ts';
import { analyse } from './analyse.ts';
import { statePlacement } from './placement.ts';
import { meansOf, offersOf, teamsOf } from './sitingWish.ts';

/**
 * The placement that `startBestSites` searches on the point answer (METHOD §8): what each area lacks, places a year; what a team at each
 * candidate brings there; costs and means. RangeError with a sentence where the wish cannot be stated.
 */
export function sitingProblem(dataset: Dataset, question: Question, wish: SitingWish): SitingProblem {
  const teams = teamsOf(dataset, question, wish);
  const means = meansOf(wish);
  const { gap } = analyse(dataset, question).answer.areas;
  const offers = offersOf(dataset, question, question.reach, teams);
  const lack = gap.map((g) => (g > 0 ? g : 0));
  return statePlacement(lack, { ...offers, brings: offers.places }, means);
}
