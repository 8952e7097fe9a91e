// Where the word of a curve stands, so that it covers as few points as may be.

export interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

const PAD = 4;
/** Covering one point costs as much as standing this far from the curve’s end. */
const COVERED = 150;

function coveredBy(at: Spot, { width, height }: Extent, points: readonly Spot[]): number {
  let covered = 0;
  for (const p of points)
    if (p.x > at.x - PAD && p.x < at.x + width + PAD && p.y > at.y - PAD && p.y < at.y + height + PAD)
      covered++;
  return covered;
}

/** A place beside a curve, to its right or left, inside the frame, as near its end as the points allow. */
export function placeAlong(
  curve: readonly (readonly [number, number])[],
  size: Extent,
  points: readonly Spot[],
  frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): Spot {
  let best: Spot = { x: frame.left, y: frame.top };
  let least = Number.POSITIVE_INFINITY;
  curve.forEach(([x, y], k) => {
    for (const at of [
      { x: x + 8, y: y - size.height / 2 },
      { x: x - size.width - 8, y: y - size.height / 2 },
    ]) {
      const inside =
        at.x >= frame.left &&
        at.x + size.width <= frame.right &&
        at.y >= frame.top - 6 &&
        at.y + size.height <= frame.bottom;
      if (!inside) continue;
      const cost = coveredBy(at, size, points) * COVERED + (curve.length - k) * 3;
      if (cost < least) {
        least = cost;
        best = at;
      }
    }
  });
  return best;
}
