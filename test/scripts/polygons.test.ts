// Polygons: their area on the National Grid, and whether a point lies inside.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAreas } from '../../scripts/release/geojson.ts';
import { contains, squareKilometres } from '../../scripts/release/polygons.ts';

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const WITH_HOLE = { type: 'Polygon' as const, coordinates: [box(0, 50, 4, 54), box(1, 51, 2, 52).reverse()] };
const TWO_PARTS = { type: 'MultiPolygon' as const, coordinates: [[box(0, 50, 1, 51)], [box(2, 50, 3, 51)]] };

describe('a point', () => {
  test('is inside the polygon, not inside its hole, and not beyond it', () => {
    expect(contains(WITH_HOLE, 3, 53)).toBe(true);
    expect(contains(WITH_HOLE, 1.5, 51.5)).toBe(false);
    expect(contains(WITH_HOLE, 5, 53)).toBe(false);
    expect(contains(WITH_HOLE, 3, 55)).toBe(false);
  });

  test('is inside any part of a polygon of several', () => {
    expect(contains(TWO_PARTS, 0.5, 50.5)).toBe(true);
    expect(contains(TWO_PARTS, 2.5, 50.5)).toBe(true);
    expect(contains(TWO_PARTS, 1.5, 50.5)).toBe(false);
  });
});

describe('an area', () => {
  test('of a hundredth of a degree at 52.5 north and 2 west is its metres by its metres on the grid', () => {
    // Metres per degree there on WGS84: 67,902.5 by longitude at 52.505 north, 111,276.9 by latitude; grid scale² .999203.
    const tile = { type: 'Polygon' as const, coordinates: [box(-2, 52.5, -1.99, 52.51)] };
    expect(squareKilometres(tile)).toBeCloseTo(0.679025 * 1.112769 * 0.999203, 4);
  });

  test('of a polygon of several parts is their sum, and a hole is taken out', () => {
    const one = { type: 'Polygon' as const, coordinates: [box(0, 50, 1, 51)] };
    expect(squareKilometres(TWO_PARTS) / squareKilometres(one)).toBeCloseTo(2, 2);
    const whole = { type: 'Polygon' as const, coordinates: [WITH_HOLE.coordinates[0]] };
    expect(squareKilometres(WITH_HOLE) / squareKilometres(whole)).toBeCloseTo(15 / 16, 2);
  });
});

const sources = join(new URL('../..', import.meta.url).pathname, '..', 'shared', 'data');
const wards = join(sources, 'geography', 'wards_wd25.csv');
test.skipIf(!existsSync(wards))(
  'areas of wards are the published ones to one part in two thousand (skipped where ../shared/data is absent)',
  () => {
    const published = new Map(
      readFileSync(wards, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => [line.slice(0, 9), Number(line.slice(line.lastIndexOf(',') + 1))]),
    );
    const shapes = readAreas(sources, 'geography/wards_wd25.geojson', 'ward_code');
    expect(shapes).toHaveLength(192);
    for (const { code, geometry } of shapes) {
      const ratio = squareKilometres(geometry) / published.get(code)!;
      expect(Math.abs(ratio - 1)).toBeLessThan(1 / 2000);
    }
  },
);
