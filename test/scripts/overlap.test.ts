// Shares of LSOAs in wards by cutting polygons: by hand on squares, and held to the published shares.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AreaShape, readAreas } from '../../scripts/release/geojson.ts';
import { overlapsOf } from '../../scripts/release/overlap.ts';
import { centreOf } from '../../scripts/release/polygons.ts';

const box = (code: string, west: number, east: number, south = 52, north = 52.01): AreaShape => ({
  code,
  properties: {},
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  },
});

describe('shares by area', () => {
  //   |-- W1 --|---- W2 ----|
  //      |-- L --|              a third of L lies in W1
  const wards = [box('W1', 0, 0.01), box('W2', 0.01, 0.05)];

  test('are the parts of the area, largest first, and sum to 1', () => {
    const [first, second] = overlapsOf([box('L', 0.005, 0.02)], wards);
    expect([first.ward, second.ward]).toEqual(['W2', 'W1']);
    expect(first.share).toBeCloseTo(2 / 3, 5);
    expect(second.share).toBeCloseTo(1 / 3, 5);
  });

  test('slivers under a hundredth are two drawings of one border, and left out', () => {
    expect(overlapsOf([box('L', 0.00995, 0.02)], wards)).toEqual([{ lsoa: 'L', ward: 'W2', share: 1 }]);
  });

  test('a ward that only touches has no share', () => {
    expect(overlapsOf([box('L', 0.01, 0.02)], wards)).toEqual([{ lsoa: 'L', ward: 'W2', share: 1 }]);
  });
});

test('the centre of a polygon is its centre of mass', () => {
  const [lon, lat] = centreOf(box('L', 0, 0.02).geometry);
  expect(lon).toBeCloseTo(0.01, 9);
  expect(lat).toBeCloseTo(52.005, 9);
});

const sources = join(new URL('../..', import.meta.url).pathname, '..', 'shared', 'data');
const published = join(sources, 'geography', 'overlap_lsoa21_wd25_area.csv');
test.skipIf(!existsSync(published))(
  'shares of one authority are the published ones to a hundredth (skipped where ../shared/data is absent)',
  () => {
    const shares = new Map(
      readFileSync(published, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
        .map(([lsoa, ward, share]) => [`${lsoa} ${ward}`, Number(share)]),
    );
    const lsoas = readAreas(sources, 'geography/lsoa21.geojson', 'lsoa21_code').filter(
      ({ properties }) => properties.lad_code === 'E08000029',
    );
    const wards = readAreas(sources, 'geography/wards_wd25.geojson', 'ward_code');
    const cut = overlapsOf(lsoas, wards);
    expect(new Set(cut.map(({ lsoa }) => lsoa)).size).toBe(lsoas.length);
    // A share near the sliver's bound may stand in one list and not in the other.
    for (const { lsoa, ward, share } of cut)
      expect(Math.abs(share - (shares.get(`${lsoa} ${ward}`) ?? 0))).toBeLessThan(0.015);
  },
);
