// Nearest neighbours against looking at every pair.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestNeighbours, onSphere } from '../../src/engine/nearest.ts';

const rows = (columns: ArrayLike<number>[], k: number): number[][] => {
  const { offsets, targets } = nearestNeighbours(columns, k);
  return Array.from({ length: offsets.length - 1 }, (_, i) => [
    ...targets.subarray(offsets[i], offsets[i + 1]),
  ]);
};

describe('the k nearest', () => {
  test('on a line are the points beside, the lower of two equally near', () => {
    expect(rows([[0, 1, 2, 3, 10]], 1)).toEqual([[1], [0], [1], [2], [3]]);
    expect(rows([[0, 1, 2, 3, 10]], 2)).toEqual([
      [1, 2],
      [0, 2],
      [1, 3],
      [1, 2],
      [2, 3],
    ]);
  });

  test('are those of a look at every pair, ties by the lower index, in any number of dimensions', () => {
    const point = fc.tuple(
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
    );
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 40 }), fc.nat(), (points, any) => {
        const k = 1 + (any % (points.length - 1));
        const columns = [0, 1, 2].map((d) => points.map((p) => p[d]));
        const square = (i: number, j: number) =>
          points[i].reduce((sum, x, d) => sum + (x - points[j][d]) ** 2, 0);
        const truth = points.map((_, i) =>
          points
            .map((__, j) => j)
            .filter((j) => j !== i)
            .sort((a, b) => square(i, a) - square(i, b) || a - b)
            .slice(0, k)
            .sort((a, b) => a - b),
        );
        expect(rows(columns, k)).toEqual(truth);
      }),
    );
  });

  test('on the sphere reach across the date line and the pole', () => {
    expect(rows(onSphere([179.9, -179.9, 178, 0], [0, 0, 0, 0]), 1)).toEqual([[1], [0], [0], [2]]);
    expect(rows(onSphere([0, 180, 0], [89, 89, 85]), 1)).toEqual([[1], [0], [0]]);
  });

  test('are refused for no k, too large a k, missing or broken coordinates', () => {
    expect(() => nearestNeighbours([[1, 2, 3]], 3)).toThrow(/between 1 and 2/);
    expect(() => nearestNeighbours([[1, 2, 3]], 0)).toThrow(/between 1 and 2/);
    expect(() => nearestNeighbours([[1, 2, 3]], 1.5)).toThrow(/between 1 and 2/);
    expect(() => nearestNeighbours([[1, 2], [1]], 1)).toThrow(/all its coordinates/);
    expect(() => nearestNeighbours([[1, Number.NaN, 2]], 1)).toThrow(/Point 1/);
    expect(() => onSphere([0, 0], [0, 91])).toThrow(/Point 1 is at longitude 0, latitude 91/);
    expect(() => onSphere([Number.NaN], [0])).toThrow(/Point 0/);
    expect(() => onSphere([0], [])).toThrow(/longitude and a latitude/);
  });
});
