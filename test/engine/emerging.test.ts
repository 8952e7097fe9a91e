// Trends and emerging clusters: each class by hand, and the whole from slices of a lattice.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classOf, emergingClusters } from '../../src/engine/emerging.ts';
import { mannKendall } from '../../src/engine/mannKendall.ts';
import { neighboursFromLists } from '../../src/engine/neighbours.ts';
import { createRandom } from '../../src/engine/random.ts';
import { rowStandardised } from '../../src/engine/spatialWeights.ts';
import { lattice } from './referenceCases.ts';

describe('the Mann-Kendall test', () => {
  test('of ten rising values has S = 45, variance 125 and z = 44/√125', () => {
    const found = mannKendall([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(found.s).toBe(45);
    expect(found.variance).toBe(125);
    expect(found.z).toBeCloseTo(44 / Math.sqrt(125), 12);
    expect(found.p).toBeLessThan(0.001);
  });

  test('takes ties out of the variance: 1, 1, 2 has S = 2 and (3·2·11 − 2·1·9)/18', () => {
    const found = mannKendall([1, 1, 2]);
    expect(found.s).toBe(2);
    expect(found.variance).toBeCloseTo(48 / 18, 12);
    expect(found.z).toBeCloseTo(1 / Math.sqrt(48 / 18), 12);
  });

  test('of a series that never changes finds nothing', () => {
    expect(mannKendall([4, 4, 4, 4])).toEqual({ s: 0, variance: 0, z: 0, p: 1 });
  });

  test('turns with the series and does not mind its unit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 30 }), (series) => {
        const { z } = mannKendall(series);
        expect(mannKendall([...series].reverse()).z).toBeCloseTo(-z, 12);
        expect(mannKendall(series.map((x) => 3 * x - 7)).z).toBe(z);
      }),
    );
  });

  test('is refused for two values or a gap', () => {
    expect(() => mannKendall([1, 2])).toThrow(/three moments/);
    expect(() => mannKendall([1, Number.NaN, 2])).toThrow(/moment 1/);
  });
});

const zeros = (n: number) => Array.from({ length: n }, () => 0);
const ones = (n: number, sign = 1) => Array.from({ length: n }, () => sign);

describe('an emerging class', () => {
  test.each([
    ['new', [...zeros(9), 1], 0],
    ['consecutive', [...zeros(8), 1, 1], 1],
    ['sporadic', [...zeros(4), 1, 0, 0, 0, 1, 1], 0],
    ['oscillating', [...zeros(4), -1, 0, 0, 0, 1, 1], 0],
    ['oscillating', [-1, ...zeros(8), 1], 0],
    ['persistent', ones(10), 0],
    ['persistent', [0, ...ones(9)], 0],
    ['intensifying', [0, ...ones(9)], 1],
    ['diminishing', ones(10), -1],
    ['historical', [...ones(9), 0], -1],
    ['none', [...ones(8), 0, 0], 0],
    ['none', zeros(10), 1],
  ])('is %s for %j with trend %i, and the same on the low side', (pattern, signs, trend) => {
    const side = pattern === 'none' ? null : 'high';
    expect(classOf(signs, trend)).toEqual({ pattern, side });
    const turned = { pattern, side: side && 'low' };
    expect(
      classOf(
        signs.map((s) => -s || 0),
        -trend || 0,
      ),
    ).toEqual(turned);
  });
});

describe('emerging clusters over a lattice', () => {
  const weights = rowStandardised(neighboursFromLists(lattice(12, 12)));
  const corner = (i: number) => i % 12 < 4 && i < 48;

  test('find a corner that is high throughout, and nothing far from it', () => {
    const random = createRandom(8);
    const slices = Array.from({ length: 12 }, () =>
      Float64Array.from({ length: 144 }, (_, i) => random.normal() + (corner(i) ? 6 : 0)),
    );
    const found = emergingClusters(slices, weights);
    if (!found.calculated) throw new Error(found.reason);
    expect(found.classes[13]).toEqual({ pattern: 'persistent', side: 'high' });
    expect(found.classes[143].side).not.toBe('high');
    expect(found.slices).toHaveLength(12);
  });

  test('find one that has appeared in the last period as new', () => {
    const random = createRandom(3);
    const slices = Array.from({ length: 10 }, (_, t) =>
      Float64Array.from({ length: 144 }, (__, i) => random.normal() + (t === 9 && corner(i) ? 9 : 0)),
    );
    const found = emergingClusters(slices, weights);
    expect(found.calculated && found.classes[13]).toEqual({ pattern: 'new', side: 'high' });
  });

  test('cannot be calculated from nine periods, and calls a period without any difference no cluster', () => {
    const flat = Array.from({ length: 10 }, () => new Float64Array(144));
    expect(emergingClusters(flat.slice(1), weights)).toEqual({
      calculated: false,
      reason: 'Emerging clusters need at least 10 complete periods; there are 9.',
    });
    const found = emergingClusters(flat, weights);
    expect(found.calculated && found.classes.every((c) => c.pattern === 'none')).toBe(true);
  });

  test('refuse a period with an unknown value', () => {
    const slices = Array.from({ length: 10 }, () => Float64Array.from({ length: 144 }, (_, i) => i));
    slices[4][7] = Number.NaN;
    expect(() => emergingClusters(slices, weights)).toThrow(/area 7/);
  });
});
