// Where the words of a corner stand, so that they cover as few points as may be.

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Corner {
  /** Preferred place of the text's left top corner, and how far it may wander from there, in pixels. */
  readonly at: Spot;
  readonly wanderX: number;
  readonly wanderY: number;
  readonly width: number;
  readonly height: number;
}

const STEP = 6;

/** The place within reach of the preferred one with the fewest points beneath the text; the nearest among equals. */
export function placeWords(corner: Corner, points: readonly Spot[]): Spot {
  const pad = 4;
  let best = corner.at;
  let least = Number.POSITIVE_INFINITY;
  const signX = Math.sign(corner.wanderX) || 1;
  const signY = Math.sign(corner.wanderY) || 1;
  for (let dx = 0; dx <= Math.abs(corner.wanderX); dx += STEP)
    for (let dy = 0; dy <= Math.abs(corner.wanderY); dy += STEP) {
      const x = corner.at.x + signX * dx;
      const y = corner.at.y + signY * dy;
      let covered = 0;
      for (const p of points)
        if (p.x > x - pad && p.x < x + corner.width + pad && p.y > y - pad && p.y < y + corner.height + pad)
          covered++;
      const cost = covered * 40 + dx * 0.6 + dy;
      if (cost < least) {
        least = cost;
        best = { x, y };
      }
    }
  return best;
}
