// Distances between places, against cases known on paper and against each other.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EARTH_RADIUS_M,
  greatCircle,
  pathDistances,
  planar,
  planarDistances,
  squaredAngle,
} from '../../src/engine/distance.ts';

const lon = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -90, max: 90, noNaN: true });

describe('great-circle distance', () => {
  test('a quarter of a meridian is a quarter of the circumference', () => {
    expect(greatCircle(0, 0, 0, 90)).toBeCloseTo((Math.PI / 2) * EARTH_RADIUS_M, 3);
  });

  test('one degree of longitude at 60 degrees north is by the cosine rule', () => {
    const rad = Math.PI / 180;
    const cosine = Math.sin(60 * rad) ** 2 + Math.cos(60 * rad) ** 2 * Math.cos(rad);
    expect(greatCircle(0, 60, 1, 60)).toBeCloseTo(EARTH_RADIUS_M * Math.acos(cosine), 3);
  });

  test('antipodes are half the circumference apart and a place is nowhere from itself', () => {
    expect(greatCircle(0, 0, 180, 0)).toBeCloseTo(Math.PI * EARTH_RADIUS_M, 3);
    expect(greatCircle(-1.9, 52.5, -1.9, 52.5)).toBe(0);
  });

  test('is the same both ways, and the short way across the date line', () => {
    fc.assert(
      fc.property(lon, lat, lon, lat, (a, b, c, d) => {
        expect(greatCircle(a, b, c, d)).toBeCloseTo(greatCircle(c, d, a, b), 6);
      }),
    );
    expect(greatCircle(179.5, 0, -179.5, 0)).toBeCloseTo(greatCircle(0, 0, 1, 0), 4);
  });

  test('the matrix agrees with the haversine to a part in a thousand million', () => {
    fc.assert(
      fc.property(lon, lat, lon, lat, (a, b, c, d) => {
        const expected = greatCircle(a, b, c, d);
        // Past the far side of the Earth the haversine itself loses digits, and below a metre degrees do.
        fc.pre(expected > 10 && expected < 15e6);
        const [got] = pathDistances({ lon: [a], lat: [b] }, { lon: [c], lat: [d] }, 1);
        expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-9 * expected + 1e-8);
      }),
    );
  });

  test('the series and the arcsine meet where one takes over from the other', () => {
    const q = 0.002;
    const angle = 2 * Math.asin(Math.sqrt(q));
    expect(squaredAngle(4 * q * (1 - 1e-12)) / angle ** 2).toBeCloseTo(1, 11);
    expect(squaredAngle(4 * q) / angle ** 2).toBeCloseTo(1, 14);
    expect(squaredAngle(4)).toBeCloseTo(Math.PI ** 2, 12);
  });

  test('path distances are areas by sites, times the detour', () => {
    const areas = { lon: [0, 1], lat: [0, 0] };
    const sites = { lon: [0, 1, 2], lat: [0, 0, 0] };
    const degree = greatCircle(0, 0, 1, 0);
    const expected = [0, 1, 2, 1, 0, 1].map((steps) => steps * degree * 1.3);
    pathDistances(areas, sites).forEach((d, k) => {
      expect(d).toBeCloseTo(expected[k], 3);
    });
  });

  test('what is not a place is refused with its row', () => {
    expect(() => pathDistances({ lon: [0, 200], lat: [0, 0] }, { lon: [], lat: [] })).toThrow(
      /areas, entry 2/,
    );
    expect(() => pathDistances({ lon: [0], lat: [0] }, { lon: [0], lat: [Number.NaN] })).toThrow(
      /sites, entry 1/,
    );
    expect(() => pathDistances({ lon: [0], lat: [0] }, { lon: [0], lat: [-91] })).toThrow(RangeError);
    expect(() => pathDistances({ lon: [0, 1], lat: [0] }, { lon: [], lat: [] })).toThrow(
      /2 longitudes but 1/,
    );
    expect(() => pathDistances({ lon: [0], lat: [0] }, { lon: [0], lat: [0] }, 0.9)).toThrow(/detour/);
  });
});

describe('plane distance', () => {
  test('is Pythagoras', () => {
    expect(planar(0, 0, 3, 4)).toBe(5);
    expect([...planarDistances({ x: [0, 3], y: [0, 4] }, { x: [3], y: [0] })]).toEqual([3, 4]);
  });
});
