// What a search for sites is asked with: the means, what a team costs and brings, and where teams could work from.

export type CandidateSource = 'hospitals' | 'schools' | 'practices' | 'own';

export const CANDIDATE_SOURCES: readonly CandidateSource[] = ['hospitals', 'schools', 'practices', 'own'];

export interface PlanSearch {
  /** Which of the two that follow limits the search; the other is kept for when the reader turns to it. */
  readonly means: 'budget' | 'sites';
  /** Pounds a year at most. */
  readonly budget: number;
  /** New teams at most. */
  readonly sites: number;
  /** Pounds and places a year of one new team. */
  readonly cost: number;
  readonly places: number;
  readonly from: CandidateSource;
  /** GSS code of the authority whose candidates count, or empty for all. */
  readonly authority: string;
  /** False where the sites there are become candidates among the others. */
  readonly keepExisting: boolean;
  /** Programme of the new teams; empty for the first that works from a place. */
  readonly programme: string;
}

/** What the Plan screen opens with; a link leaves out what equals it. */
export const OPENING_SEARCH: PlanSearch = {
  means: 'budget',
  budget: 320_000,
  sites: 2,
  cost: 160_000,
  places: 80,
  from: 'hospitals',
  authority: '',
  keepExisting: true,
  programme: '',
};
