// The answer: the question plus every number computed from it. Every view is a function of it.
import type { Level } from './area.ts';
import type { ReleaseStamp } from './dataset.ts';
import type { RecordStatus, Service, Tier } from './intervention.ts';
import type { Measure } from './measure.ts';
import type { Month, MonthRecord } from './month.ts';
import type { OwnMonths } from './ownCounts.ts';
import type { Question } from './question.ts';
import type { Column, Interval } from './reading.ts';

/** Raised whenever the same question on the same release may give other figures. */
export const ENGINE_VERSION = '1';

export type GapKind =
  | 'not known'
  | 'no service of the tier'
  | 'none within reach'
  | 'little within reach'
  | 'no capacity known'
  | 'not for this age'
  | 'not begun'
  | 'funding ended'
  | 'evidence not rated'
  | 'too few places'
  | 'provision meets need';

/** One measure of the need, by area. */
export interface MeasureColumns {
  readonly measure: Measure;
  /** Share of the need, after scaling the reader's weights to sum to 1. */
  readonly weight: number;
  /** As counted: rate per 1,000 per year (or per km²), per cent, or score. */
  readonly raw: Column;
  /** What enters the need: smoothed where the question says so. */
  readonly value: Column;
  readonly lower: Column;
  readonly upper: Column;
  /** How much of `value` is the area's own data, 0 to 1. */
  readonly own: Column;
  /** Events counted and the people (or km²) they are divided by; NaN for scores. */
  readonly count: Column;
  readonly base: Column;
  /** The region's figure, in the same unit. */
  readonly region: number;
  readonly byAuthority: Float64Array;
  readonly unit: string;
  /** Variance over Poisson between whole years; printed. NaN for measures that are not counts. */
  readonly overdispersion: number;
  /** Of own counts: 1 where the figure is known and withheld, which is not the same as not known. */
  readonly suppressed?: Uint8Array;
  /** Of own counts: protected counts month by month, where the file has months. */
  readonly byMonth?: OwnMonths;
}

/** What repeated draws say of the point answer. Absent until they are done. */
export interface Uncertainty {
  readonly draws: number;
  readonly gapMedian: Column;
  readonly gapLower: Column;
  readonly gapUpper: Column;
  readonly needLower: Column;
  readonly needUpper: Column;
  readonly rankLower: Column;
  readonly rankUpper: Column;
  /** Probability that the gap is above zero. */
  readonly odds: Column;
  readonly worstTen: Column;
  readonly unmetShare: Interval;
  /** Gap of each authority, in the order of Answer.authorities. */
  readonly authorityGap: readonly Interval[];
}

export interface AuthorityRow {
  readonly code: string;
  readonly name: string;
  readonly eligible: number;
  readonly places: number;
  readonly target: number;
  readonly gap: number;
  readonly need: number;
}

/** What the inventory says of one tier, or of the chosen programmes, for this question. */
export interface TierReading {
  readonly tier: Tier;
  readonly status: 'known' | 'not known';
  readonly services: number;
  readonly why: string;
}

export interface ProgrammeReading {
  readonly programme: string;
  readonly tier: Tier;
  readonly status: 'known' | 'not known';
  readonly services: number;
}

/** A service that counts, with the places it brings to the question's people. */
export interface CountedService {
  readonly service: Service;
  readonly placesUsed: number;
  /** In words, why it does not count; empty where it does. */
  readonly leftOut: string;
  /** Added or changed by the plan. */
  readonly planned: boolean;
  /** Code of the authority the service stands in; '' for one outside the region or without a point. */
  readonly authority: string;
}

export interface MonthSeries {
  readonly months: readonly MonthRecord[];
  /** Events in the month for the need's count measures, by area row then month; NaN where the month is partial. */
  readonly values: Float64Array;
  readonly region: Float64Array;
}

export interface AreaTable {
  readonly level: Level;
  readonly code: readonly string[];
  readonly name: readonly string[];
  readonly authority: readonly string[];
  readonly authorityCode: readonly string[];
  readonly residents: Column;
  /** People of the question's ages, estimated. */
  readonly eligible: Column;
  /** Need relative to the region's mean; 1 is the mean. */
  readonly need: Column;
  /** Standardised and aggregated need for display, 0 to 100 for percentiles. */
  readonly needIndex: Column;
  /** Places a year that reach the area's eligible people. */
  readonly places: Column;
  /** Places a year per 1,000 eligible people. */
  readonly access: Column;
  /** Places a year that need calls for. */
  readonly target: Column;
  /** target - places; above zero: more need than provision reaches. */
  readonly gap: Column;
  /** percentile(need) - percentile(access), -100 to 100. */
  readonly relativeGap: Column;
  /** need third * 3 + provision third (0 low, 1 middle, 2 high); 255 is not known. */
  readonly class: Uint8Array;
  readonly kind: readonly GapKind[];
  /** 1 is the largest gap; NaN is unranked. */
  readonly rank: Column;
  /** Something to say beside this area's figures, empty for most. */
  readonly note: readonly string[];
}

export interface Headline {
  /** Share of the places need calls for that are missing, 0 to 1; NaN where provision is not known. */
  readonly unmetShare: number;
  readonly unmetPlaces: number;
  readonly totalPlaces: number;
  readonly totalTarget: number;
  readonly region: { readonly need: number; readonly eligible: number };
}

/** How provision follows need; every sign above zero: the needier have more. */
interface EquityFigures {
  readonly spearman: number;
  readonly slope: number;
  readonly concentration: number;
}

export interface Answer {
  readonly question: Question;
  readonly release: ReleaseStamp;
  readonly engine: string;
  readonly inventoryStatus: RecordStatus;
  readonly months: readonly Month[];
  readonly partialMonths: readonly Month[];
  readonly areas: AreaTable;
  readonly measures: readonly MeasureColumns[];
  readonly authorities: readonly AuthorityRow[];
  readonly tiers: readonly TierReading[];
  readonly programmes: readonly ProgrammeReading[];
  readonly services: readonly CountedService[];
  readonly series: MonthSeries;
  readonly headline: Headline;
  /** Places per eligible person at mean need that targets were made with. */
  readonly yardstick: number;
  /** For a plan: the same question without it. */
  readonly before: {
    readonly headline: Headline;
    readonly areas: AreaTable;
    readonly authorities: readonly AuthorityRow[];
    readonly services: readonly CountedService[];
    readonly equity: EquityFigures;
  } | null;
  readonly equity: EquityFigures;
  readonly uncertainty: Uncertainty | null;
  readonly hotspots: Hotspots | null;
  /** Plain sentences the reader should see: what could not be used and why. */
  readonly notices: readonly string[];
}

export type ClusterRole =
  | 'core high'
  | 'neighbour high'
  | 'core low'
  | 'neighbour low'
  | 'high-low'
  | 'low-high'
  | 'none'
  | 'not known'
  | 'island';

/** What the search found, in numbers, for the sentence above the map. */
export interface HotspotCount {
  readonly coresHigh: number;
  readonly neighboursHigh: number;
  readonly coresLow: number;
  readonly neighboursLow: number;
  /** Areas unlike their surroundings: high among low, or low among high. */
  readonly outliers: number;
  readonly islands: number;
  readonly notKnown: number;
  /** Areas that were tested: known, and with a known neighbour. */
  readonly tested: number;
  /** Runs of touching high cores with their high neighbours, each by its area rows, the largest first. */
  readonly clustersHigh: readonly (readonly number[])[];
}

export interface Hotspots {
  readonly statistic: 'gi-star' | 'local-moran';
  /** What was tested, in words, with how it was made comparable between small and large areas. */
  readonly of: string;
  /** The figures of the one measure that was tested, with its weight in the need; absent where it was the need as a whole. */
  readonly tested?: MeasureColumns;
  /** Level of the false-discovery rate: of the cores, at most this share is expected to be there by chance. */
  readonly level: number;
  readonly found: HotspotCount;
  readonly role: readonly ClusterRole[];
  readonly value: Column;
  readonly p: Column;
  readonly pAdjusted: Column;
  readonly permutations: number;
  readonly global: { readonly moran: number; readonly p: number; readonly permutations: number };
}
