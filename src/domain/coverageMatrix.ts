// The coverage matrix: tier by life stage by authority, each cell with a figure, "none" or "not known"; and what to ask next.
import type { AgeRange } from './ages.ts';
import type { RecordStatus, Tier } from './intervention.ts';

export interface CoverageCell {
  readonly tier: Tier;
  /** Index into `stages`. */
  readonly stage: number;
  /** GSS code of the authority. */
  readonly authority: string;
  /**
   * known: every list that matters here is complete and places reach people. none: complete, and no place does. part known: some
   * lists are complete or some places are known, others are not, so `places` is "at least". not known: nothing can be said.
   */
  readonly status: 'known' | 'part known' | 'none' | 'not known';
  /** Places a year that reach people of the stage; NaN where nothing is known. */
  readonly places: number;
  /** Per 1,000 people of the stage. */
  readonly per1000: number;
  readonly people: number;
  /** Of these places, those that follow people and have no point on a map; 0 for most. */
  readonly following: number;
  /** Services that bring these places, and those verified in the twelve months before the date. */
  readonly services: number;
  readonly verified: number;
  /** In words, why it is not known, part known or none. */
  readonly why: string;
}

/** Records that concern an authority, or all of a tier: those that bring places there or name it. */
export interface CoverageRecords {
  readonly tier: Tier;
  /** GSS code of the authority; null for the tier as a whole. */
  readonly authority: string | null;
  readonly records: number;
  /** Of these, verified in the twelve months before the date. */
  readonly verified: number;
}

/** A list whose completion would settle areas. */
export interface OpenList {
  readonly programme: string;
  readonly label: string;
  readonly tier: Tier;
  /** Authorities where the list is not known to be complete. */
  readonly authorities: readonly string[];
  /** Wards, and people of the programme's ages in them, that wait for it. */
  readonly areas: number;
  readonly people: number;
  /** True where it is the only open list of its tier in at least one of these authorities. */
  readonly settlesTier: boolean;
}

/** A record that should be asked after. */
export interface WeakRecord {
  readonly id: string;
  readonly place: string;
  readonly programme: string;
  readonly tier: Tier;
  readonly status: RecordStatus;
  /** Places a year that stand on it; NaN is not known. */
  readonly places: number;
  readonly confidence: number;
  readonly lastVerified: string | null;
  readonly reasons: readonly string[];
}

export interface CoverageMatrix {
  readonly date: string;
  readonly inventoryStatus: RecordStatus;
  readonly stages: readonly AgeRange[];
  readonly authorities: readonly { readonly code: string; readonly name: string }[];
  /** By tier, then stage, then authority. */
  readonly cells: readonly CoverageCell[];
  /** By tier: the tier as a whole, then each authority. */
  readonly records: readonly CoverageRecords[];
  /** Places of services that follow people and have no point on a map, by tier. */
  readonly withPeople: readonly { readonly tier: Tier; readonly services: number; readonly places: number }[];
  readonly openLists: readonly OpenList[];
  readonly weakRecords: readonly WeakRecord[];
}
