// Change between the two latest whole years: a ratio with its interval, or the reason why there is none.
import type { Level } from './area.ts';
import type { Period } from './month.ts';
import type { Column } from './reading.ts';

/** Later over earlier: 1.2 is a fifth more. NaN where it cannot be calculated. */
export interface Ratio {
  readonly earlier: number;
  readonly later: number;
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
}

export type YearChange =
  | { readonly calculated: false; readonly reason: string }
  | {
      readonly calculated: true;
      /** What is counted, in words. */
      readonly of: string;
      readonly level: Level;
      readonly earlier: Period;
      readonly later: Period;
      readonly code: readonly string[];
      /** Events of each year, by area; NaN where they are not known. */
      readonly earlierCount: Column;
      readonly laterCount: Column;
      readonly ratio: Column;
      readonly lower: Column;
      readonly upper: Column;
      readonly region: Ratio;
      /** In the order of the dataset's authorities. */
      readonly byAuthority: readonly Ratio[];
      /** φ, which the intervals are widened by; that of the areas is used for authorities and region too. */
      readonly overdispersion: number;
    };
