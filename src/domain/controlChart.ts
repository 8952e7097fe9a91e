// A control chart as the page reads it: a line with limits and the months that stand out, or why there is none.

/** What made a month stand out, by the rules of the NHS programme Making Data Count. */
export type MonthSignal = 'outside limits' | 'shift' | 'trend' | 'near limits';

type ChartedLimits =
  | { readonly calculated: false; readonly reason: string }
  | {
      readonly calculated: true;
      readonly mean: number;
      readonly lower: number;
      readonly upper: number;
      /** By month, in the order of the series; empty for an ordinary or an unknown month. */
      readonly signals: readonly (readonly MonthSignal[])[];
    };

/** A monthly series with its limits; NaN is a month that is partial or not known. */
export interface ChartedSeries {
  /** Whose series it is: a place, its authority, the region. */
  readonly name: string;
  readonly values: Float64Array;
  readonly limits: ChartedLimits;
}
