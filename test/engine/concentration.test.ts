// Concentration: small cases by hand, the published property of the generalised Gini, and laws.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areasHolding, generalisedGini, gini, lorenz } from '../../src/engine/concentration.ts';

const counts = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 })
  .filter((list) => list.some((count) => count > 0));

describe('concentration', () => {
  test('of 1, 2, 3 and 4 events: Gini is a quarter, and the Lorenz curve bends below the diagonal', () => {
    expect(gini([4, 1, 3, 2])).toBeCloseTo(0.25, 12);
    const { areas, events } = lorenz([4, 1, 3, 2]);
    expect([...areas]).toEqual([0, 0.25, 0.5, 0.75, 1]);
    for (const [i, share] of [0, 0.1, 0.3, 0.6, 1].entries()) expect(events[i]).toBeCloseTo(share, 12);
  });

  test('is none where all are alike and (n − 1)/n where one area has all', () => {
    expect(gini([3, 3, 3])).toBeCloseTo(0, 12);
    expect(gini([0, 0, 0, 9])).toBeCloseTo(0.75, 12);
  });

  test('with fewer events than areas is none when each event has an area of its own, though Gini says otherwise', () => {
    const spread = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
    expect(gini(spread)).toBeCloseTo(0.7, 12);
    expect(generalisedGini(spread)).toBeCloseTo(0, 12);
    // All three in one area of ten: (1/3)(2·10 − 11) − 10/3 + 1.
    expect(generalisedGini([3, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toBeCloseTo(2 / 3, 12);
  });

  test('generalised is the plain Gini when there are at least as many events as areas', () => {
    fc.assert(
      fc.property(counts, (list) => {
        fc.pre(list.reduce((a, b) => a + b, 0) >= list.length);
        expect(generalisedGini(list)).toBeCloseTo(gini(list), 10);
      }),
    );
  });

  test('does not depend on the unit or the order, and lies in [0, 1)', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.001, max: 1000, noNaN: true }), (list, unit) => {
        const g = gini(list);
        expect(gini(list.map((count) => count * unit))).toBeCloseTo(g, 10);
        expect(gini([...list].reverse())).toBeCloseTo(g, 12);
        expect(g).toBeGreaterThanOrEqual(0);
        expect(g).toBeLessThan(1);
        expect(generalisedGini(list)).toBeLessThanOrEqual(g + 1e-12);
      }),
    );
  });

  test('says which share of areas holds half of the events', () => {
    expect(areasHolding(0.5, [1, 1, 1, 1, 6, 0, 0, 0, 0, 0])).toBe(0.1);
    expect(areasHolding(0.7, [1, 1, 1, 1, 6, 0, 0, 0, 0, 0])).toBe(0.2);
    expect(areasHolding(1, [0.1, 0.2, 0.3])).toBe(1);
    expect(() => areasHolding(0, [1])).toThrow(/share of events/);
    expect(() => areasHolding(1.1, [1])).toThrow(/share of events/);
  });

  test('is refused for nothing, no events, and counts that are none', () => {
    for (const statistic of [gini, generalisedGini, lorenz]) {
      expect(() => statistic([])).toThrow(/at least one area/);
      expect(() => statistic([0, 0])).toThrow(/no events/);
      expect(() => statistic([1, -1])).toThrow(/area 1/);
      expect(() => statistic([1, Number.NaN])).toThrow(/area 1/);
      expect(() => statistic([Infinity])).toThrow(/area 0/);
    }
  });

  test('leaves its input as it was', () => {
    const frozen = Object.freeze([3, 1, 2]);
    gini(frozen);
    expect(frozen).toEqual([3, 1, 2]);
  });
});
