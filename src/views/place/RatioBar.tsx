// One rate against the region's, on a doubling scale that all rows share: interval, dot, the region's line, the authority's notch.

export interface RatioBarProps {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly region: number;
  /** NaN where the place is not compared with one authority. */
  readonly authority: number;
}

const WIDTH = 120;
const HEIGHT = 16;
const SIDE = 6;
/** The scale goes from a quarter of the region's rate to four times it; what lies beyond stops at its end. */
const DOUBLINGS = 2;

/** Where a rate stands on the scale, in the drawing's units. */
export function alongScale(value: number, region: number): number {
  const doublings = value > 0 ? Math.log2(value / region) : -DOUBLINGS;
  const share = (Math.min(DOUBLINGS, Math.max(-DOUBLINGS, doublings)) + DOUBLINGS) / (2 * DOUBLINGS);
  return SIDE + share * (WIDTH - 2 * SIDE);
}

export function RatioBar({ value, lower, upper, region, authority }: RatioBarProps) {
  if (!(region > 0) || Number.isNaN(value)) return null;
  const middle = HEIGHT / 2;
  const x = (v: number) => alongScale(v, region);
  return (
    <svg
      class="ratio-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      <line class="reference" x1={x(region)} x2={x(region)} y1="0" y2={HEIGHT} />
      {authority > 0 && <path class="notch" d={`M${x(authority)} ${HEIGHT - 5}l-3.5 5h7z`} />}
      <line class="interval" x1={x(lower)} x2={x(upper)} y1={middle} y2={middle} />
      <circle class="dot" cx={x(value)} cy={middle} r="3.2" />
    </svg>
  );
}
