// Clustering statistics against the reference answers, to 1e-9 relative.
import { describe, expect, test } from 'vitest';
import { falseDiscovery } from '../../src/engine/falseDiscovery.ts';
import { geary } from '../../src/engine/geary.ts';
import { gi, giStar } from '../../src/engine/gi.ts';
import { localMoran, localMoranPermutationP } from '../../src/engine/localMoran.ts';
import { globalMoran } from '../../src/engine/moran.ts';
import { globalMoranPermutation } from '../../src/engine/moranPermutation.ts';
import { permuteLags } from '../../src/engine/permutation.ts';
import { spatialLag } from '../../src/engine/spatialWeights.ts';
import { columbus, referenceCases, worstDifference } from './referenceCases.ts';
import { sharedFixture } from './sharedFixture.ts';

const near = 1e-9;
const absent = referenceCases.length === 0;

function expectMoments(
  found: { statistic: number; expected: number; variance: number; z: number; p: number },
  truth: { statistic: number; estimate: number; expectation: number; variance: number; p: number },
) {
  expect(
    worstDifference(
      [found.statistic, found.expected, found.variance, found.z, found.p],
      [truth.estimate, truth.expectation, truth.variance, truth.statistic, truth.p],
    ),
  ).toBeLessThan(near);
}

describe.skipIf(absent)('the reference answers (checked only where ../shared/fixtures is present)', () => {
  test('nine cases are read', () => {
    expect(referenceCases).toHaveLength(9);
  });

  test.each(referenceCases)('$name: global Moran in three forms', ({ values, rows, ones, expected }) => {
    expectMoments(globalMoran(values, rows), expected.moran.randomisation_two_sided);
    expectMoments(globalMoran(values, rows, 'normality'), expected.moran.normality_two_sided);
    expectMoments(globalMoran(values, ones), expected.moran.randomisation_B);
  });

  test.each(referenceCases)('$name: Geary', ({ values, rows, expected }) => {
    expectMoments(geary(values, rows), expected.geary.randomisation_two_sided);
  });

  test.each(referenceCases)('$name: spatial lag', ({ values, rows, expected }) => {
    expect(worstDifference(spatialLag(rows, values), expected.lagW)).toBeLessThan(near);
  });

  test.each(referenceCases)('$name: local Moran with conditional moments', ({ values, rows, expected }) => {
    const n = values.length;
    const found = localMoran(values, rows);
    const truth = expected.localMoran;
    // The reference divides by Σz²/n, we by Σz²/(n − 1).
    const ours = (column: (number | null)[], power: number) =>
      column.map((x) => (x === null ? null : x * ((n - 1) / n) ** power));
    expect(worstDifference(found.statistic, ours(truth.Ii, 1), 1e-5)).toBeLessThan(near);
    expect(worstDifference(found.expected, ours(truth.E_conditional, 1))).toBeLessThan(near);
    expect(worstDifference(found.variance, ours(truth.Var_conditional, 2))).toBeLessThan(near);
    expect(worstDifference(found.z, truth.Z_conditional, 1e-3)).toBeLessThan(near);
    expect(worstDifference(found.p, truth.p_two_sided_conditional)).toBeLessThan(near);
    expect(worstDifference(falseDiscovery(found.p), expected.p_fdr_conditional)).toBeLessThan(near);
  });

  test.each(referenceCases)('$name: Gi and Gi*, whichever weights', ({ values, rows, ones, expected }) => {
    const truth = expected.localG;
    expect(worstDifference(gi(values, rows).z, truth.G_z_W, 1e-3)).toBeLessThan(near);
    expect(worstDifference(gi(values, ones).z, truth.G_z_B, 1e-3)).toBeLessThan(near);
    expect(worstDifference(giStar(values, rows).z, truth.Gstar_z_W, 1e-3)).toBeLessThan(near);
    expect(worstDifference(giStar(values, ones).z, truth.Gstar_z_B, 1e-3)).toBeLessThan(near);
  });

  test('Columbus crime: a global permutation agrees with the reference’s in mean and spread', () => {
    const [{ values, rows, expected }] = referenceCases;
    const reference = expected.moran.mc;
    const found = globalMoranPermutation(values, rows, { permutations: 20_000, seed: 4 });
    const spread = reference?.sd ?? Number.NaN;
    expect(Math.abs(found.mean - -1 / 48)).toBeLessThan((4 * spread) / Math.sqrt(20_000));
    expect(Math.abs(found.standardDeviation / spread - 1)).toBeLessThan(0.03);
    expect(found.p).toBeLessThan(0.001);
  });
});

interface ExactRow {
  i: number;
  k: number;
  exact: boolean;
  N: number;
  p_ge: number;
  p_le: number;
}
const exact = sharedFixture<{ rows: ExactRow[] }>('columbus_perm_exact.json');

describe.skipIf(!exact || !columbus)(
  'permutation p (checked only where ../shared/fixtures is present)',
  () => {
    const permutations = 99_999;
    const { values, rows } = referenceCases[0] ?? {};

    test('every tail lies within 4 Monte Carlo standard errors of full enumeration', () => {
      const tails = permuteLags(values, rows, { permutations, seed: 1 });
      const mean = values.reduce((a, b) => a + b) / values.length;
      let worst = 0;
      for (const row of exact?.rows ?? []) {
        // The fixture's tails are of I; where z is negative these are the lag's, exchanged.
        const above = values[row.i] > mean;
        const [ge, le] = above ? [row.p_ge, row.p_le] : [row.p_le, row.p_ge];
        const error = (p: number) =>
          Math.sqrt(p * (1 - p) * (1 / permutations + (row.exact ? 0 : 1 / row.N)));
        worst = Math.max(
          worst,
          Math.abs(tails.atLeast[row.i] / permutations - ge) / error(ge),
          Math.abs(tails.atMost[row.i] / permutations - le) / error(le),
        );
      }
      expect(worst).toBeLessThan(4);
      expect(worst).toBeGreaterThan(0.1); // 98 tails: all of them nearer than this would be too good to be drawn
    });

    test('the two-sided p is twice the smaller tail', () => {
      const p = localMoranPermutationP(values, rows, { permutations, seed: 2 });
      for (const row of exact?.rows ?? []) {
        const truth = Math.min(1, 2 * Math.min(row.p_ge, row.p_le));
        const error = 2 * Math.sqrt((truth / 2) * (1 - truth / 2) * (1 / permutations + 1e-6));
        expect(Math.abs(p[row.i] - truth)).toBeLessThan(4 * error + 3 / permutations);
      }
    });
  },
);
