// Hot spots: cores and neighbours told apart, islands and unknowns left untested, and the kernels' own p.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/engine/analyse.ts';
import { falseDiscovery } from '../../src/engine/falseDiscovery.ts';
import { giPermutationP } from '../../src/engine/gi.ts';
import { clusterValues, hotspotsOf } from '../../src/engine/hotspots.ts';
import { localMoranPermutationP } from '../../src/engine/localMoran.ts';
import { type Neighbours, neighboursFromLists } from '../../src/engine/neighbours.ts';
import { notableClusters } from '../../src/engine/notableClusters.ts';
import { assuncaoReis } from '../../src/engine/smoothing.ts';
import { rowStandardised } from '../../src/engine/spatialWeights.ts';
import { monthlyCounts, tinyQuestion, tinyRegion } from './tinyRegion.ts';

const SIDE = 12;
const cell = (x: number, y: number) => y * SIDE + x;

/** Squares of a chessboard, each touching up to eight others. */
function board(): Neighbours {
  const lists = Array.from({ length: SIDE * SIDE }, (_, i) => {
    const x = i % SIDE;
    const y = Math.floor(i / SIDE);
    const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [x + dx, y + dy]));
    return around
      .filter(([a, b]) => a >= 0 && b >= 0 && a < SIDE && b < SIDE && (a !== x || b !== y))
      .map(([a, b]) => cell(a, b));
  });
  return neighboursFromLists(lists);
}

/** Low noise everywhere, and a block of four by four that is high. */
function withBlock(): Float64Array {
  return Float64Array.from({ length: SIDE * SIDE }, (_, i) => {
    const inBlock = i % SIDE >= 2 && i % SIDE <= 5 && i >= cell(0, 2) && i < cell(0, 6);
    return (inBlock ? 10 : 0) + ((i * 37) % 11) / 10;
  });
}

const settings = {
  statistic: 'gi-star',
  of: 'a block',
  permutations: 9999,
  level: 0.05,
  seed: 1,
} as const;

describe('notable clusters', () => {
  test('the middle of a high block is a core, and a far corner is none', () => {
    for (const statistic of ['gi-star', 'local-moran'] as const) {
      const found = notableClusters(withBlock(), board(), { ...settings, statistic });
      expect(found.role[cell(3, 3)]).toBe('core high');
      expect(found.role[cell(11, 11)]).toBe('none');
      expect(found.found.clustersHigh).toHaveLength(1);
      expect(found.found.clustersHigh[0]).toContain(cell(3, 3));
      expect(found.global.p).toBe(2 / 1000);
      expect(found.global.moran).toBeGreaterThan(0.5);
    }
  });

  test('a neighbour is high itself, touches a core and is none; every cluster holds a core', () => {
    const values = withBlock();
    const touching = board();
    const found = notableClusters(values, touching, { ...settings, permutations: 199 });
    const mean = values.reduce((a, b) => a + b) / values.length;
    found.role.forEach((role, i) => {
      const around = [...touching.targets.subarray(touching.offsets[i], touching.offsets[i + 1])];
      if (role === 'neighbour high') {
        expect(values[i]).toBeGreaterThan(mean);
        expect(found.pAdjusted[i]).toBeGreaterThan(settings.level);
        expect(around.some((j) => found.role[j] === 'core high')).toBe(true);
      }
      if (role === 'core high') expect(found.pAdjusted[i]).toBeLessThanOrEqual(settings.level);
    });
    for (const cluster of found.found.clustersHigh)
      expect(cluster.some((i) => found.role[i] === 'core high')).toBe(true);
  });

  test('a single high area in low surroundings stands out and is no core', () => {
    const values = Float64Array.from(
      { length: SIDE * SIDE },
      (_, i) => (i % SIDE < 6 ? 0 : 10) + (i % 5) / 9,
    );
    values[cell(2, 5)] = 40;
    const found = notableClusters(values, board(), { ...settings, statistic: 'local-moran' });
    expect(found.role[cell(2, 5)]).toBe('high-low');
    expect(found.found.outliers).toBeGreaterThanOrEqual(1);
  });

  test('with every area known the p are the kernels’, adjusted over all', () => {
    const weights = rowStandardised(board());
    const options = { permutations: 499, seed: 3 };
    const gi = notableClusters(withBlock(), board(), { ...settings, ...options });
    expect(gi.p).toEqual(giPermutationP(withBlock(), weights, options));
    expect(gi.pAdjusted).toEqual(falseDiscovery(gi.p));
    const moran = notableClusters(withBlock(), board(), {
      ...settings,
      ...options,
      statistic: 'local-moran',
    });
    expect(moran.p).toEqual(localMoranPermutationP(withBlock(), weights, options));
  });

  test('an area not known is not tested, and who touches only it is an island', () => {
    const values = Float64Array.of(Number.NaN, 1, 5, 2, 6, 3, 7);
    const touching = neighboursFromLists([[1], [0], [3], [2, 4], [3, 5], [4, 6], [5]]);
    const found = notableClusters(values, touching, { ...settings, permutations: 99 });
    expect(found.role[0]).toBe('not known');
    expect(found.role[1]).toBe('island');
    expect([found.value[0], found.p[0], found.value[1], found.p[1]]).toEqual(new Array(4).fill(Number.NaN));
    expect(found.found).toMatchObject({ notKnown: 1, islands: 1, tested: 5 });
  });

  test('values that are all alike have no cluster and no global figure', () => {
    const found = notableClusters(new Float64Array(6).fill(2), tinyTouching(6), settings);
    expect(found.role).toEqual(new Array(6).fill('none'));
    expect(found.global.moran).toBeNaN();
  });

  test('fewer than four known areas are refused in a sentence', () => {
    expect(() => notableClusters(Float64Array.of(1, 2, Number.NaN), tinyTouching(3), settings)).toThrow(
      /at least four areas; 2 are known/,
    );
  });

  test('every area has one role, and the counts add up to the areas', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ min: 0, max: 9, noNaN: true }), fc.constant(Number.NaN)), {
          minLength: 8,
          maxLength: 40,
        }),
        fc.constantFrom('gi-star' as const, 'local-moran' as const),
        (list, statistic) => {
          fc.pre(list.filter((v) => !Number.isNaN(v)).length >= 4);
          const found = notableClusters(Float64Array.from(list), tinyTouching(list.length), {
            ...settings,
            statistic,
            permutations: 49,
          });
          const none = found.role.filter((r) => r === 'none').length;
          const { coresHigh, neighboursHigh, coresLow, neighboursLow, outliers, islands, notKnown } =
            found.found;
          const named = coresHigh + neighboursHigh + coresLow + neighboursLow + outliers;
          expect(named + islands + notKnown + none).toBe(list.length);
          list.forEach((v, i) => {
            expect(found.role[i] === 'not known').toBe(Number.isNaN(v));
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('hot spots of a question', () => {
  const dataset = tinyRegion();

  test('tests the need, a count as standardised rates, or a score as published', () => {
    for (const [of, words] of [
      ['need', 'the need, as the logarithm of its ratio to the region'],
      ['robbery', 'robbery, as Assunção-Reis standardised rates'],
      ['income', 'income deprivation'],
    ]) {
      const question = tinyQuestion({
        level: 'lsoa',
        hotspots: { statistic: 'gi-star', of, permutations: 99, level: 0.05 },
      });
      const found = hotspotsOf(dataset, question, analyse(dataset, question));
      expect(found.of).toBe(words);
      expect(found.found.tested).toBe(12);
    }
  });

  test('a measure is tested on the base of its column in the table: residents as published, not the sum of age bands', () => {
    // The census perturbs its age bands, so that they sum to a few more or less than the residents it publishes.
    const published = dataset.residents.map((people, i) => people + 70 * (i % 3));
    const region = tinyRegion({ residents: published });
    const need = [
      { measure: 'robbery', weight: 1 },
      { measure: 'income', weight: 1 },
    ];
    for (const [k, of] of ['robbery', 'income'].entries()) {
      const question = tinyQuestion({ need, hotspots: { ...tinyQuestion().hotspots, of } });
      const workings = analyse(region, question);
      const column = workings.measures[k];
      const expected = of === 'income' ? column.value : assuncaoReis(column.count, column.base);
      const { values, tested } = clusterValues(region, question, workings);
      expect([...values]).toEqual([...expected]);
      expect(tested).toEqual(column);
    }
  });

  test('an area without any need is low, not unknown', () => {
    const counts = monthlyCounts((i) => (i === 0 ? 0 : 3 + i));
    const region = tinyRegion({
      counts: new Map([
        ['Violence', counts],
        ['Robbery', monthlyCounts(() => 0)],
      ]),
    });
    const question = tinyQuestion({
      level: 'lsoa',
      smoothed: false,
      hotspots: { ...tinyQuestion().hotspots, permutations: 99 },
    });
    const { values } = clusterValues(region, question, analyse(region, question));
    expect(values[0]).toBeCloseTo(values[1] - Math.LN2, 9);
    expect(hotspotsOf(region, question, analyse(region, question)).found.notKnown).toBe(0);
  });

  test('an LSOA without records is not known, at its own level', () => {
    const question = tinyQuestion({
      level: 'lsoa',
      hotspots: { ...tinyQuestion().hotspots, permutations: 99 },
    });
    const holed = tinyRegion({ unrecorded: [4] });
    expect(hotspotsOf(holed, question, analyse(holed, question)).role[4]).toBe('not known');
  });

  test('a measure the release does not have, or neighbours not loaded, is said in a sentence', () => {
    const question = tinyQuestion({ hotspots: { ...tinyQuestion().hotspots, of: 'gang names' } });
    expect(() => hotspotsOf(dataset, question, analyse(dataset, question))).toThrow(
      /"gang names" is not part/,
    );
    const bare = tinyRegion({ neighbours: undefined });
    expect(() => hotspotsOf(bare, tinyQuestion(), analyse(bare, tinyQuestion()))).toThrow(/not been loaded/);
  });
});

function tinyTouching(count: number): Neighbours {
  return neighboursFromLists(
    Array.from({ length: count }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < count)),
  );
}
