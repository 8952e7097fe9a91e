// The profile of one place: a ward, an LSOA, an authority or a group, always beside its authority and the region.
import type { AgeRange } from './ages.ts';
import type { GapKind } from './answer.ts';
import type { Level } from './area.ts';
import type { ChartedSeries } from './controlChart.ts';
import type { ReleaseStamp } from './dataset.ts';
import type { RecordStatus, Tier } from './intervention.ts';
import type { MonthRecord, Period } from './month.ts';
import type { Question } from './question.ts';
import type { Ratio } from './yearChange.ts';

/** The same figure for the place, its authority and the region; NaN is not known, or has no one authority. */
export interface Compared {
  readonly here: number;
  readonly authority: number;
  readonly region: number;
}

/** One police.uk type, or all types of the need together. */
export interface ViolenceRow {
  readonly id: string;
  readonly label: string;
  /** True where the type is part of the question's need. */
  readonly inNeed: boolean;
  readonly count: number;
  /** Per 1,000 people a year, or per km²: see `rateUnit`. */
  readonly rate: Compared;
  /** 95 % interval of the place's rate, widened by the measure's overdispersion. */
  readonly lower: number;
  readonly upper: number;
  /** Where the interval lies against the region's rate. */
  readonly against: 'higher' | 'lower' | 'similar' | 'not known';
  /** Between the two whole years; null where the release does not hold two. */
  readonly change: Ratio | null;
}

export interface DeprivationRow {
  readonly id: string;
  readonly label: string;
  readonly score: Compared;
  /** Share of the level's areas that are less deprived, 0 to 100; equal ones count half. */
  readonly percentile: number;
}

export interface PeopleRow {
  readonly id: string;
  readonly label: string;
  readonly ages: AgeRange | null;
  readonly people: number;
  /** Of all residents, 0 to 1. */
  readonly share: Compared;
}

export interface ServiceHere {
  readonly id: string;
  readonly place: string;
  readonly organisation: string;
  readonly programme: string;
  readonly status: RecordStatus;
  readonly lastVerified: string | null;
  /** True where it stands in the place, or is for it by the areas it lists. */
  readonly own: boolean;
  /** Places a year that reach eligible people of this place, and everywhere. */
  readonly placesHere: number;
  readonly places: number;
  /** Why it does not count, in words; empty where it does. */
  readonly leftOut: string;
}

export interface TierHere {
  readonly tier: Tier;
  /** 'part known': some programmes' lists are complete here, others are not. */
  readonly status: 'known' | 'part known' | 'not known';
  /** Programmes whose list is not known to be complete here. */
  readonly unknown: readonly string[];
  /** Places a year that reach the place's people of the question's ages, from complete lists; NaN where none is. */
  readonly places: number;
  /** The same per 1,000 eligible people. */
  readonly access: Compared;
  /** The place's own first, then those with most places here. */
  readonly services: readonly ServiceHere[];
}

/** How many services are left after each step between a person and a place on a programme. */
export interface CascadeStep {
  readonly step: string;
  readonly services: number;
}

export interface GapHere {
  readonly need: number;
  readonly eligible: number;
  readonly places: number;
  readonly access: Compared;
  readonly target: number;
  readonly gap: number;
  /** Rank among the areas of the level, for a single area; NaN otherwise. */
  readonly rank: number;
  readonly ranked: number;
  /** For a single area. */
  readonly kind: GapKind | null;
  /** Areas of the place by kind of gap, most areas first. */
  readonly kinds: readonly { readonly kind: GapKind; readonly areas: number }[];
  readonly cascade: readonly CascadeStep[];
  /** Services of the question anywhere in the inventory whose evidence has been rated. */
  readonly rated: number;
}

export interface SimilarArea {
  readonly code: string;
  readonly name: string;
  readonly authority: string;
  /** Root mean square difference in standard deviations; 0 is the same in everything compared. */
  readonly distance: number;
  readonly need: number;
  readonly access: number;
  readonly gap: number;
}

export interface PlaceProfile {
  readonly question: Question;
  readonly release: ReleaseStamp;
  readonly title: string;
  readonly kind: Level | 'authority' | 'group';
  readonly level: Level;
  /** The areas of the level that make it up. */
  readonly codes: readonly string[];
  /** The authority it is compared with; null for an authority, or where a group lies in several. */
  readonly authority: { readonly code: string; readonly name: string } | null;
  readonly residents: number;
  readonly eligible: number;
  readonly km2: number;
  readonly notes: readonly string[];
  readonly period: Period;
  readonly wholeMonths: number;
  readonly rateUnit: string;
  readonly violence: readonly ViolenceRow[];
  readonly years: { readonly earlier: Period; readonly later: Period } | null;
  readonly months: readonly MonthRecord[];
  /** Region, authority where there is one, and the place: events of the need's counts by month. */
  readonly series: readonly ChartedSeries[];
  readonly deprivation: readonly DeprivationRow[];
  readonly people: readonly PeopleRow[];
  readonly groups: readonly PeopleRow[];
  readonly tiers: readonly TierHere[];
  readonly gap: GapHere;
  readonly similar: { readonly basis: string; readonly areas: readonly SimilarArea[] };
}
