// Further answers: what a screen may ask beyond the answer itself, each by name, with what it needs and gives.
import type { Answer } from './answer.ts';
import type { BestSites, CandidateSite, SitingProblem, SitingWish } from './bestSites.ts';
import type { CoverageMatrix } from './coverageMatrix.ts';
import type { OwnLook, OwnReport, OwnWish } from './ownCounts.ts';
import type { PlaceProfile } from './placeProfile.ts';
import type { ProvisionTimeline } from './provisionTimeline.ts';
import type { Question } from './question.ts';
import type { Interval } from './reading.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { YearChange } from './yearChange.ts';

export interface FurtherAnswers {
  /** The whole answer to another question than the page's: a printed step, a plan to compare. */
  answer: { payload: null; result: Answer };
  /** GSS codes of areas of the question's level, or of authorities. */
  place: { payload: { readonly codes: readonly string[] }; result: PlaceProfile };
  change: { payload: null; result: YearChange };
  /** The interval of the unmet share where the page has it already. */
  sensitivity: { payload: { readonly interval: Interval | null }; result: Sensitivity };
  /** Day the provision is read on, YYYY-MM-DD; null is the question's. */
  matrix: { payload: { readonly date: string | null }; result: CoverageMatrix };
  /** Two days to compare; null leaves the comparison out. */
  timeline: { payload: { readonly from: string; readonly to: string } | null; result: ProvisionTimeline };
  bestSites: { payload: SitingWish; result: BestSites };
  /** The same search stated whole, for an exact solver. */
  sitingProblem: { payload: SitingWish; result: SitingProblem };
  /** What files the reader chose seem to be; nothing is counted yet. */
  ownLook: {
    payload: { readonly files: readonly Blob[]; readonly names: readonly string[] };
    result: OwnLook;
  };
  /** Counts the files, protects the counts and keeps them as a measure. */
  ownTake: { payload: OwnWish; result: OwnReport };
  /** Forgets every count the reader brought. */
  ownForget: { payload: null; result: true };
  /** Places of the release a team could work from. */
  candidates: {
    payload: { readonly from: 'schools' | 'practices' | 'hospitals' };
    result: readonly (CandidateSite & { readonly authority: string; readonly phase?: string })[];
  };
}

export type FurtherName = keyof FurtherAnswers;

/**
 * Asks for a further answer. Latest wins by name: a promise whose request was overtaken by a newer one of the same name rejects with
 * `Overtaken`, and is best ignored. `progress` hears the share done, 0 to 1, of long work, and results on the way where there are any.
 */
export type AskFurther = <N extends FurtherName>(
  name: N,
  question: Question,
  payload: FurtherAnswers[N]['payload'],
  progress?: (share: number, soFar?: FurtherAnswers[N]['result']) => void,
) => Promise<FurtherAnswers[N]['result']>;

/** A newer request of the same name, or the reader, made this one needless. */
export class Overtaken extends Error {
  constructor() {
    super('A newer request of the same kind took the place of this one.');
    this.name = 'Overtaken';
  }
}
