// False-discovery adjustment: by hand, and its laws.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { falseDiscovery } from '../../src/engine/falseDiscovery.ts';

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

describe('the Benjamini-Hochberg adjustment', () => {
  test('of .01, .02, .03, .5 is .04, .04, .04, .5, in whatever order', () => {
    const found = falseDiscovery([0.5, 0.03, 0.01, 0.02]);
    for (const [i, p] of [0.5, 0.04, 0.04, 0.04].entries()) expect(found[i]).toBeCloseTo(p, 12);
  });

  test('never lowers a p, keeps their order, stays at most 1, and leaves the largest alone', () => {
    fc.assert(
      fc.property(probabilities, (p) => {
        const adjusted = falseDiscovery(p);
        for (let i = 0; i < p.length; i++) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p[i]);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          for (let j = 0; j < p.length; j++)
            if (p[i] <= p[j]) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]);
        }
        if (p.length > 0) expect(Math.max(...adjusted)).toBe(Math.max(...p));
      }),
    );
  });

  test('calls notable what the step-up rule of 1995 does', () => {
    fc.assert(
      fc.property(probabilities, (p) => {
        const sorted = [...p].sort((a, b) => a - b);
        let cut = -1;
        sorted.forEach((x, k) => {
          if ((x * p.length) / (k + 1) <= 0.05) cut = x;
        });
        const adjusted = falseDiscovery(p);
        p.forEach((x, i) => {
          expect(adjusted[i] <= 0.05).toBe(x <= cut);
        });
      }),
    );
  });

  test('leaves out what was not tested', () => {
    expect([...falseDiscovery([0.02, Number.NaN, 0.03])]).toEqual([0.03, Number.NaN, 0.03]);
    expect([...falseDiscovery([])]).toEqual([]);
  });

  test('refuses a p beyond [0, 1], naming the area', () => {
    expect(() => falseDiscovery([0.5, 1.01])).toThrow(/p of area 1/);
    expect(() => falseDiscovery([-0.01])).toThrow(/p of area 0/);
  });
});
