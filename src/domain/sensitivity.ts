// Which ranks move: the answer again under each of the reader's other choices, and whether its headline stands.
import type { Interval } from './reading.ts';

export type ChoiceKind =
  | 'denominator'
  | 'deprivation'
  | 'smoothing'
  | 'catchment'
  | 'decay'
  | 'standardisation'
  | 'aggregation';

export interface MovedArea {
  readonly code: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Entered or left the ten largest. */
  readonly topTen: 'in' | 'out' | '';
}

export interface Alternative {
  readonly id: string;
  readonly choice: ChoiceKind;
  /** What is chosen instead, in words: "per 1,000 people of the ages". */
  readonly label: string;
  /** Largest move first. */
  readonly moved: readonly MovedArea[];
  /** Spearman's correlation with the reader's own ranking; 1 is the same order. */
  readonly agreement: number;
  readonly unmetShare: number;
  readonly topArea: { readonly code: string; readonly name: string } | null;
  /** The unmet share leaves its interval, or another area comes first. */
  readonly flips: boolean;
  readonly why: string;
}

interface RankRange {
  readonly code: string;
  readonly name: string;
  readonly rank: number;
  readonly best: number;
  readonly worst: number;
}

export interface Sensitivity {
  /** What is ranked: the gap, or the need where provision is not known; the need index for its own two choices. */
  readonly ranked: 'gap' | 'need';
  /** An area moves when its rank changes by more than this. */
  readonly threshold: number;
  readonly unmetShare: number;
  readonly interval: Interval | null;
  readonly topArea: { readonly code: string; readonly name: string } | null;
  readonly alternatives: readonly Alternative[];
  /** Areas that move under at least one alternative, widest range first. */
  readonly moving: readonly RankRange[];
  readonly areas: number;
  /** True where at least one alternative flips the headline. */
  readonly fragile: boolean;
}
