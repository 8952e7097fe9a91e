// What the bench measures: one piece of the engine on one size of input.

export interface Kernel {
  readonly kernel: string;
  readonly n: number;
  readonly permutations?: number;
  /** Further columns of the report: sizes of what is worked on. */
  readonly size?: Readonly<Record<string, number>>;
  /** Longest time aimed at, in milliseconds on two cores, where one is set; of the first run where `cold` says so. */
  readonly target?: number;
  readonly cold?: boolean;
  /** Makes the input, untimed, and gives back what is timed. What a run returns may hold figures for the report. */
  prepare(): (() => unknown) | Promise<() => unknown>;
  /** Figures of a run's result worth reporting, such as a certified gap. */
  report?(result: unknown): Readonly<Record<string, number>>;
}
