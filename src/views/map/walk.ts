// Walking the map with the keyboard: which area an arrow leads to.
import type { Shape } from './geometry.ts';

export type Heading = 'north' | 'east' | 'south' | 'west';

const AHEAD: Record<Heading, readonly [number, number]> = {
  north: [0, -1],
  east: [1, 0],
  south: [0, 1],
  west: [-1, 0],
};

/**
 * The area an arrow leads to from `from`: the nearest whose middle lies within 45° of the heading, neighbours first.
 * -1 where nothing lies that way.
 */
export function step(shapes: readonly Shape[], from: number, heading: Heading): number {
  const [ax, ay] = AHEAD[heading];
  const start = shapes[from].centre;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  const consider = (i: number, favour: number) => {
    const dx = shapes[i].centre.x - start.x;
    const dy = shapes[i].centre.y - start.y;
    const along = dx * ax + dy * ay;
    const aside = Math.abs(dx * ay - dy * ax);
    if (i === from || along <= 0 || aside > along) return;
    const cost = (along + 2 * aside) * favour;
    if (cost < least) {
      least = cost;
      best = i;
    }
  };
  for (const i of shapes[from].neighbours) consider(i, 0.5);
  for (let i = 0; i < shapes.length; i++) consider(i, 1);
  return best;
}

/** Page Down and Page Up visit every area in the order of the given codes and come round again. */
export function along(order: readonly number[], from: number, by: 1 | -1): number {
  const place = order.indexOf(from);
  if (place < 0) return order[by > 0 ? 0 : order.length - 1] ?? -1;
  return order[(place + by + order.length) % order.length];
}
