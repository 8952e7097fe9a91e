// A monthly series with its mean and control limits; months outside them are ringed, months that are not whole are left open.
import type { ChartedSeries } from '../../domain/controlChart.ts';
import type { MonthRecord } from '../../domain/month.ts';
import { decimals, whole } from '../../encode/numbers.ts';
import { seriesSentence } from '../../encode/placeSentences.ts';
import { monthName, monthShort } from '../../encode/words.ts';
import { runsOf } from '../charts/MonthLine.tsx';
import { MonthRuns, WithheldMonths } from '../charts/MonthRuns.tsx';

const WIDTH = 300;
const HEIGHT = 92;
const LEFT = 42;
const RIGHT = 6;
const TOP = 6;
const FOOT = 14;

const figure = (value: number) => (value < 10 ? decimals(value, 1) : whole(value));

function summary(series: ChartedSeries, months: readonly MonthRecord[]): string {
  const { limits } = series;
  const between = limits.calculated
    ? ` Mean ${figure(limits.mean)}, limits ${figure(limits.lower)} to ${figure(limits.upper)}.`
    : '';
  return `${series.name} by month.${between} ${seriesSentence(series, months)}`;
}

export function ControlChart({ series, months }: { series: ChartedSeries; months: readonly MonthRecord[] }) {
  const { values, limits } = series;
  const known = Array.from(values).filter((v) => !Number.isNaN(v));
  const ends = limits.calculated ? [limits.lower, limits.upper] : [];
  const high = Math.max(1e-9, ...known, ...ends) * 1.04;
  // The axis does not begin at nothing: what is judged is how months lie within the limits, and the ends are written beside it.
  const low = Math.min(high, ...known, ...ends) * 0.96;
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, months.length - 1);
  const x = (month: number) => LEFT + month * step;
  const y = (value: number) => TOP + (1 - (value - low) / (high - low || 1)) * (HEIGHT - TOP - FOOT);
  const outside = limits.calculated
    ? months.flatMap((_, i) => (limits.signals[i]?.includes('outside limits') ? [i] : []))
    : [];
  return (
    <svg
      class="control-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={summary(series, months)}
    >
      <WithheldMonths months={months} values={values} x={x} step={step} top={TOP} foot={HEIGHT - FOOT} />
      {limits.calculated && (
        <>
          <line class="mean" x1={LEFT} x2={WIDTH - RIGHT} y1={y(limits.mean)} y2={y(limits.mean)} />
          {[limits.lower, limits.upper].map((v) => (
            <g key={v}>
              <line class="limit" x1={LEFT} x2={WIDTH - RIGHT} y1={y(v)} y2={y(v)} />
              <text class="y" x={LEFT - 4} y={y(v)}>
                {figure(v)}
              </text>
            </g>
          ))}
          <text class="y" x={LEFT - 4} y={y(limits.mean)}>
            {figure(limits.mean)}
          </text>
        </>
      )}
      <MonthRuns runs={runsOf(values)} x={x} y={y} />
      {outside.map((i) => (
        <circle key={months[i].month} class="outside" cx={x(i)} cy={y(values[i])} r="4">
          <title>{`${monthName(months[i].month)}: ${figure(values[i])}, outside the limits`}</title>
        </circle>
      ))}
      {months.length > 0 && (
        <>
          <text class="x first" x={LEFT} y={HEIGHT - 2}>
            {monthShort(months[0].month)}
          </text>
          <text class="x last" x={WIDTH - RIGHT} y={HEIGHT - 2}>
            {monthShort(months[months.length - 1].month)}
          </text>
        </>
      )}
    </svg>
  );
}
