// One figure with its interval, as a dot on a line, on a scale that all rows of a list share.

export interface IntervalBarProps {
  readonly value: number;
  /** NaN where there is no interval, or not yet. */
  readonly lower: number;
  readonly upper: number;
  readonly domain: readonly [number, number];
  /** Where the dotted line stands: no gap, or the region's figure. */
  readonly reference: number;
  /** Name of the custom property the dot is filled with; ink where it has no class. */
  readonly colour?: string | null;
  readonly width?: number;
}

const HEIGHT = 18;
const DOT = 4;

export function IntervalBar(props: IntervalBarProps) {
  const { value, lower, upper, domain, reference, colour, width = 112 } = props;
  if (Number.isNaN(value)) return null;
  const [low, high] = domain;
  const inner = width - 2 * DOT - 2;
  // What lies beyond the scale stops at its end.
  const x = (v: number) =>
    DOT + 1 + inner * Math.min(1, Math.max(0, high > low ? (v - low) / (high - low) : 0.5));
  const middle = HEIGHT / 2;
  const hasInterval = !Number.isNaN(lower) && !Number.isNaN(upper);
  return (
    <svg
      class="interval-bar"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      aria-hidden="true"
    >
      {!Number.isNaN(reference) && (
        <line class="reference" x1={x(reference)} x2={x(reference)} y1="0" y2={HEIGHT} />
      )}
      {hasInterval && <line class="interval" x1={x(lower)} x2={x(upper)} y1={middle} y2={middle} />}
      <circle
        class="dot"
        cx={x(value)}
        cy={middle}
        r={DOT}
        style={colour ? { fill: `var(${colour})` } : undefined}
      />
    </svg>
  );
}
