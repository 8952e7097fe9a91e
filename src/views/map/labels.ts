// Where the names of the authorities stand: inside their own borders, clear of sites and of one another.
import { type Camera, overlap, type Rect, rectOf, type Size, toScreen } from './camera.ts';
import { type Ground, inside, type Point } from './geometry.ts';

export interface Label {
  readonly code: string;
  readonly text: string;
  /** Middle of the text, in world coordinates, so that it travels with the map. */
  readonly at: Point;
}

export interface LabelWish {
  readonly code: string;
  readonly text: string;
  /** Size of the text in pixels. */
  readonly width: number;
  readonly height: number;
  readonly ground: Ground;
}

const STEPS = 13;

function around(at: Point, wish: LabelWish): Rect {
  return {
    left: at.x - wish.width / 2,
    right: at.x + wish.width / 2,
    top: at.y - wish.height / 2,
    bottom: at.y + wish.height / 2,
  };
}

function fromMiddle(at: Point, middle: Point): number {
  return Math.hypot(at.x - middle.x, at.y - middle.y) / 2;
}

/** What stands in the way costs most, then leaving one's own ground, then distance from the middle. */
function costOf(
  rect: Rect,
  at: Point,
  middle: Point,
  taken: readonly Rect[],
  size: Size,
  cornersOutside: number,
): number {
  let cost = fromMiddle(at, middle) + cornersOutside * 6;
  for (const other of taken) {
    const covered = overlap(rect, other);
    if (covered > 0) cost += 200 + covered;
  }
  if (rect.left < 2 || rect.right > size.width - 2) cost += 400;
  return cost;
}

/** Smallest grounds choose first, because they have the least room. */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly Rect[],
  camera: Camera,
  size: Size,
): Label[] {
  const taken = [...obstacles];
  const area = (g: Ground) => (g.box.east - g.box.west) * (g.box.south - g.box.north);
  const placed = [...wishes]
    .sort((a, b) => area(a.ground) - area(b.ground))
    .map((wish) => {
      const { box, rings, centre } = wish.ground;
      const frame = rectOf(camera, size, box);
      const middle = toScreen(camera, size, centre);
      let best = { at: centre, rect: around(middle, wish), cost: Number.POSITIVE_INFINITY };
      for (let i = 0; i < STEPS; i++)
        for (let j = 0; j < STEPS; j++) {
          const u = (i + 0.5) / STEPS;
          const v = (j + 0.5) / STEPS;
          const world = {
            x: box.west + u * (box.east - box.west),
            y: box.north + v * (box.south - box.north),
          };
          const at = {
            x: frame.left + u * (frame.right - frame.left),
            y: frame.top + v * (frame.bottom - frame.top),
          };
          // Where the distance alone costs more than the best so far, the rest need not be looked at.
          if (fromMiddle(at, middle) >= best.cost || !inside(world, rings)) continue;
          const rect = around(at, wish);
          let out = 0;
          for (const x of [rect.left, rect.right]) {
            const p = {
              x: box.west + ((x - frame.left) / (frame.right - frame.left)) * (box.east - box.west),
              y: world.y,
            };
            if (!inside(p, rings)) out++;
          }
          const cost = costOf(rect, at, middle, taken, size, out);
          if (cost < best.cost) best = { at: world, rect, cost };
        }
      taken.push(best.rect);
      return { code: wish.code, text: wish.text, at: best.at };
    });
  return placed;
}
