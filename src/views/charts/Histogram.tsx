// How a figure is spread over the areas: fine bins, each stacked by the class colours of the map.
import { bin, extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { colourOf, type Painting } from '../../encode/painting.ts';
import { levelNoun } from '../../encode/words.ts';

export interface HistogramProps {
  readonly values: Float64Array;
  readonly painting: Painting;
  readonly title: string;
  readonly unit: string;
  /** Figures to point at: an area, its authority, the region. */
  readonly marks?: readonly { readonly value: number; readonly label: string }[];
  readonly width?: number;
  readonly height?: number;
}

const SIDE = 8;
const TOP = 18;
const FOOT = 18;

/** Rows of the table in fine bins of round width. Rows that are not known are in none. */
export function fineBins(values: Float64Array, count = 28) {
  const rows = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]));
  const [low = 0, high = 1] = extent(rows, (i) => values[i]);
  const domain = scaleLinear().domain([low, high]).nice(count).domain() as [number, number];
  return bin<number, number>()
    .value((i) => values[i])
    .domain(domain)
    .thresholds(scaleLinear().domain(domain).ticks(count))(rows);
}

export function Histogram({
  values,
  painting,
  title,
  unit,
  marks = [],
  width = 380,
  height = 110,
}: HistogramProps) {
  const bins = fineBins(values);
  const most = Math.max(1, ...bins.map((b) => b.length));
  const domain: [number, number] = [bins[0].x0 ?? 0, bins[bins.length - 1].x1 ?? 1];
  const x = scaleLinear()
    .domain(domain)
    .range([SIDE, width - SIDE]);
  const each = (height - TOP - FOOT) / most;
  const known = bins.reduce((sum, b) => sum + b.length, 0);
  return (
    <svg
      class="histogram"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${title}, ${unit}: ${known} ${levelNoun(painting.level)} from ${x.tickFormat()(domain[0])} to ${x.tickFormat()(domain[1])}. ${marks.map((m) => `${m.label}: ${m.value.toFixed(1)}`).join('. ')}`}
    >
      {bins.map((b) => {
        const rows = [...b].sort((i, j) => painting.classOf[i] - painting.classOf[j]);
        const left = x(b.x0 ?? 0) + 0.5;
        const wide = Math.max(1, x(b.x1 ?? 0) - x(b.x0 ?? 0) - 1);
        const stacks = new Map<string, number>();
        for (const i of rows) {
          const colour = colourOf(painting, i);
          if (colour) stacks.set(colour, (stacks.get(colour) ?? 0) + 1);
        }
        let foot = height - FOOT;
        return [...stacks].map(([colour, n]) => {
          foot -= n * each;
          return (
            <rect
              key={`${b.x0} ${colour}`}
              class="bar"
              x={left}
              width={wide}
              y={foot}
              height={n * each}
              fill={`var(${colour})`}
            />
          );
        });
      })}
      <line class="base" x1={SIDE} x2={width - SIDE} y1={height - FOOT} y2={height - FOOT} />
      {x.ticks(6).map((t) => (
        <text key={t} class="tick" x={x(t)} y={height - 4}>
          {x.tickFormat(6)(t)}
        </text>
      ))}
      {marks.map((m) => (
        <g key={m.label} class="mark">
          <line x1={x(m.value)} x2={x(m.value)} y1={TOP - 4} y2={height - FOOT} />
          <text x={x(m.value)} y={TOP - 8} text-anchor={x(m.value) > width / 2 ? 'end' : 'start'}>
            {m.label}
          </text>
        </g>
      ))}
    </svg>
  );
}
