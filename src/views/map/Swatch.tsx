// A small square of one class: its colour, its letters where it has them, or the hatch of what is not known.
import type { PaintedClass } from '../../encode/painting.ts';

export function Swatch({ painted, size = 14 }: { painted: PaintedClass | null; size?: number }) {
  if (!painted) return <span class="swatch hatched" style={{ width: `${size}px`, height: `${size}px` }} />;
  return (
    <span
      class="swatch"
      style={{ background: `var(${painted.colour})`, width: `${size}px`, height: `${size}px` }}
    />
  );
}
