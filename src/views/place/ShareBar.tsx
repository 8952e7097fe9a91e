// A share as a bar with its figure beside it, and a tick where another share stands.

interface ShareBarProps {
  /** 0 to 1. */
  readonly share: number;
  readonly text: string;
  /** The region's share, as a tick; absent where there is none to compare. */
  readonly tick?: number;
  /** Share that fills the bar. */
  readonly full?: number;
}

const WIDTH = 100;
const HEIGHT = 10;

export function ShareBar({ share, text, tick, full = 1 }: ShareBarProps) {
  const x = (v: number) => (Number.isNaN(v) ? 0 : Math.min(1, v / full) * WIDTH);
  return (
    <span class="share-bar">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="ground" width={WIDTH} height={HEIGHT} />
        <rect class="fill" width={x(share)} height={HEIGHT} />
        {tick !== undefined && !Number.isNaN(tick) && (
          <line class="tick" x1={x(tick)} x2={x(tick)} y1="0" y2={HEIGHT} />
        )}
      </svg>
      <span>{text}</span>
    </span>
  );
}
