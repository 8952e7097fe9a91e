// The question: everything the reader chose. Small, serialisable, equal to the link.
import type { AgeRange } from './ages.ts';
import type { Level } from './area.ts';
import type { Service, Tier } from './intervention.ts';
import type { Denominator } from './measure.ts';
import type { Period } from './month.ts';
import { OPENING_SEARCH, type PlanSearch } from './planSearch.ts';

export type Screen = 'map' | 'place' | 'provision' | 'plan' | 'outcomes' | 'present' | 'method';
export type Show = 'need' | 'provision' | 'gap' | 'class' | 'hotspots';
export type Standardisation = 'percentile' | 'z' | 'minmax' | 'exponential';
export type Aggregation = 'arithmetic' | 'geometric';
export type DecayShape = 'step' | 'gaussian' | 'exponential';

export interface WeightedMeasure {
  readonly measure: string;
  /** At least 0; weights are scaled to sum to 1 before use. */
  readonly weight: number;
}

export interface Reach {
  /** Metres by path. */
  readonly catchment: number;
  readonly decay: DecayShape;
  /** Path length over straight line. */
  readonly detour: number;
}

/** What provision is held against: the places that exist shared by need, or a norm the commissioner sets. */
export type Yardstick =
  | { readonly kind: 'fair share' }
  /** Places a year per eligible person at mean need. */
  | { readonly kind: 'norm'; readonly places: number };

/** One change of a plan to the inventory. */
export type Change =
  | { readonly kind: 'add'; readonly service: Service }
  | { readonly kind: 'close'; readonly id: string }
  | { readonly kind: 'resize'; readonly id: string; readonly capacity: number }
  | {
      readonly kind: 'move';
      readonly id: string;
      readonly place: string;
      readonly lon: number;
      readonly lat: number;
    };

export interface Plan {
  readonly name: string;
  readonly changes: readonly Change[];
}

export interface HotspotSettings {
  readonly statistic: 'gi-star' | 'local-moran';
  /** A measure, or the need index. */
  readonly of: 'need' | string;
  readonly permutations: number;
  /** Level of the false-discovery rate. */
  readonly level: number;
}

export interface Question {
  readonly screen: Screen;
  readonly show: Show;
  readonly level: Level;
  readonly need: readonly WeightedMeasure[];
  readonly standardise: Standardisation;
  readonly aggregate: Aggregation;
  /** Rates drawn towards the region's mean where numbers are small. */
  readonly smoothed: boolean;
  readonly per: Denominator;
  readonly tier: Tier;
  /** Programmes of the tier that are read; empty means the tier as a whole. */
  readonly programmes: readonly string[];
  readonly ages: AgeRange;
  readonly period: Period;
  readonly reach: Reach;
  readonly yardstick: Yardstick;
  /** Day on which provision is read, YYYY-MM-DD; null is the last day of the period. */
  readonly date: string | null;
  readonly inventory: 'documented' | 'illustrative' | 'own';
  readonly plan: Plan | null;
  /** What the search for sites is asked with. */
  readonly search: PlanSearch;
  readonly hotspots: HotspotSettings;
  /** GSS codes of the selected areas or of one authority. */
  readonly selected: readonly string[];
  /** Story and step of the Present screen; `deck` carries a reader's own story, packed, empty for ready ones. */
  readonly story: { readonly id: string; readonly step: number; readonly deck: string } | null;
  readonly seed: number;
}

/** The first question the page opens on. */
export const OPENING_QUESTION: Question = {
  screen: 'map',
  show: 'gap',
  level: 'ward',
  need: [{ measure: 'violence', weight: 1 }],
  standardise: 'percentile',
  aggregate: 'arithmetic',
  smoothed: true,
  per: 'residents',
  tier: 'tertiary',
  programmes: ['ae'],
  ages: { from: 11, to: 24 },
  period: { from: '2025-04', to: '2026-03' },
  reach: { catchment: 15_000, decay: 'gaussian', detour: 1.3 },
  yardstick: { kind: 'fair share' },
  date: null,
  inventory: 'documented',
  plan: null,
  search: OPENING_SEARCH,
  hotspots: { statistic: 'gi-star', of: 'need', permutations: 9999, level: 0.05 },
  selected: [],
  story: null,
  seed: 1,
};

/**
 * True where two questions have the same figures, and differ at most in what is looked at: the screen, what the map shows, the
 * selection, the step of a story, what sites would be searched with. Hot spots are figures of their own.
 */
export function sameFigures(a: Question, b: Question): boolean {
  const figures = (q: Question) =>
    JSON.stringify({
      ...q,
      screen: '',
      show: q.show === 'hotspots',
      selected: [],
      story: null,
      search: null,
    });
  return a === b || figures(a) === figures(b);
}
