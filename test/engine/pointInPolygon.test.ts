// Points in areas: borders decided once, holes and parts, and many points against a plain ray.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outline } from '../../src/engine/edges.ts';
import { side } from '../../src/engine/orientation.ts';
import { pointLocator } from '../../src/engine/pointInPolygon.ts';
import { createRandom } from '../../src/engine/random.ts';

const box = (x: number, y: number, w = 1, h = w): number[][] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
  [x, y],
];
const polygon = (...rings: number[][][]): Outline => ({ type: 'Polygon', coordinates: rings });

describe('borders', () => {
  //  2 | 3      each square owns its left and lower edge
  // ---+---
  //  0 | 1
  const squares = [polygon(box(0, 0)), polygon(box(1, 0)), polygon(box(0, 1)), polygon(box(1, 1))];

  test('a shared edge belongs to the area on its right, a level one to the area above', () => {
    const locator = pointLocator(squares);
    expect(locator.find(1, 0.5)).toBe(1);
    expect(locator.find(0.5, 1)).toBe(2);
    expect(locator.find(1, 1)).toBe(3);
    expect(locator.find(1, 1.5)).toBe(3);
    expect(locator.find(1.5, 1)).toBe(3);
  });

  test('on the outermost border the left and lower edges are in, the right and upper ones out', () => {
    const locator = pointLocator(squares);
    expect(locator.find(0, 0)).toBe(0);
    expect(locator.find(0.5, 0)).toBe(0);
    expect(locator.find(0, 0.5)).toBe(0);
    expect(locator.find(2, 0.5)).toBe(-1);
    expect(locator.find(0.5, 2)).toBe(-1);
    expect(locator.find(2, 2)).toBe(-1);
    expect(locator.find(2, 0)).toBe(-1);
  });

  test('does not depend on the direction or the start of a ring, or on whether it is closed', () => {
    const ring = box(0, 0).slice(0, 4);
    const ways = [ring, [...ring].reverse(), [...ring.slice(2), ...ring.slice(0, 2)], [...ring, ring[0]]];
    for (const way of ways) {
      const locator = pointLocator([polygon(way)]);
      expect([locator.find(0, 0), locator.find(1, 0), locator.find(0, 1), locator.find(0.5, 0.5)]).toEqual([
        0, -1, -1, 0,
      ]);
    }
  });

  /** Quadrilaterals whose inner corners are moved about on whole numbers: every kind of touching happens. */
  const tessellation = fc
    .record({ columns: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 4 }), seed: fc.nat() })
    .map(({ columns, rows, seed }) => {
      const random = createRandom(seed);
      const corner = Array.from({ length: rows + 1 }, (_, j) =>
        Array.from({ length: columns + 1 }, (_, i) => {
          const shift = (k: number, last: number): number =>
            k === 0 || k === last ? 0 : random.below(7) - 3;
          return [8 * i + shift(i, columns), 8 * j + shift(j, rows)];
        }),
      );
      const areas: Outline[] = [];
      for (let j = 0; j < rows; j++) {
        for (let i = 0; i < columns; i++) {
          areas.push(polygon([corner[j][i], corner[j][i + 1], corner[j + 1][i + 1], corner[j + 1][i]]));
        }
      }
      return { areas, width: 8 * columns, height: 8 * rows };
    });

  test('every point of a tessellation, corners and edges too, is in exactly one area', () => {
    fc.assert(
      fc.property(tessellation, ({ areas, width, height }) => {
        const all = pointLocator(areas);
        // Each area alone has its own grid and its own reference points: the decision must not depend on them.
        const alone = areas.map((area) => pointLocator([area]));
        for (let x = 0; x <= width; x++) {
          for (let y = 0; y <= height; y++) {
            const holders = alone.flatMap((locator, a) => (locator.find(x, y) === 0 ? [a] : []));
            const expected = x < width && y < height ? 1 : 0;
            if (holders.length !== expected) throw new Error(`${x},${y} is in areas ${holders.join()}`);
            if (all.find(x, y) !== (holders[0] ?? -1))
              throw new Error(`${x},${y} is found in ${all.find(x, y)}`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('points within rounding of a slanting border are counted once', () => {
    const a = [0.1, 0.2];
    const b = [0.9, 0.7];
    const left = pointLocator([polygon([a, b, [0.1, 0.7]])]);
    const right = pointLocator([polygon([b, a, [0.9, 0.2]])]);
    for (let k = 1; k < 5000; k++) {
      const t = k / 5000;
      const x = a[0] + t * (b[0] - a[0]);
      const y = a[1] + t * (b[1] - a[1]);
      expect((left.find(x, y) === 0 ? 1 : 0) + (right.find(x, y) === 0 ? 1 : 0)).toBe(1);
    }
  });
});

describe('holes, parts and overlaps', () => {
  test('a hole is out, an island in the hole is in, and a hole filled by another area is that area', () => {
    const ring = polygon(box(0, 0, 10), box(2, 2, 6));
    const island: Outline = {
      type: 'MultiPolygon',
      coordinates: [[box(0, 0, 10), box(2, 2, 6)], [box(4, 4, 2)]],
    };
    const filling = polygon(box(2, 2, 6));
    expect(pointLocator([ring]).find(5, 5)).toBe(-1);
    expect(pointLocator([ring]).find(1, 5)).toBe(0);
    expect(pointLocator([island]).find(5, 5)).toBe(0);
    expect(pointLocator([island]).find(3, 3)).toBe(-1);
    const both = pointLocator([ring, filling]);
    for (const [x, y, expected] of [
      [5, 5, 1],
      [2, 5, 1],
      [8, 5, 0],
      [5, 2, 1],
      [5, 8, 0],
      [1, 1, 0],
    ]) {
      expect(both.find(x, y)).toBe(expected);
    }
  });

  test('parts far apart are one area', () => {
    const parts: Outline = { type: 'MultiPolygon', coordinates: [[box(0, 0)], [box(100, 100)]] };
    const locator = pointLocator([parts, polygon(box(50, 50))]);
    expect([...locator.findAll([0.5, 100.5, 50.5, 30], [0.5, 100.5, 50.5, 30])]).toEqual([0, 0, 1, -1]);
  });

  test('where areas overlap the first in order has the point', () => {
    const big = polygon(box(0, 0, 10));
    const small = polygon(box(4, 4, 2));
    const points = [
      [5, 5],
      [4, 4],
      [4.5, 5.9],
      [1, 1],
    ];
    for (const [x, y] of points) expect(pointLocator([big, small]).find(x, y)).toBe(0);
    expect(points.map(([x, y]) => pointLocator([small, big]).find(x, y))).toEqual([0, 0, 0, 1]);
  });
});

describe('many points', () => {
  /** A star with a hole, and the plainest ray there is. */
  function star(random: ReturnType<typeof createRandom>, cx: number, cy: number, corners: number): Outline {
    const ring = (least: number, most: number): number[][] =>
      Array.from({ length: corners }, (_, k) => {
        const angle = (2 * Math.PI * k) / corners;
        const radius = least + (most - least) * random.uniform();
        return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
      });
    return polygon(ring(2, 5), ring(0.5, 1.5));
  }

  function ray(outline: Outline, x: number, y: number): boolean {
    let odd = false;
    for (const ring of outline.coordinates as number[][][]) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax, ay] = ring[i];
        const [bx, by] = ring[j];
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
      }
    }
    return odd;
  }

  test('are found where a plain ray finds them', () => {
    const random = createRandom(3);
    for (const corners of [5, 40, 700]) {
      const areas = Array.from({ length: 9 }, (_, k) =>
        star(random, 8 * (k % 3), 7 * Math.floor(k / 3), corners),
      );
      const x = Float64Array.from({ length: 5_000 }, () => -7 + 30 * random.uniform());
      const y = Float64Array.from({ length: 5_000 }, () => -7 + 28 * random.uniform());
      const found = pointLocator(areas).findAll(x, y);
      const expected = Int32Array.from(x, (_, i) => areas.findIndex((area) => ray(area, x[i], y[i])));
      expect(found).toEqual(expected);
    }
  });

  test('long thin areas across the whole grid are found too', () => {
    const areas = Array.from({ length: 40 }, (_, k) =>
      polygon([
        [0, k],
        [1000, k + 3],
        [1000, k + 4],
        [0, k + 1],
      ]),
    );
    const random = createRandom(8);
    const locator = pointLocator(areas);
    for (let n = 0; n < 5000; n++) {
      const x = 1000 * random.uniform();
      const y = 44 * random.uniform();
      const band = Math.floor(y - 0.003 * x);
      expect(locator.find(x, y)).toBe(band >= 0 && band < 40 ? band : -1);
    }
  });
});

describe('input that cannot be', () => {
  test('points that are nowhere are in no area', () => {
    const locator = pointLocator([polygon(box(0, 0))]);
    expect(locator.find(Number.NaN, 0.5)).toBe(-1);
    expect(locator.find(0.5, Number.NaN)).toBe(-1);
    expect(locator.find(Number.POSITIVE_INFINITY, 0.5)).toBe(-1);
    expect(() => locator.findAll([1, 2], [1])).toThrow(/2 x but 1 y/);
  });

  test('no areas, empty areas and areas without extent hold no point', () => {
    expect([...pointLocator([]).findAll([1], [1])]).toEqual([-1]);
    expect(pointLocator([]).find(0, 0)).toBe(-1);
    expect(pointLocator([{ type: 'MultiPolygon', coordinates: [] }, polygon(box(0, 0))]).find(0.5, 0.5)).toBe(
      1,
    );
    expect(
      pointLocator([
        polygon([
          [1, 1],
          [1, 1],
          [1, 1],
        ]),
      ]).find(1, 1),
    ).toBe(-1);
    expect(
      pointLocator([
        polygon([
          [0, 0],
          [1, 0],
          [2, 0],
        ]),
      ]).find(1, 0),
    ).toBe(-1);
    expect(
      pointLocator([
        polygon([
          [0, 0],
          [0, 1],
          [0, 2],
        ]),
      ]).find(0, 1),
    ).toBe(-1);
  });

  test('a corner that is not a number, a ring of two and other geometry are refused with the area', () => {
    expect(() =>
      pointLocator([
        polygon(box(0, 0)),
        polygon([
          [0, 0],
          [1, Number.NaN],
          [1, 1],
        ]),
      ]),
    ).toThrow(/Area 2/);
    expect(() =>
      pointLocator([
        polygon([
          [0, 0],
          [1, 1],
        ]),
      ]),
    ).toThrow(/ring of 2 corners/);
    expect(() => pointLocator([{ type: 'Point', coordinates: [0, 0] } as unknown as Outline])).toThrow(
      /Point/,
    );
  });
});

describe('which side of a line', () => {
  test('is left, right or exactly on it', () => {
    expect(side(0, 0, 1, 1, 0, 1)).toBe(1);
    expect(side(0, 0, 1, 1, 1, 0)).toBe(-1);
    expect(side(0, 0, 1, 1, 0.5, 0.5)).toBe(0);
    expect(side(0, 0, 0, 0, 5, 5)).toBe(0);
  });

  test('is exact where double precision is not', () => {
    // On the line y = x from 12 to 24; one last bit beside it at a half.
    expect(side(12, 12, 24, 24, 0.5, 0.5)).toBe(0);
    expect(side(12, 12, 24, 24, 0.5, 0.5 + 2 ** -53)).toBe(1);
    expect(side(12, 12, 24, 24, 0.5 + 2 ** -53, 0.5)).toBe(-1);
    expect(side(-12, -12, -24, -24, -0.5, -0.5 - 2 ** -53)).toBe(1);
    expect(side(0, 0, 5e-324, 5e-324, 5e-324, 0)).toBe(-1);
  });

  test('changes sign when the line is walked the other way', () => {
    const near = fc.integer({ min: -8, max: 8 }).map((k) => 0.5 + k * 2 ** -53);
    fc.assert(
      fc.property(near, near, near, near, (ax, ay, px, py) => {
        expect(side(ax, ay, 24, 24, px, py) + side(24, 24, ax, ay, px, py)).toBe(0);
        expect(side(ax, ay, 24, 24, px, py) - side(px, py, ax, ay, 24, 24)).toBe(0);
      }),
    );
  });
});
