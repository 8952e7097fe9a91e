// Measures: what is counted or scored for an area, with unit, direction, period and source.
import type { Level } from './area.ts';

/** How a measure's figure for an area is made. */
export type MeasureKind =
  /** Events over a period and a denominator of the reader's choice; monthly. */
  | 'count'
  /** One part of a whole that the source counts, such as households overcrowded of all households. */
  | 'proportion'
  /** A score the source publishes for LSOAs; population-weighted for wards. */
  | 'score'
  /** The reader's own upload; never leaves the browser. */
  | 'own';

export interface Measure {
  readonly id: string;
  readonly label: string;
  /** As it stands inside a sentence: "all violence", "deprivation without crime". */
  readonly phrase: string;
  readonly unit: string;
  readonly kind: MeasureKind;
  /** 1: more means more need; -1: more means less need. Nothing flips signs later. */
  readonly direction: 1 | -1;
  readonly period: string;
  readonly source: string;
  /** For counts: the crime types that are summed. */
  readonly crimeTypes?: readonly string[];
  /** For scores: the column; for proportions: numerator and denominator columns. */
  readonly column?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  /** Something to say wherever the figure is shown. */
  readonly note?: string;
  /** Of the reader's own counts: the levels they can be shown by. */
  readonly levels?: readonly Level[];
  /** Of the reader's own counts with periods to choose from: each choice, this measure's own among them. */
  readonly periods?: readonly {
    readonly measure: string;
    readonly period: string;
    /** All periods added up. */
    readonly sum: boolean;
  }[];
}

/** What a count is divided by. */
export type Denominator = 'residents' | 'ages' | 'km2';
