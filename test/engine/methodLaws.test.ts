// Laws the method's text names or its formulas imply, for drawn input: those that no test of one file alone looks at.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/domain/dataset.ts';
import { apportion, weightedMean } from '../../src/engine/apportion.ts';
import { contiguity, type MultiPolygon } from '../../src/engine/contiguity.ts';
import { controlChart } from '../../src/engine/controlChart.ts';
import { maximalCovering } from '../../src/engine/coverage.ts';
import { decay } from '../../src/engine/decay.ts';
import { directlyStandardisedRate } from '../../src/engine/directStandardisation.ts';
import { gapAgainst } from '../../src/engine/gap.ts';
import { gapKind, LITTLE } from '../../src/engine/gapKind.ts';
import { giPermutationP } from '../../src/engine/gi.ts';
import { localMoranPermutationP } from '../../src/engine/localMoran.ts';
import { needRatio } from '../../src/engine/needRatio.ts';
import { asymmetricPair, type Neighbours, neighboursFromLists } from '../../src/engine/neighbours.ts';
import { spearman } from '../../src/engine/ranks.ts';
import { overdispersion, rateWithInterval } from '../../src/engine/rates.ts';
import { reachInPlane } from '../../src/engine/reach.ts';
import { needProvisionClass } from '../../src/engine/relativeGap.ts';
import { selectionFrequency } from '../../src/engine/siting.ts';
import { rowStandardised } from '../../src/engine/spatialWeights.ts';
import { exponentialOfRank } from '../../src/engine/standardise.ts';
import { lattice } from './referenceCases.ts';

const positive = (most: number) => fc.double({ min: 0.01, max: most, noNaN: true });
const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, v) => sum + v, 0);

describe('1 rates', () => {
  const band = fc.record({
    count: fc.integer({ min: 4, max: 300 }),
    people: fc.integer({ min: 300, max: 9000 }),
    standard: fc.integer({ min: 1, max: 500 }),
  });
  const bands = fc.array(band, { minLength: 3, maxLength: 8 });
  const rateOf = (rows: { count: number; people: number; standard: number }[], times = 1) =>
    directlyStandardisedRate(
      rows.map((b) => b.count),
      rows.map((b) => b.people),
      rows.map((b) => b.standard * times),
    );

  test('a standardised rate lies between its bands’ rates and in its interval, whatever unit the standard is in', () => {
    fc.assert(
      fc.property(bands, (rows) => {
        const found = rateOf(rows);
        const each = rows.map((b) => (1000 * b.count) / b.people);
        expect(found?.rate).toBeGreaterThanOrEqual(Math.min(...each) * (1 - 1e-12));
        expect(found?.rate).toBeLessThanOrEqual(Math.max(...each) * (1 + 1e-12));
        expect(found?.lower).toBeLessThan(found?.rate ?? 0);
        expect(found?.upper).toBeGreaterThan(found?.rate ?? 0);
        expect(rateOf(rows, 8)).toEqual(found);
        expect(rateOf([...rows].reverse())?.rate).toBeCloseTo(found?.rate ?? 0, 9);
      }),
    );
  });

  test('a year’s count over m months is 12/m of its rate; more than Poisson only widens the interval', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 500, max: 9000 }),
        fc.integer({ min: 1, max: 48 }),
        positive(6),
        (count, people, months, more) => {
          const year = rateWithInterval(count, people);
          const part = rateWithInterval(count, people, { months });
          expect(part.rate * months).toBeCloseTo(year.rate * 12, 8);
          expect(part.upper * months).toBeCloseTo(year.upper * 12, 8);
          const wide = rateWithInterval(count, people, { dispersion: 1 + more });
          expect(wide.rate).toBe(year.rate);
          expect(wide.upper).toBeGreaterThan(year.upper);
          expect(wide.lower).toBeLessThanOrEqual(year.lower);
        },
      ),
    );
  });

  test('the dispersion is never below 1, ignores the order of areas and areas of nothing, and grows with the counts', () => {
    const years = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 90 })), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(years, (pairs) => {
        const of = (rows: [number, number][], times = 1) =>
          overdispersion(
            rows.map(([a]) => a * times),
            rows.map(([, b]) => b * times),
          );
        const found = of(pairs);
        expect(found).toBeGreaterThanOrEqual(1);
        expect(of([...pairs, [0, 0], [Number.NaN, 3]].reverse() as [number, number][])).toBeCloseTo(found, 9);
        // z² is of the order of the counts: ten times the counts with the same shares is ten times the dispersion.
        if (found > 1) expect(of(pairs, 10)).toBeCloseTo(10 * found, 7);
      }),
    );
  });
});

describe('3 need', () => {
  const column = fc.array(positive(50), { minLength: 6, maxLength: 6 });

  test('is a ratio: no unit, twice the rate alone twice the need, turned over where more is less, more never less', () => {
    fc.assert(
      fc.property(column, column, positive(20), positive(1), positive(40), (a, b, region, share, unit) => {
        const weight = share / (1 + 1e-9);
        const parts = (scale: number, first: number[] = a) => [
          { value: first.map((v) => v * scale), region: region * scale, weight, direction: 1 as const },
          { value: b, region: 7, weight: 1 - weight, direction: -1 as const },
        ];
        const need = needRatio(parts(1));
        needRatio(parts(unit)).forEach((n, i) => {
          expect(Math.abs(n / need[i] - 1)).toBeLessThan(1e-9);
        });
        const more = needRatio(
          parts(
            1,
            a.map((v) => v * 2),
          ),
        );
        more.forEach((n, i) => {
          expect(n / need[i]).toBeCloseTo(2 ** weight, 9);
        });
        const alone = needRatio([{ value: a, region, weight: 1, direction: 1 }]);
        const turned = needRatio([{ value: a, region, weight: 1, direction: -1 }]);
        alone.forEach((n, i) => {
          expect(n).toBe(a[i] / region);
          expect(n * turned[i]).toBeCloseTo(1, 12);
        });
      }),
    );
  });

  test('the Indices’ exponential rises from 0 to 100 and lies below the straight line', () => {
    const rank = fc.double({ min: 1e-6, max: 1, noNaN: true });
    fc.assert(
      fc.property(rank, rank, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map(exponentialOfRank);
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThan(0);
        expect(high).toBeLessThanOrEqual(100 * Math.max(a, b) * (1 + 1e-12));
      }),
    );
  });

  /** LSOAs cut between wards in ten-thousandths, as drawn. */
  const shared = fc
    .array(fc.tuple(fc.nat(4), fc.nat(4), fc.integer({ min: 0, max: 10_000 }), fc.nat(3000)), {
      minLength: 1,
      maxLength: 30,
    })
    .map((rows) => ({
      dataset: {
        wards: { code: ['A', 'B', 'C', 'D', 'E'] },
        shares: {
          lsoa: Int32Array.from(rows.flatMap((_, l) => [l, l])),
          ward: Int32Array.from(rows.flatMap((row) => row.slice(0, 2))),
          parts: Int32Array.from(rows.flatMap(([, , part]) => [part, 10_000 - part])),
        },
      } as unknown as Dataset,
      counts: Float64Array.from(rows, ([, , , count]) => count),
    }));

  test('sums by ward are the sum by LSOA to the last one; an LSOA not known adds nothing', () => {
    fc.assert(
      fc.property(shared, ({ dataset, counts }) => {
        const parts = apportion(dataset, 'ward', counts).map((t) => t * 10_000);
        expect(total(parts.map(Math.round))).toBe(10_000 * total(counts));
        expect(apportion(dataset, 'lsoa', counts)).toEqual(counts);
        const without = counts.map((c, i) => (i === 0 ? Number.NaN : c));
        const zero = counts.map((c, i) => (i === 0 ? 0 : c));
        expect(apportion(dataset, 'ward', without)).toEqual(apportion(dataset, 'ward', zero));
      }),
    );
  });

  test('a score of a ward lies between those of its LSOAs, and is theirs where they agree', () => {
    fc.assert(
      fc.property(shared, ({ dataset, counts }) => {
        const people = counts.map((c) => c + 1);
        const { lsoa, ward, parts } = dataset.shares;
        weightedMean(dataset, 'ward', counts, people).forEach((mean, w) => {
          const own = [...lsoa.keys()]
            .filter((k) => ward[k] === w && parts[k] > 0)
            .map((k) => counts[lsoa[k]]);
          if (own.length === 0) {
            expect(mean).toBeNaN();
            return;
          }
          expect(mean).toBeGreaterThanOrEqual(Math.min(...own) * (1 - 1e-9));
          expect(mean).toBeLessThanOrEqual(Math.max(...own) * (1 + 1e-9));
        });
      }),
    );
  });
});

describe('5 gap', () => {
  const areas = fc.array(fc.tuple(positive(4), positive(900), fc.double({ min: 0, max: 60, noNaN: true })), {
    minLength: 1,
    maxLength: 25,
  });

  test('against a norm the gaps sum to the shortfall; a higher norm never leaves less unmet, more places never more', () => {
    fc.assert(
      fc.property(areas, positive(0.5), (rows, norm) => {
        const [need, people, places] = [0, 1, 2].map((k) => rows.map((row) => row[k]));
        const found = gapAgainst(need, people, places, norm);
        const called = norm * rows.reduce((sum, [n, e]) => sum + n * e, 0);
        expect(found.totalTarget).toBeCloseTo(called, 6);
        expect(total(found.gap)).toBeCloseTo(called - total(places), 6);
        expect(found.unmetShare).toBeGreaterThanOrEqual(0);
        expect(found.unmetShare).toBeLessThanOrEqual(1 + 1e-12);
        expect(gapAgainst(need, people, places, norm * 1.5).unmetPlaces).toBeGreaterThanOrEqual(
          found.unmetPlaces,
        );
        const more = places.map((p, i) => p + (i % 3));
        expect(gapAgainst(need, people, more, norm).unmetPlaces).toBeLessThanOrEqual(found.unmetPlaces);
      }),
    );
  });

  test('the class follows order alone, never falls as need rises, and its thirds hold a third each but for ties', () => {
    const column = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(column, column, (need, access) => {
        const classes = needProvisionClass(need, access);
        expect(needProvisionClass(need.map(Math.log), access.map(Math.sqrt))).toEqual(classes);
        for (const third of [0, 1, 2]) {
          expect([...classes].filter((c) => Math.floor(c / 3) === third)).toHaveLength(3);
          expect([...classes].filter((c) => c % 3 === third)).toHaveLength(3);
        }
        for (let i = 0; i < need.length; i++) {
          for (let j = 0; j < need.length; j++) {
            if (need[i] > need[j])
              expect(Math.floor(classes[i] / 3)).toBeGreaterThanOrEqual(Math.floor(classes[j] / 3));
          }
        }
      }),
    );
  });

  test('the kind is the first step that fails; a step unknown before it leaves the kind unknown', () => {
    const step = fc.constantFrom(true, true, true, false, null);
    const order = ['exists', 'withinReach', 'hasCapacity', 'takesThisAge', 'stillFunded'] as const;
    const kinds = [
      'no service of the tier',
      'none within reach',
      'no capacity known',
      'not for this age',
      'funding ended',
    ];
    const steps = fc.record({
      exists: step,
      withinReach: step,
      hasCapacity: step,
      takesThisAge: step,
      stillFunded: step,
      evidenceRated: step,
    });
    fc.assert(
      fc.property(steps, positive(50), positive(50), (found, gap, places) => {
        const kind = gapKind(found, { gap, places, target: gap + places });
        const first = order.findIndex((name) => found[name] !== true);
        if (first < 0) {
          const little = places < LITTLE * (gap + places);
          const ample = found.evidenceRated ? 'too few places' : 'evidence not rated';
          expect(kind).toBe(little ? 'little within reach' : ample);
        } else {
          const failed = found[order[first]] === false || order[first] === 'hasCapacity';
          expect(kind).toBe(failed ? kinds[first] : 'not known');
        }
        expect(gapKind(found, { gap: -gap, places, target: 0 })).toBe('provision meets need');
        expect(gapKind(found, { gap: Number.NaN, places, target: 0 })).toBe('not known');
      }),
    );
  });

  test('territorial justice is the same both ways, between −1 and 1, follows order alone, and turns with either side', () => {
    const column = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(column, column, (a, b) => {
        const found = spearman(a, b);
        expect(spearman(b, a)).toEqual(found);
        if (Number.isNaN(found)) {
          expect(new Set(a).size === 1 || new Set(b).size === 1).toBe(true);
          return;
        }
        expect(Math.abs(found)).toBeLessThanOrEqual(1 + 1e-12);
        expect(spearman(a.map(Math.exp), b)).toBeCloseTo(found, 12);
        expect(
          spearman(
            a.map((x) => -x),
            b,
          ),
        ).toBeCloseTo(-found, 12);
        expect(spearman(a, a)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('7 hot spots', () => {
  const weights = rowStandardised(neighboursFromLists(lattice(4, 5)));
  const values = fc
    .array(fc.integer({ min: -30, max: 30 }), { minLength: 20, maxLength: 20 })
    .filter((drawn) => new Set(drawn).size > 2);

  test('a permutation p is two-sided: turning high into low changes none, nor does another unit', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -900, max: 900 }), (drawn, doublings) => {
        for (const pOf of [localMoranPermutationP, giPermutationP]) {
          const p = pOf(drawn, weights, { permutations: 199 });
          for (const one of p) {
            expect(one).toBeGreaterThanOrEqual(2 / 200);
            expect(one).toBeLessThanOrEqual(1);
          }
          const turned = drawn.map((v) => -v * 2 ** doublings);
          expect(pOf(turned, weights, { permutations: 199 })).toEqual(p);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('queen neighbours are mutual, nobody’s own, and hold every rook neighbour; islands have none', () => {
    const square = (x: number, y: number): MultiPolygon => [
      [
        [
          [x, y],
          [x + 1, y],
          [x + 1, y + 1],
          [x, y + 1],
          [x, y],
        ],
      ],
    ];
    const row = (found: Neighbours, i: number) => [
      ...found.targets.subarray(found.offsets[i], found.offsets[i + 1]),
    ];
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(35), { minLength: 2, maxLength: 30 }), (cells) => {
        const areas = cells.map((c) => square(c % 6, Math.floor(c / 6)));
        const queen = contiguity(areas, 'queen');
        const rook = contiguity(areas, 'rook');
        expect(asymmetricPair(queen)).toBeNull();
        expect(asymmetricPair(rook)).toBeNull();
        const apart = (i: number, j: number) => [
          Math.abs((cells[i] % 6) - (cells[j] % 6)),
          Math.abs(Math.floor(cells[i] / 6) - Math.floor(cells[j] / 6)),
        ];
        cells.forEach((_, i) => {
          const near = [...cells.keys()].filter((j) => j !== i && Math.max(...apart(i, j)) === 1);
          expect(row(queen, i)).toEqual(near);
          expect(row(rook, i)).toEqual(near.filter((j) => total(apart(i, j)) === 1));
        });
      }),
    );
  });
});

describe('8 siting', () => {
  const point = fc.tuple(fc.nat(20), fc.nat(20));
  const plane = (points: [number, number][]) => ({ x: points.map(([x]) => x), y: points.map(([, y]) => y) });

  test('covering: never above full enumeration, within its certificate of it, and more sites never cover less', () => {
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 3, maxLength: 12 }),
        fc.array(point, { minLength: 2, maxLength: 6 }),
        (areas, sites) => {
          const within = reachInPlane(plane(areas), plane(sites), decay('step', 6));
          const demand = areas.map(([x, y]) => 1 + ((7 * x + 3 * y) % 11));
          const covered = (set: number) =>
            areas.reduce((sum, [x, y], i) => {
              const near = sites.some(([a, b], k) => (set >> k) & 1 && Math.hypot(a - x, b - y) <= 6);
              return sum + (near ? demand[i] : 0);
            }, 0);
          const subsets = [...Array(2 ** sites.length).keys()];
          const size = (set: number) => sites.filter((_, k) => (set >> k) & 1).length;
          let before = 0;
          for (let p = 1; p <= sites.length; p++) {
            const best = Math.max(...subsets.filter((set) => size(set) <= p).map(covered));
            const found = maximalCovering(demand, within, { sites: p });
            expect(found.sites.length).toBeLessThanOrEqual(p);
            expect(found.covered).toBe(covered(found.sites.reduce((set, k) => set | (1 << k), 0)));
            expect(found.covered).toBeLessThanOrEqual(best);
            expect(found.bound).toBeGreaterThanOrEqual(best);
            expect(found.covered).toBeGreaterThanOrEqual(best * (1 - found.certifiedGap) - 1e-9);
            expect(found.covered).toBeGreaterThanOrEqual(before);
            before = found.covered;
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a selection frequency is the share of draws a candidate was in', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat(4)), { minLength: 1, maxLength: 40 }), (draws) => {
        const found = selectionFrequency(5, draws.length, (d) => draws[d]);
        found.forEach((share, k) => {
          expect(share * draws.length).toBeCloseTo(draws.filter((d) => d.includes(k)).length, 9);
        });
      }),
    );
  });
});

describe('9 trends', () => {
  test('a chart moves and stretches with its series, and turned over it has the same signals', () => {
    const series = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(series, fc.integer({ min: -50, max: 50 }), (months, shift) => {
        const below = Number.NEGATIVE_INFINITY;
        const chart = controlChart(months, below);
        // By powers of two and whole numbers, so that a month at a limit stays where it is.
        const other = controlChart(
          months.map((x) => -4 * x),
          below,
        );
        const moved = controlChart(
          months.map((x) => x + shift),
          below,
        );
        if (!chart.calculated || !other.calculated || !moved.calculated) throw new Error('not calculated');
        expect(other.signals).toEqual(chart.signals);
        expect(other.mean).toBe(-4 * chart.mean);
        expect(other.upper).toBeCloseTo(-4 * chart.lower, 9);
        expect(moved.mean).toBeCloseTo(chart.mean + shift, 9);
        expect(moved.upper - moved.lower).toBeCloseTo(chart.upper - chart.lower, 9);
        expect(chart.upper - chart.mean).toBeCloseTo(2.66 * chart.meanRange, 9);
      }),
    );
  });
});
