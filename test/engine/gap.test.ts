// Fair share, norm, relative gap and class: hand cases and laws.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fairShareGap, fairYardstick, gapAgainst } from '../../src/engine/gap.ts';
import { percentiles } from '../../src/engine/ranks.ts';
import { CLASS_UNKNOWN, needProvisionClass, relativeGap } from '../../src/engine/relativeGap.ts';

const NaN_ = Number.NaN;
// In eighths: sums of such numbers are not drowned by the smallest doubles there are.
const amount = fc.integer({ min: 0, max: 8000 }).map((eighths) => eighths / 8);
const areas = fc.array(
  fc.record({
    need: fc.oneof(
      { weight: 9, arbitrary: fc.double({ min: 0.01, max: 5, noNaN: true }) },
      fc.constant(NaN_),
    ),
    eligible: fc.integer({ min: 0, max: 5000 }),
    places: fc.oneof({ weight: 9, arbitrary: amount }, fc.constant(NaN_)),
  }),
  { minLength: 1, maxLength: 40 },
);
const columns = (rows: { need: number; eligible: number; places: number }[]) =>
  [rows.map((r) => r.need), rows.map((r) => r.eligible), rows.map((r) => r.places)] as const;
const knownSum = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((total, v) => (Number.isNaN(v) ? total : total + v), 0);

describe('gap against a fair share', () => {
  test('three areas by hand', () => {
    // Σ N E = 200 + 100 + 100 = 400, C = 40: a tenth of a place per unit of need.
    const gap = fairShareGap([2, 1, 0.5], [100, 100, 200], [5, 10, 25]);
    expect([...gap.target]).toEqual([20, 10, 10]);
    expect([...gap.gap]).toEqual([15, 0, -15]);
    expect(gap.yardstick).toBeCloseTo(0.1, 15);
    expect(gap.totalPlaces).toBe(40);
    expect(gap.totalTarget).toBeCloseTo(40, 12);
    expect(gap.unmetPlaces).toBe(15);
    expect(gap.unmetShare).toBeCloseTo(15 / 40, 15);
  });

  test('the gaps sum to zero, and U is Σ|gap| / 2C', () => {
    fc.assert(
      fc.property(areas, (rows) => {
        const gap = fairShareGap(...columns(rows));
        fc.pre(gap.yardstick > 0);
        expect(Math.abs(knownSum(gap.gap))).toBeLessThanOrEqual(1e-9 * gap.totalPlaces);
        const moved = knownSum(gap.gap.map(Math.abs)) / (2 * gap.totalPlaces);
        expect(gap.unmetShare).toBeCloseTo(moved, 9);
        expect(gap.unmetShare).toBeGreaterThanOrEqual(0);
        expect(gap.unmetShare).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test('need counted on another scale gives the same gaps', () => {
    fc.assert(
      fc.property(areas, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (rows, factor) => {
        const one = fairShareGap(...columns(rows));
        const other = fairShareGap(...columns(rows.map((r) => ({ ...r, need: r.need * factor }))));
        one.gap.forEach((g, i) => {
          if (Number.isNaN(g)) expect(other.gap[i]).toBeNaN();
          else expect(Math.abs(other.gap[i] - g)).toBeLessThanOrEqual(1e-9 * one.totalPlaces);
        });
      }),
    );
  });

  test('the order of areas does not matter', () => {
    fc.assert(
      fc.property(areas, (rows) => {
        const one = fairShareGap(...columns(rows));
        const back = fairShareGap(...columns([...rows].reverse())).gap.reverse();
        one.gap.forEach((g, i) => {
          if (Number.isNaN(g)) expect(back[i]).toBeNaN();
          else expect(Math.abs(back[i] - g)).toBeLessThanOrEqual(1e-9 * one.totalPlaces);
        });
      }),
    );
  });

  test('an area that is not known is left out of every sum and has no gap', () => {
    for (const at of [0, 1, 2] as const) {
      const column = [
        [1, 1],
        [10, 10],
        [4, 6],
      ];
      column[at] = [...column[at], NaN_];
      for (const other of [0, 1, 2]) if (other !== at) column[other] = [...column[other], 7];
      const gap = fairShareGap(column[0], column[1], column[2]);
      expect([...gap.gap]).toEqual([1, -1, NaN_]);
      expect(gap.target[2]).toBeNaN();
      expect(gap.totalPlaces).toBe(10);
    }
  });

  test('without need, or without any known area, there is no fair share', () => {
    for (const gap of [
      fairShareGap([0, 0], [5, 5], [1, 2]),
      fairShareGap([NaN_], [5], [1]),
      fairShareGap([], [], []),
    ]) {
      expect(gap.yardstick).toBeNaN();
      expect(gap.unmetShare).toBeNaN();
      expect(gap.unmetPlaces).toBeNaN();
      expect([...gap.gap].every(Number.isNaN)).toBe(true);
    }
  });

  test('no places anywhere: nothing to share, so no gap and no share unmet', () => {
    const gap = fairShareGap([1, 2], [5, 5], [0, 0]);
    expect([...gap.gap]).toEqual([0, 0]);
    expect(gap.unmetShare).toBeNaN();
  });

  test('an area without eligible people has a target of zero', () => {
    expect([...fairShareGap([1, 1], [10, 0], [4, 0]).gap]).toEqual([0, 0]);
  });

  test('negative figures and unequal columns are refused', () => {
    expect(() => fairShareGap([1, -1], [1, 1], [1, 1])).toThrow(/Area 2/);
    expect(() => fairShareGap([1, 1], [-1, 1], [1, 1])).toThrow(/Area 1/);
    expect(() => fairShareGap([1, 1], [1, 1], [1, -1])).toThrow(/Area 2/);
    expect(() => fairShareGap([1], [1, 1], [1, 1])).toThrow(/1, 2 and 2/);
    expect(() => gapAgainst([1], [1], [1, 1], 1)).toThrow(/1, 1 and 2/);
    expect(() => gapAgainst([1], [1], [1], -0.1)).toThrow(/norm/);
  });
});

describe('gap against a norm', () => {
  test('sums to the shortfall', () => {
    const gap = gapAgainst([1, 2], [100, 50], [30, 5], 0.2);
    expect([...gap.target]).toEqual([20, 20]);
    expect([...gap.gap]).toEqual([-10, 15]);
    expect(gap.unmetPlaces).toBe(15);
    expect(gap.unmetShare).toBeCloseTo(15 / 40, 15);
    expect(knownSum(gap.gap)).toBe(40 - 35);
  });

  test("at today's yardstick a new team can only close gaps", () => {
    fc.assert(
      fc.property(areas, fc.array(amount, { minLength: 40, maxLength: 40 }), (rows, extra) => {
        const [need, eligible, places] = columns(rows);
        const yardstick = fairYardstick(need, eligible, places);
        fc.pre(yardstick > 0);
        const before = gapAgainst(need, eligible, places, yardstick);
        const after = gapAgainst(
          need,
          eligible,
          places.map((p, i) => p + extra[i]),
          yardstick,
        );
        expect(after.unmetPlaces).toBeLessThanOrEqual(before.unmetPlaces + 1e-9);
        expect(before.gap).toEqual(fairShareGap(need, eligible, places).gap);
      }),
    );
  });
});

describe('relative gap', () => {
  test('percentiles run from 0 to 100, ties share, unknown is not ranked', () => {
    expect([...percentiles([10, 30, 20])]).toEqual([0, 100, 50]);
    expect([...percentiles([5, 5, 9])]).toEqual([25, 25, 100]);
    expect([...percentiles([NaN_, 1, 2])]).toEqual([NaN_, 0, 100]);
    expect([...percentiles([7])]).toEqual([50]);
    expect([...percentiles([])]).toEqual([]);
  });

  test('most need and least provision is 100, the reverse -100', () => {
    expect([...relativeGap([3, 2, 1], [0, 5, 9])]).toEqual([100, 0, -100]);
    expect([...relativeGap([3, NaN_, 1, 2], [0, 5, 9, NaN_])]).toEqual([100, NaN_, -100, NaN_]);
    expect(() => relativeGap([1], [])).toThrow(/1 and 0/);
  });

  test('is within [-100, 100] and changes sign when need and provision change places', () => {
    const column = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(column, (pairs) => {
        const need = pairs.map((p) => p[0]);
        const provision = pairs.map((p) => p[1]);
        const gap = relativeGap(need, provision);
        const swapped = relativeGap(provision, need);
        gap.forEach((g, i) => {
          expect(Math.abs(g)).toBeLessThanOrEqual(100);
          expect(g).toBeCloseTo(-swapped[i], 9);
        });
      }),
    );
  });
});

describe('3 × 3 class', () => {
  test('nine areas, one in each class', () => {
    const need = [1, 1, 1, 5, 5, 5, 9, 9, 9];
    const provision = [1, 5, 9, 1, 5, 9, 1, 5, 9];
    expect([...needProvisionClass(need, provision)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('areas with equal values share a third, and unknown has no class', () => {
    expect([...needProvisionClass([1, 2, 3, 4], [0, 0, 0, 0])]).toEqual([1, 4, 4, 7]);
    expect([...needProvisionClass([1, 2, NaN_, 3], [3, 2, 1, NaN_])]).toEqual([
      2,
      6,
      CLASS_UNKNOWN,
      CLASS_UNKNOWN,
    ]);
  });

  test('six different values fall two to a third', () => {
    const rising = [1, 2, 3, 4, 5, 6];
    expect([...needProvisionClass(rising, rising)]).toEqual([0, 0, 4, 4, 8, 8]);
  });
});
