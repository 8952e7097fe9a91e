// What monthly charts share: months that are not whole as ground left open, and the series as unbroken runs that never bridge them.
import { line } from 'd3-shape';
import type { MonthRecord } from '../../domain/month.ts';
import { monthName } from '../../encode/words.ts';

export interface MonthValue {
  readonly month: number;
  readonly value: number;
}

interface WithheldMonthsProps {
  readonly months: readonly MonthRecord[];
  /** One per month; NaN where the month is partial. */
  readonly values: ArrayLike<number>;
  readonly x: (month: number) => number;
  /** Width of a month. */
  readonly step: number;
  readonly top: number;
  readonly foot: number;
  /** What is said of a month without a value. */
  readonly gap?: string;
}

/** Why a month of the release has no value. */
export const INCOMPLETE = 'withheld: incomplete';

export function WithheldMonths({
  months,
  values,
  x,
  step,
  top,
  foot,
  gap = INCOMPLETE,
}: WithheldMonthsProps) {
  return (
    <>
      {months.map(
        (m, i) =>
          Number.isNaN(values[i]) && (
            <rect key={m.month} class="withheld" x={x(i) - step / 2} y={top} width={step} height={foot - top}>
              <title>{`${monthName(m.month)}: ${gap}`}</title>
            </rect>
          ),
      )}
    </>
  );
}

interface MonthRunsProps {
  readonly runs: readonly (readonly MonthValue[])[];
  readonly x: (month: number) => number;
  readonly y: (value: number) => number;
}

/** A month alone between two that are withheld is a point. */
export function MonthRuns({ runs, x, y }: MonthRunsProps) {
  const path = line<MonthValue>()
    .x((p) => x(p.month))
    .y((p) => y(p.value));
  return (
    <>
      {runs.map((run) =>
        run.length > 1 ? (
          <path key={run[0].month} class="line" d={path(run) ?? ''} />
        ) : (
          <circle key={run[0].month} class="lone" cx={x(run[0].month)} cy={y(run[0].value)} r="2" />
        ),
      )}
    </>
  );
}
