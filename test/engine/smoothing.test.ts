// Empirical Bayes: the check values, the reference answers, and the laws a smoothed rate keeps.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neighboursFromLists } from '../../src/engine/neighbours.ts';
import { assuncaoReis, posterior, smoothGlobally, smoothLocally } from '../../src/engine/smoothing.ts';
import { lattice, worstDifference } from './referenceCases.ts';
import { sharedFixture } from './sharedFixture.ts';

const O = [30, 5, 80, 2, 12];
const n = [1000, 400, 2500, 150, 900];
const chain = neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]]);

const areas = fc
  .array(
    fc.record({
      people: fc.integer({ min: 1, max: 9000 }),
      share: fc.double({ min: 0, max: 0.2, noNaN: true }),
    }),
    {
      minLength: 2,
      maxLength: 30,
    },
  )
  .map((list) => ({
    counts: list.map(({ people, share }) => Math.floor(people * share)),
    people: list.map((area) => area.people),
  }));

describe('global empirical Bayes', () => {
  test('gives the check values', () => {
    const { mean, variance, rates } = smoothGlobally(O, n);
    expect(mean).toBeCloseTo(0.0260606, 7);
    expect(variance).toBeCloseTo(4.384757e-5, 11);
    const truth = [0.0285315, 0.0206055, 0.0308592, 0.0234958, 0.0183953];
    for (const [i, rate] of truth.entries()) expect(rates[i]).toBeCloseTo(rate, 7);
  });

  test('puts every rate between the area’s own and the mean, never below zero, by its weight', () => {
    fc.assert(
      fc.property(areas, ({ counts, people }) => {
        const { rates, weights, mean, variance } = smoothGlobally(counts, people);
        expect(variance).toBeGreaterThanOrEqual(0);
        for (let i = 0; i < counts.length; i++) {
          const own = counts[i] / people[i];
          expect(rates[i]).toBeGreaterThanOrEqual(Math.min(own, mean) - 1e-15);
          expect(rates[i]).toBeLessThanOrEqual(Math.max(own, mean) + 1e-15);
          expect(weights[i]).toBeGreaterThanOrEqual(0);
          expect(weights[i]).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('trusts the larger of two areas more', () => {
    const { weights } = smoothGlobally(O, n);
    const bySize = [...n.keys()].sort((a, b) => n[a] - n[b]);
    for (let k = 1; k < bySize.length; k++)
      expect(weights[bySize[k]]).toBeGreaterThan(weights[bySize[k - 1]]);
  });

  test('gives everyone the mean where rates differ less than chance would make them', () => {
    const { rates, weights, variance } = smoothGlobally([10, 11, 9], [1000, 1000, 1000]);
    expect(variance).toBe(0);
    expect([...weights]).toEqual([0, 0, 0]);
    for (const rate of rates) expect(rate).toBeCloseTo(0.01, 15);
  });

  test('without any events every rate is zero', () => {
    expect([...smoothGlobally([0, 0], [10, 20]).rates]).toEqual([0, 0]);
  });

  test('does not know the rate of an area of nobody or of an unknown count, and leaves it out of the mean', () => {
    const all = smoothGlobally([...O, 0, Number.NaN, 3], [...n, 0, 500, Number.NaN]);
    const some = smoothGlobally(O, n);
    expect(all.mean).toBe(some.mean);
    expect([...all.rates]).toEqual([...some.rates, Number.NaN, Number.NaN, Number.NaN]);
  });

  test('refuses events among nobody, counts or people below zero, no people, and columns that do not match', () => {
    expect(() => smoothGlobally([1, 2], [5, 0])).toThrow(/Area 1 has 2 events among a population of 0/);
    expect(() => smoothGlobally([1, -2], [5, 5])).toThrow(/Area 1/);
    expect(() => smoothGlobally([1, 2], [5, -5])).toThrow(/Area 1/);
    expect(() => smoothGlobally([1, Infinity], [5, 5])).toThrow(/Area 1/);
    expect(() => smoothGlobally([1, 2], [5, Infinity])).toThrow(/Area 1/);
    expect(() => smoothGlobally([0], [0])).toThrow(/No area has people/);
    expect(() => smoothGlobally([1], [5, 5])).toThrow(/1 counts but 2 populations/);
  });
});

describe('local empirical Bayes', () => {
  test('over a window of everybody is the global one', () => {
    const everybody = neighboursFromLists(O.map((_, i) => O.map((__, j) => j).filter((j) => j !== i)));
    const local = smoothLocally(O, n, everybody);
    const global = smoothGlobally(O, n);
    expect(worstDifference(local.rates, [...global.rates])).toBeLessThan(1e-12);
    expect(
      worstDifference(
        local.variances,
        O.map(() => global.variance),
      ),
    ).toBeLessThan(1e-12);
  });

  test('leaves an island its own rate, and does not use unknown neighbours', () => {
    const { rates, means } = smoothLocally([5, 3, 0], [100, 50, 0], neighboursFromLists([[2], [], [0]]));
    expect(rates[0]).toBeCloseTo(0.05, 15);
    expect(rates[1]).toBeCloseTo(0.06, 15);
    expect(means[0]).toBeCloseTo(0.05, 15);
    expect(rates[2]).toBeNaN();
  });

  test('keeps each rate between the area’s own and its window’s mean', () => {
    fc.assert(
      fc.property(areas, ({ counts, people }) => {
        const { rates, means } = smoothLocally(
          counts,
          people,
          neighboursFromLists(lattice(1, counts.length)),
        );
        for (let i = 0; i < counts.length; i++) {
          const own = counts[i] / people[i];
          expect(rates[i]).toBeGreaterThanOrEqual(Math.min(own, means[i]) - 1e-15);
          expect(rates[i]).toBeLessThanOrEqual(Math.max(own, means[i]) + 1e-15);
        }
      }),
    );
  });

  test('refuses neighbours of another number of areas', () => {
    expect(() => smoothLocally([1, 2], [5, 5], chain)).toThrow(/2 areas but neighbours of 5/);
  });
});

describe('Assunção-Reis z', () => {
  test('uses the sampling variance alone where the sum would be negative', () => {
    // Equal rates: a = −b/n̄, so a + b/n is negative for the area above the mean size.
    const z = assuncaoReis([10, 31, 20], [1000, 3000, 2000]);
    const b = 61 / 6000;
    const r = 31 / 3000;
    expect(z[1]).toBeCloseTo((r - b) / Math.sqrt(b / 3000), 10);
  });

  test('is unknown where the rate is, and everywhere without events', () => {
    expect(assuncaoReis([1, 0, 2], [10, 0, 10])[1]).toBeNaN();
    expect([...assuncaoReis([0, 0], [10, 10])]).toEqual([Number.NaN, Number.NaN]);
    expect([...assuncaoReis([0], [0])]).toEqual([Number.NaN]);
  });
});

describe('the posterior for simulation', () => {
  test('has the smoothed rate as its mean', () => {
    fc.assert(
      fc.property(areas, ({ counts, people }) => {
        fc.pre(counts.some((count) => count > 0));
        const { shape, rate } = posterior(counts, people);
        const { rates } = smoothGlobally(counts, people);
        for (let i = 0; i < counts.length; i++) expect(shape[i] / rate[i]).toBeCloseTo(rates[i], 10);
      }),
    );
  });

  test('has shape m²/A + O and rate m/A + n', () => {
    const { mean, variance } = smoothGlobally(O, n);
    const { shape, rate } = posterior(O, n);
    expect(shape[2]).toBeCloseTo((mean * mean) / variance + 80, 9);
    expect(rate[2]).toBeCloseTo(mean / variance + 2500, 9);
  });

  test('is that of all areas together where A is 0, and unknown where the rate is', () => {
    const { shape, rate } = posterior([10, 11, 9, 0], [1000, 1000, 1000, 0]);
    expect([...shape]).toEqual([30, 30, 30, Number.NaN]);
    expect([...rate]).toEqual([3000, 3000, 3000, Number.NaN]);
  });
});

interface Sids {
  vars: Record<'BIR74' | 'SID74' | 'BIR79' | 'SID79', number[]>;
  neighbours: { queen: number[][] };
  expected: Record<
    'EB74_queen' | 'EB79_queen',
    {
      global: { est: number[]; params: { a: number; b: number } };
      local_geoda_self: { est: number[]; a: number[]; m: number[] };
      assuncao_reis: { z: number[] };
    }
  >;
}
const sids = sharedFixture<Sids>('nc_sids.json');

describe.skipIf(!sids)('the reference answers (checked only where ../shared/fixtures is present)', () => {
  test.each(['74', '79'] as const)('North Carolina 19%s: global, local and Assunção-Reis', (year) => {
    if (!sids) return;
    const counts = sids.vars[`SID${year}`];
    const people = sids.vars[`BIR${year}`];
    const truth = sids.expected[`EB${year}_queen`];
    const global = smoothGlobally(counts, people);
    expect(worstDifference(global.rates, truth.global.est)).toBeLessThan(1e-9);
    expect(
      worstDifference([global.variance, global.mean], [truth.global.params.a, truth.global.params.b]),
    ).toBeLessThan(1e-9);
    const local = smoothLocally(counts, people, neighboursFromLists(sids.neighbours.queen));
    // A window without any event has no rate in the reference, 0/0; its rate is 0 here.
    const windows = truth.local_geoda_self.est.map((rate, i) =>
      truth.local_geoda_self.m[i] === 0 ? 0 : rate,
    );
    expect(worstDifference(local.rates, windows)).toBeLessThan(1e-9);
    expect(worstDifference(local.means, truth.local_geoda_self.m)).toBeLessThan(1e-9);
    expect(worstDifference(local.variances, truth.local_geoda_self.a)).toBeLessThan(1e-9);
    expect(worstDifference(assuncaoReis(counts, people), truth.assuncao_reis.z)).toBeLessThan(1e-9);
  });
});
