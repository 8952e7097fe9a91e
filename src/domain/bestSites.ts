// Where new teams would close most of the gap: the reader's wish, the sites chosen, and how far from the best that is.
import type { AgeRange } from './ages.ts';

/** A place a team could work from. */
export interface CandidateSite {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

export interface SitingWish {
  readonly candidates: readonly CandidateSite[];
  readonly programme: string;
  /** Ages a new team is for. */
  readonly ages: AgeRange;
  /** Places a year and pounds a year of one team; by candidate, or the same for all. */
  readonly capacity: number | readonly number[];
  readonly cost: number | readonly number[] | null;
  /** Exactly one of the two: new teams at most, or pounds a year at most. */
  readonly sites?: number;
  readonly budget?: number;
  /** Candidates that are to have a team whatever happens; they count towards the means. */
  readonly locked?: readonly string[];
  /** Runs for the selection frequency; 0 leaves it out. 400 unless told. */
  readonly runs?: number;
}

/** What areas lack, what a team at each candidate brings them, and the means: the search as an exact solver is asked it. */
export interface SitingProblem {
  /** Places a year each area lacks, 0 or more. */
  readonly lack: Float64Array;
  /** What one team brings, by candidate: areas and places from start[k] to start[k + 1] − 1. */
  readonly start: Int32Array;
  readonly area: Int32Array;
  readonly brings: Float64Array;
  /** The same by area. */
  readonly byArea: {
    readonly start: Int32Array;
    readonly candidate: Int32Array;
    readonly brings: Float64Array;
  };
  readonly cost: Float64Array;
  readonly budget: number;
  readonly maxTeams: number;
  readonly locked: Int32Array;
}

export interface ChosenSite {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly capacity: number;
  readonly cost: number | null;
  readonly locked: boolean;
  /** Unmet places this site alone would close, and what would be open again without it. */
  readonly closesAlone: number;
  readonly closesLast: number;
  /** Share of runs in which it is chosen, 0 to 1; NaN until they are done. */
  readonly frequency: number;
  /** Share of runs in which it, or a candidate within 2 km of it, is chosen: many candidates stand in for each other. */
  readonly frequencyNearby: number;
}

export interface BestSites {
  readonly chosen: readonly ChosenSite[];
  /** Candidates not chosen here that at least one run in twenty chooses, most frequent first. */
  readonly rivals: readonly {
    readonly id: string;
    readonly name: string;
    readonly frequency: number;
    readonly closesAlone: number;
  }[];
  /** Unmet places a year, and their share of what need calls for, on today's yardstick. */
  readonly unmetBefore: number;
  readonly unmetAfter: number;
  readonly shareBefore: number;
  readonly shareAfter: number;
  /** At most this share of what could be closed is left on the table, 0 to 1. */
  readonly certifiedGap: number;
  readonly cost: number | null;
  /** Pounds a year for each unmet place closed; null where costs are not known or nothing is closed. */
  readonly costPerPlace: number | null;
  /** Places of the new teams that go where no gap is left, or to ages not asked for. */
  readonly placesElsewhere: number;
  readonly candidates: number;
  /** Candidates no eligible person can reach. */
  readonly unreached: number;
  readonly runs: number;
  /** How gap and places are put together, in words. */
  readonly method: string;
}
