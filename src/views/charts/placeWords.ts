// Where the words of a chart stand, so that they cover as few points as may be.

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

export interface Corner extends Extent {
  /** Preferred place of the text's left top corner, and how far it may wander from there, in pixels. */
  readonly at: Spot;
  readonly wanderX: number;
  readonly wanderY: number;
}

const STEP = 6;
const PAD = 4;
/** Covering one point costs as much as wandering this far. */
const COVERED = 150;

function coveredBy(at: Spot, { width, height }: Extent, points: readonly Spot[]): number {
  let covered = 0;
  for (const p of points)
    if (p.x > at.x - PAD && p.x < at.x + width + PAD && p.y > at.y - PAD && p.y < at.y + height + PAD)
      covered++;
  return covered;
}

/** Points that stand for a text already placed. */
export function cornersOf(at: Spot, { width, height }: Extent): Spot[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((u) =>
    [0, 0.5, 1].map((v) => ({ x: at.x + u * width, y: at.y + v * height })),
  );
}

/** The place within reach of the preferred one with the fewest points beneath the text; the nearest among equals. */
export function placeWords(corner: Corner, points: readonly Spot[]): Spot {
  let best = corner.at;
  let least = Number.POSITIVE_INFINITY;
  const signX = Math.sign(corner.wanderX) || 1;
  const signY = Math.sign(corner.wanderY) || 1;
  for (let dx = 0; dx <= Math.abs(corner.wanderX); dx += STEP)
    for (let dy = 0; dy <= Math.abs(corner.wanderY); dy += STEP) {
      const at = { x: corner.at.x + signX * dx, y: corner.at.y + signY * dy };
      const cost = coveredBy(at, corner, points) * COVERED + dx * 0.6 + dy;
      if (cost < least) {
        least = cost;
        best = at;
      }
    }
  return best;
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
