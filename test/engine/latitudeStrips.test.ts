// Places in strips of latitude: each place once, in its strip, from west to east; and a search that leaves out nobody within reach.
import { describe, expect, test } from 'vitest';
import { greatCircle } from '../../src/engine/distance.ts';
import { latitudeStrips, type Strips, searchStrip } from '../../src/engine/latitudeStrips.ts';
import { createRandom } from '../../src/engine/random.ts';

const RADIAN = Math.PI / 180;
const EARTH = greatCircle(0, 0, 0, 1) / RADIAN;

function drawn(n: number, west = -3, east = -1, seed = 1) {
  const random = createRandom(seed);
  return {
    lon: Float64Array.from({ length: n }, () => west + (east - west) * random.uniform()),
    lat: Float64Array.from({ length: n }, () => 52 + random.uniform()),
  };
}

/** Places in the ranges of every strip for a point, and how many strips were left out. */
function search(strips: Strips, lon: number, lat: number, reachRadians: number) {
  const range = new Int32Array(2);
  const found: number[] = [];
  let leftOut = 0;
  for (let s = 0; s < strips.count; s++) {
    const [cosine, halfChord] = [Math.cos(lat * RADIAN), Math.sin(reachRadians / 2) ** 2];
    if (!searchStrip(strips, s, lon, lat, cosine, reachRadians, halfChord, range)) leftOut++;
    else found.push(...strips.order.subarray(range[0], range[1]));
  }
  return { found, leftOut };
}

describe('strips', () => {
  const places = drawn(300);
  const reach = 0.1 * RADIAN;
  const strips = latitudeStrips(places, reach);

  test('are a quarter of the reach high, from the southernmost place to the northernmost', () => {
    const height = Math.max(...places.lat) - Math.min(...places.lat);
    expect(strips.count).toBe(Math.ceil(height / 0.025));
    expect(Math.min(...strips.south)).toBe(Math.min(...places.lat));
    expect(Math.max(...strips.north)).toBe(Math.max(...places.lat));
    expect(latitudeStrips(places, 1e-9).count).toBe(256);
    expect(latitudeStrips(places, 10).count).toBe(1);
    expect(latitudeStrips({ lon: [1, 2], lat: [52, 52] }, reach)).toMatchObject({ count: 1 });
    expect([...latitudeStrips({ lon: [], lat: [] }, reach).order]).toEqual([]);
  });

  test('hold each place once, in the strip of its latitude, from west to east', () => {
    expect([...strips.order].sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, i) => i));
    expect([strips.start[0], strips.start[strips.count]]).toEqual([0, 300]);
    for (let s = 0; s < strips.count; s++) {
      const inside = [...strips.order.subarray(strips.start[s], strips.start[s + 1])];
      const lat = inside.map((i) => places.lat[i]);
      if (inside.length === 0) continue;
      expect([strips.south[s], strips.north[s]]).toEqual([Math.min(...lat), Math.max(...lat)]);
      if (s > 0) expect(strips.south[s]).toBeGreaterThan(Math.max(...[...strips.north].slice(0, s)));
      expect(strips.leastCosine[s]).toBeCloseTo(Math.cos(Math.max(...lat) * RADIAN), 12);
      const steps = [...strips.step.subarray(strips.start[s], strips.start[s + 1])];
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
      inside.forEach((i, k) => {
        expect(Math.abs(steps[k] - ((places.lon[i] + 180) / 360) * 2 ** 20)).toBeLessThanOrEqual(1);
      });
    }
    strips.order.forEach((i, k) => {
      const [lon, lat] = [places.lon[i] * RADIAN, places.lat[i] * RADIAN];
      expect(strips.vectors[3 * k + 2]).toBeCloseTo(Math.sin(lat), 12);
      expect(strips.vectors[3 * k + 1]).toBeCloseTo(Math.cos(lat) * Math.sin(lon), 12);
    });
  });

  test('south of the equator the least cosine is that of the southern edge', () => {
    const south = latitudeStrips({ lon: [0, 0], lat: [-60, -59.99] }, reach);
    expect(south.count).toBe(1);
    expect(south.leastCosine[0]).toBeCloseTo(Math.cos(60 * RADIAN), 12);
  });
});

describe('a search', () => {
  test('finds every place within reach, and looks at few that are not', () => {
    const places = drawn(2000);
    for (const degrees of [0.02, 0.1, 0.4]) {
      const reach = degrees * RADIAN;
      const strips = latitudeStrips(places, reach);
      for (const [lon, lat] of [
        [-2, 52.5],
        [-2.99, 52.01],
        [-1.2, 53.05],
      ]) {
        const { found } = search(strips, lon, lat, reach);
        const near = Array.from({ length: 2000 }, (_, i) => i).filter(
          (i) => greatCircle(lon, lat, places.lon[i], places.lat[i]) <= reach * EARTH,
        );
        expect(new Set(found).size).toBe(found.length);
        for (const i of near) expect(found).toContain(i);
        expect(found.length).toBeLessThanOrEqual(1.35 * near.length + 4 * Math.sqrt(near.length) + 4);
      }
    }
  });

  test('leaves out strips beyond the reach to the north and to the south', () => {
    const places = drawn(500);
    const reach = 0.1 * RADIAN;
    const strips = latitudeStrips(places, reach);
    for (const lat of [52.2, 52.8]) {
      const { leftOut } = search(strips, -2, lat, reach);
      const beyond = Array.from({ length: strips.count }, (_, s) => s).filter(
        (s) => strips.south[s] - lat > 0.1001 || lat - strips.north[s] > 0.1001,
      );
      expect(leftOut).toBeGreaterThanOrEqual(beyond.length);
      expect(leftOut).toBeLessThan(strips.count);
    }
    expect(search(strips, -2, 60, reach)).toEqual({ found: [], leftOut: strips.count });
    expect(search(strips, 20, 52.5, reach).found).toEqual([]);
    expect(search(strips, -20, 52.5, reach).found).toEqual([]);
  });

  test('across the date line, and round the pole, looks at the whole strip', () => {
    const places = { lon: [-179.99, 179.99, 0], lat: [52, 52, 52] };
    const reach = 0.1 * RADIAN;
    const strips = latitudeStrips(places, reach);
    for (const lon of [-179.98, 179.98])
      expect(search(strips, lon, 52, reach).found.sort()).toEqual([0, 1, 2]);
    expect(search(strips, 0, 52, reach).found).toEqual([2]);
    const polar = latitudeStrips({ lon: [-90, 90, 0], lat: [89.95, 89.95, 89.95] }, reach);
    expect(search(polar, 45, 89.96, reach).found.sort()).toEqual([0, 1, 2]);
  });

  test('a place at exactly the reach is found', () => {
    const reach = 0.1 * RADIAN;
    for (const lat of [52.1, 51.9]) {
      const strips = latitudeStrips({ lon: [-2], lat: [lat] }, reach);
      expect(search(strips, -2, 52, Math.abs(lat - 52) * RADIAN).found).toEqual([0]);
    }
  });
});
