// The series behind the month axis: of the selected area, of an authority, or of the region, with its control limits.
import type { Answer } from '../../domain/answer.ts';
import { listed, unitName } from '../../encode/words.ts';
import { type ControlChart, controlChart } from '../../engine/controlChart.ts';

export interface AxisSeries {
  /** "All violence" */
  readonly what: string;
  /** "West Midlands", "Coventry", "Foleshill" */
  readonly whose: string;
  /** By month; NaN where the month is partial or the place not known. */
  readonly values: Float64Array;
  readonly limits: ControlChart;
}

function sumOf(answer: Answer, inside: (row: number) => boolean): Float64Array {
  const { months, values, region } = answer.series;
  const n = months.length;
  // A month that the region does not know is partial; an area that is not known adds nothing to its authority.
  const sum = region.map((v) => (Number.isNaN(v) ? Number.NaN : 0));
  answer.areas.code.forEach((_, row) => {
    if (!inside(row)) return;
    for (let m = 0; m < n; m++) {
      const v = values[row * n + m];
      if (!Number.isNaN(v)) sum[m] += v;
    }
  });
  return sum;
}

/** Null where no measure of the need is counted by month. */
export function axisSeries(answer: Answer): AxisSeries | null {
  const { months, values, region } = answer.series;
  const counted = answer.measures.filter((m) => m.weight > 0 && m.measure.kind === 'count');
  if (counted.length === 0 || months.length === 0) return null;
  const { selected } = answer.question;
  const code = selected[selected.length - 1];
  const row = code === undefined ? -1 : answer.areas.code.indexOf(code);
  const authority = answer.authorities.find((a) => a.code === code);
  const own =
    row >= 0
      ? values.subarray(row * months.length, (row + 1) * months.length)
      : authority
        ? sumOf(answer, (i) => answer.areas.authorityCode[i] === authority.code)
        : region;
  return {
    what: listed(counted.map((m) => m.measure.label)),
    whose: row >= 0 ? answer.areas.name[row] : (authority?.name ?? unitName(answer.release.unit)),
    values: Float64Array.from(own),
    limits: controlChart(own),
  };
}
