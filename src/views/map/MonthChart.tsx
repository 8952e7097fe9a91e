// Months side by side with the series in them: the period as a band whose two ends are sliders, drawn anew with the pointer.
import { useSignal } from '@preact/signals';
import { line } from 'd3-shape';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MonthRecord, Period } from '../../domain/month.ts';
import { periodBetween, withEndMoved } from '../../domain/monthWindows.ts';
import { whole } from '../../encode/numbers.ts';
import { monthName, monthShort } from '../../encode/words.ts';
import { runsOf } from '../charts/MonthLine.tsx';
import type { AxisSeries } from './monthAxisSeries.ts';

interface MonthChartProps {
  readonly months: readonly MonthRecord[];
  readonly series: AxisSeries;
  readonly period: Period;
  readonly height: number;
  readonly onPeriod: (period: Period, how: 'decide' | 'adjust') => void;
}

const FOOT = 15;
const TOP = 5;
const SIDE = 10;

/** The width an element has, measured again whenever it changes. */
function useWidth() {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const measure = () => setWidth(Math.max(160, element.clientWidth));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { host, width };
}

/** Months a key moves an end by; null for keys that do not. */
function stepOf(key: string): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -12,
    PageUp: 12,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  return steps[key] ?? null;
}

interface EndProps extends MonthChartProps {
  readonly end: 'from' | 'to';
  readonly at: number;
}

function PeriodEnd({ months, period, end, at, onPeriod }: EndProps) {
  const wholeMonths = months.filter((m) => m.status === 'whole').map((m) => m.month);
  return (
    <span
      class="month-end"
      data-end={end}
      role="slider"
      tabIndex={0}
      aria-label={end === 'from' ? 'First month of the period' : 'Last month of the period'}
      aria-valuemin={0}
      aria-valuemax={wholeMonths.length - 1}
      aria-valuenow={Math.max(0, wholeMonths.indexOf(period[end]))}
      aria-valuetext={monthName(period[end])}
      style={{ left: `${at}px` }}
      onKeyDown={(event) => {
        const by = stepOf(event.key);
        if (by === null) return;
        event.preventDefault();
        const most = months.length;
        onPeriod(withEndMoved(months, period, end, Math.max(-most, Math.min(most, by))), 'adjust');
      }}
    />
  );
}

export function MonthChart(props: MonthChartProps) {
  const { months, series, height, onPeriod } = props;
  const { host, width } = useWidth();
  const drag = useSignal<{ anchor: number; at: number } | null>(null);
  const step = (width - SIDE * 2) / months.length;
  const left = (month: number) => SIDE + month * step;
  const { values, limits } = series;
  const upper = limits.calculated ? limits.upper : 0;
  const most = Math.max(1e-9, upper, ...Array.from(values).filter((v) => !Number.isNaN(v)));
  const y = (v: number) => height - FOOT - (v / most) * (height - FOOT - TOP);
  const path = line<{ month: number; value: number }>()
    .x((p) => left(p.month + 0.5))
    .y((p) => y(p.value));
  const held = drag.value;
  const period = (held && periodBetween(months, held.anchor, held.at)) ?? props.period;
  const first = months.findIndex((m) => m.month >= period.from);
  const last = months.findLastIndex((m) => m.month <= period.to);
  const band = first >= 0 && last >= first;
  const monthAt = (event: PointerEvent) => {
    const x = event.clientX - (host.current?.getBoundingClientRect().left ?? 0);
    return Math.max(0, Math.min(months.length - 1, Math.floor((x - SIDE) / step)));
  };
  // An end that is grabbed moves; anywhere else begins a new period.
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const at = monthAt(event);
    const end = (event.target as HTMLElement).closest<HTMLElement>('.month-end');
    const anchor = end ? (end.dataset.end === 'from' ? last : first) : at;
    drag.value = { anchor, at };
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  };
  const drop = () => {
    const drawn = drag.peek();
    drag.value = null;
    const next = drawn && periodBetween(months, drawn.anchor, drawn.at);
    if (next) onPeriod(next, 'decide');
  };

  return (
    <div
      ref={host}
      class="month-chart"
      style={{ height: `${height}px` }}
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (drag.peek()) drag.value = { anchor: drag.peek()?.anchor ?? 0, at: monthAt(event) };
      }}
      onPointerUp={drop}
      onPointerCancel={() => {
        drag.value = null;
      }}
    >
      <svg width={width} height={height} aria-hidden="true">
        {band && (
          <rect
            class="month-band"
            x={left(first)}
            width={(last - first + 1) * step}
            y={TOP - 4}
            height={height - FOOT - TOP + 4}
          />
        )}
        {months.map((m, k) => {
          const said = m.status === 'partial' ? 'partial, left out' : whole(values[k]);
          return (
            <g key={m.month}>
              {m.status === 'partial' && (
                <rect
                  class="month-partial"
                  x={left(k)}
                  width={step}
                  y={TOP}
                  height={height - FOOT - TOP}
                  fill="url(#month-hatch)"
                />
              )}
              {k > 0 && m.located !== months[k - 1].located && (
                <line class="month-join" x1={left(k)} x2={left(k)} y1={0} y2={height - FOOT} />
              )}
              {(k === 0 || m.month.endsWith('-01')) && (
                <text class="month-year" x={left(k) + 1} y={height - 3}>
                  {k === 0 ? monthShort(m.month) : m.month.slice(0, 4)}
                </text>
              )}
              <rect class="month-catch" x={left(k)} width={step} y={0} height={height}>
                <title>{`${monthName(m.month)}: ${said}`}</title>
              </rect>
            </g>
          );
        })}
        <defs>
          <pattern
            id="month-hatch"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class="hatch-ground" width="5" height="5" />
            <rect class="hatch-line" width="1.4" height="5" />
          </pattern>
        </defs>
        <line class="month-base" x1={SIDE} x2={width - SIDE} y1={y(0)} y2={y(0)} />
        {limits.calculated && (
          <g class="month-limits">
            <line x1={SIDE} x2={width - SIDE} y1={y(limits.upper)} y2={y(limits.upper)} />
            <line x1={SIDE} x2={width - SIDE} y1={y(limits.lower)} y2={y(limits.lower)} />
            <line class="mean" x1={SIDE} x2={width - SIDE} y1={y(limits.mean)} y2={y(limits.mean)} />
          </g>
        )}
        {runsOf(values).map((run) => (
          <path key={run[0].month} class="month-series" d={path(run) ?? ''} />
        ))}
        {runsOf(values)
          .flat()
          .map((p) => (
            <circle
              key={p.month}
              class="month-dot"
              data-signal={limits.calculated && limits.signals[p.month].length > 0}
              cx={left(p.month + 0.5)}
              cy={y(p.value)}
              r={limits.calculated && limits.signals[p.month].length > 0 ? 3.2 : 1.8}
            />
          ))}
      </svg>
      {band && (
        <>
          <PeriodEnd {...props} period={period} end="from" at={left(first)} />
          <PeriodEnd {...props} period={period} end="to" at={left(last + 1)} />
        </>
      )}
    </div>
  );
}
