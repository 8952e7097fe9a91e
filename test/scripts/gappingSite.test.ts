// `gapping site`, against every possible choice of few candidates.
import { describe, expect, test } from 'vitest';
import { greatCircle } from '../../src/engine/distance.ts';
import { createRandom } from '../../src/engine/random.ts';
import { choices } from './choices.ts';
import { csv, gapping } from './commandLine.ts';

interface Sited {
  sites: string[];
  unmet_before: number;
  unmet_after: number;
  bound: number;
  certified_gap: number;
}

describe('site', () => {
  test('leaves as little unmet as the best of all choices on small maps, and never claims less', async () => {
    const random = createRandom(9);
    const place = () => [-2 + 0.4 * random.uniform(), 52.4 + 0.25 * random.uniform()] as const;
    for (let round = 0; round < 10; round++) {
      const areas = Array.from({ length: 12 }, (_, i) => {
        const [lon, lat] = place();
        return { code: `a${i}`, lon, lat, eligible: random.below(500), gap: 40 * random.uniform() - 10 };
      });
      const sites = Array.from({ length: 7 }, (_, j) => {
        const [lon, lat] = place();
        return { code: `s${j}`, lon, lat, capacity: 5 + random.below(60), cost: 1 + random.below(5) };
      });
      const demand = csv(
        'd.csv',
        'area,lon,lat,eligible,gap',
        areas.map((a) => Object.values(a)),
      );
      const candidates = csv(
        's.csv',
        'site,lon,lat,capacity,cost',
        sites.map((s) => Object.values(s)),
      );
      const shares = sites.map((s) => {
        const weight = areas.map((a) => {
          const d = 1.3 * greatCircle(a.lon, a.lat, s.lon, s.lat);
          return d <= 12_000 ? a.eligible * Math.exp(-0.5 * (d / 4000) ** 2) : 0;
        });
        const all = weight.reduce((sum, w) => sum + w, 0);
        return weight.map((w) => (all > 0 ? (w / all) * s.capacity : 0));
      });
      const unmet = (chosen: readonly number[]) =>
        areas.reduce(
          (sum, a, i) => sum + Math.max(0, a.gap - chosen.reduce((got, k) => got + shares[k][i], 0)),
          0,
        );
      for (const means of [
        ['--sites', '3'],
        ['--budget', '7'],
      ]) {
        const run = await gapping(
          'site',
          '--demand',
          demand,
          '--candidates',
          candidates,
          '--catchment',
          '12000',
          '--decay',
          'gaussian',
          ...means,
        );
        const result: Sited = JSON.parse(run.out);
        const affordable = choices(7, means[0] === '--sites' ? 3 : 7).filter(
          (c) => means[0] === '--sites' || c.reduce((sum, k) => sum + sites[k].cost, 0) <= 7,
        );
        const chosen = result.sites.map((s) => Number(s.slice(1)));
        const best = Math.min(...affordable.map(unmet));
        expect(affordable).toContainEqual(chosen);
        expect(result.unmet_before).toBeCloseTo(unmet([]), 9);
        expect(result.unmet_after).toBeCloseTo(unmet(chosen), 6);
        expect(result.unmet_after).toBeGreaterThanOrEqual(best - 1e-6);
        expect(result.bound).toBeLessThanOrEqual(best + 1e-6);
        const possible = result.unmet_before - result.bound;
        expect(result.certified_gap).toBeCloseTo(
          possible > 0 ? (result.unmet_after - result.bound) / possible : 0,
          6,
        );
      }
    }
  });

  test('refuses eligible people below zero and takes a gap below zero', async () => {
    const sites = csv('s.csv', 'site,lon,lat,capacity', [['s', -1.9, 52.5, 10]]);
    const run = (rows: (string | number)[][]) =>
      gapping(
        'site',
        '--demand',
        csv('d.csv', 'area,lon,lat,eligible,gap', rows),
        '--candidates',
        sites,
        '--sites',
        '1',
        '--catchment',
        '5000',
        '--decay',
        'step',
      );
    const surplus = await run([
      ['a', -1.9, 52.5, 10, -4],
      ['b', -1.9, 52.5, 10, 3],
    ]);
    expect(JSON.parse(surplus.out)).toEqual({
      sites: ['s'],
      unmet_before: 3,
      unmet_after: 0,
      bound: 0,
      certified_gap: 0,
    });
    const bad = await run([['a', -1.9, 52.5, -10, 1]]);
    expect(bad.code).toBe(2);
    expect(bad.messages[0]).toMatch(/d\.csv:2: eligible is "-10", expected a number of 0 or more/);
  });
});
