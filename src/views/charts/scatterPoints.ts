// What the scatter draws: need across, places per 1,000 eligible people up, and what need would call for as a curve.
import { extent, max } from 'd3-array';
import { scaleLinear, scaleLog } from 'd3-scale';
import type { Answer } from '../../domain/answer.ts';
import { colourOf, type Painting } from '../../encode/painting.ts';

export interface Dot {
  readonly row: number;
  readonly code: string;
  readonly x: number;
  readonly y: number;
  /** Custom property of its class; null where its class is not known. */
  readonly colour: string | null;
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ScatterPlan {
  readonly dots: readonly Dot[];
  readonly missing: number;
  readonly axis: string;
  readonly xTicks: readonly { readonly at: number; readonly text: string }[];
  readonly yTicks: readonly { readonly at: number; readonly text: string }[];
  /** Points of "what need calls for"; empty where there is no yardstick. */
  readonly curve: readonly (readonly [number, number])[];
}

/** Need across: the measure itself where there is one, else need relative to the region's mean. */
function needAcross(answer: Answer): { values: Float64Array; mean: number; axis: string } {
  const counted = answer.measures.filter((m) => m.weight > 0);
  if (counted.length === 1 && counted[0].region > 0) {
    const [{ measure, unit, value, region }] = counted;
    return { values: value, mean: region, axis: `${measure.label}, ${unit} (log)` };
  }
  return { values: answer.areas.need, mean: 1, axis: 'Need, region’s mean = 1 (log)' };
}

const LADDER = [1, 2, 5];

/** 1, 2 and 5 times powers of ten within the range; all of 1 to 9 where that leaves fewer than three. */
function logTicks(low: number, high: number): number[] {
  const ticks = (steps: readonly number[]) => {
    const out: number[] = [];
    for (let p = Math.floor(Math.log10(low)); p <= Math.ceil(Math.log10(high)); p++)
      for (const s of steps) {
        const t = s * 10 ** p;
        if (t >= low * 0.999 && t <= high * 1.001) out.push(Number(t.toPrecision(6)));
      }
    return out;
  };
  const few = ticks(LADDER);
  return few.length >= 3 ? few : ticks([1, 2, 3, 4, 5, 6, 8]);
}

export function planScatter(answer: Answer, painting: Painting, frame: Frame): ScatterPlan {
  const { areas } = answer;
  const { values, mean, axis } = needAcross(answer);
  const rows = Array.from(areas.code.keys()).filter((i) => values[i] > 0 && !Number.isNaN(areas.access[i]));
  const missing = areas.code.length - rows.length;
  if (!rows.length) return { dots: [], missing, axis, xTicks: [], yTicks: [], curve: [] };
  const [low, high] = extent(rows, (i) => values[i]) as [number, number];
  const x = scaleLog()
    .domain([low * 0.92, high * 1.08])
    .range([frame.left, frame.right]);
  const most = max(rows, (i) => areas.access[i]) || 1;
  const y = scaleLinear()
    .domain([0, most * 1.04])
    .range([frame.bottom, frame.top]);
  const rise = 1000 * answer.yardstick;
  const curve: [number, number][] = [];
  if (rise > 0)
    for (let k = 0; k <= 60; k++) {
      const value = x.invert(frame.left + ((frame.right - frame.left) * k) / 60);
      const called = (rise * value) / mean;
      if (called <= most * 1.04) curve.push([x(value), y(called)]);
    }
  return {
    dots: rows.map((row) => ({
      row,
      code: areas.code[row],
      x: x(values[row]),
      y: y(areas.access[row]),
      colour: colourOf(painting, row),
    })),
    missing,
    axis,
    xTicks: logTicks(low, high).map((t) => ({ at: x(t), text: String(t) })),
    yTicks: y.ticks(4).map((t) => ({ at: y(t), text: y.tickFormat(4)(t) })),
    curve,
  };
}
