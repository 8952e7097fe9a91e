// A series month by month, from zero. Months that are not whole are gaps in the line, marked, never bridged.
import type { MonthRecord } from '../../domain/month.ts';
import { decimals } from '../../encode/numbers.ts';
import { monthName } from '../../encode/words.ts';
import { INCOMPLETE, MonthRuns, type MonthValue, WithheldMonths } from './MonthRuns.tsx';

export interface MonthLineProps {
  readonly months: readonly MonthRecord[];
  /** One per month; NaN where the month is partial. */
  readonly values: ArrayLike<number>;
  /** What is counted, for the spoken summary. */
  readonly what?: string;
  /** Why a month is NaN; partial months are incomplete, and withheld. */
  readonly gap?: string;
  readonly width?: number;
  readonly height?: number;
}

const SIDE = 4;
const TOP = 18;
const FOOT = 4;

/** Unbroken runs of known months. */
export function runsOf(values: ArrayLike<number>): MonthValue[][] {
  const runs: MonthValue[][] = [];
  for (let month = 0; month < values.length; month++) {
    const value = values[month];
    if (Number.isNaN(value)) continue;
    if (month === 0 || Number.isNaN(values[month - 1])) runs.push([]);
    runs[runs.length - 1].push({ month, value });
  }
  return runs;
}

function summary(props: MonthLineProps, known: MonthValue[]): string {
  const { months, what = 'Events', gap = INCOMPLETE } = props;
  if (!known.length) return `${what} by month: not known.`;
  const first = known[0];
  const last = known[known.length - 1];
  const values = known.map((k) => k.value);
  const withheld = months.length - known.length;
  return (
    `${what} by month: ${figure(first.value)} in ${monthName(months[first.month].month)}, ` +
    `${figure(last.value)} in ${monthName(months[last.month].month)}, ` +
    `between ${figure(Math.min(...values))} and ${figure(Math.max(...values))}` +
    `${withheld ? `; ${withheld} ${withheld === 1 ? 'month' : 'months'} ${gap}` : ''}.`
  );
}

/** Counts apportioned between areas are not whole; below ten they keep a decimal. */
function figure(value: number): string {
  return decimals(value, value < 10 && value % 1 !== 0 ? 1 : 0);
}

export function MonthLine(props: MonthLineProps) {
  const { months, values, gap = INCOMPLETE, width = 380, height = 64 } = props;
  const runs = runsOf(values);
  const known = runs.flat();
  const most = Math.max(1e-9, ...known.map((k) => k.value));
  const step = (width - SIDE * 2) / Math.max(1, months.length - 1);
  const x = (month: number) => SIDE + month * step;
  const y = (value: number) => height - FOOT - (value / most) * (height - TOP - FOOT);
  const ends = known.length > 1 ? [known[0], known[known.length - 1]] : known;
  return (
    <svg class="month-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary(props, known)}>
      <WithheldMonths
        months={months}
        values={values}
        x={x}
        step={step}
        top={TOP}
        foot={height - FOOT}
        gap={gap}
      />
      <line class="base" x1={SIDE} x2={width - SIDE} y1={y(0)} y2={y(0)} />
      {months.map(
        (m, i) =>
          i > 0 &&
          m.located !== months[i - 1].located && (
            <line
              key={`join-${m.month}`}
              class="join"
              x1={x(i - 0.5)}
              x2={x(i - 0.5)}
              y1={TOP - 6}
              y2={height}
            >
              <title>{`From ${monthName(m.month)} on, records are placed in another way`}</title>
            </line>
          ),
      )}
      <MonthRuns runs={runs} x={x} y={y} />
      {ends.map((p, k) => (
        <g key={p.month}>
          <circle class="end" cx={x(p.month)} cy={y(p.value)} r="2.5" />
          <text class={k === 0 && ends.length > 1 ? 'first' : 'last'} x={x(p.month)} y={y(p.value) - 7}>
            {figure(p.value)}
          </text>
        </g>
      ))}
      {known.map((p) => (
        <rect key={p.month} class="catch" x={x(p.month) - step / 2} y="0" width={step} height={height}>
          <title>{`${monthName(months[p.month].month)}: ${figure(p.value)}`}</title>
        </rect>
      ))}
    </svg>
  );
}
