// Disclosure control, with an attacker: a linear programme that knows every shown count, unrounded.
import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import type { DisclosureRule } from '../../src/engine/disclosure.ts';
import { HES_RULE, protectCount, protectTable } from '../../src/engine/disclosure.ts';
import type { CountTable } from '../../src/engine/disclosureTable.ts';
import { cellsWith, isTotal, largestPart, withTotals } from '../../src/engine/disclosureTable.ts';
import { createRandom } from '../../src/engine/random.ts';

const highs = await loadHighs();

/** As one would print it. */
function shown(table: CountTable, rule?: DisclosureRule): string[] {
  const { readings, width, height } = protectTable(table, rule);
  return Array.from({ length: height }, (_, r) =>
    readings
      .slice(r * width, (r + 1) * width)
      .map((reading) =>
        reading.status === 'known' ? reading.value : reading.status === 'suppressed' ? '*' : '?',
      )
      .join(' '),
  );
}

interface Shown {
  readonly table: CountTable;
  readonly suppressed: ArrayLike<number>;
}

/**
 * What an attacker can say of a withheld cell of the first release who has every shown count of all releases unrounded, and
 * knows that the counts themselves are the same in all of them, and that a withheld cell is 1 or more.
 */
function attack(releases: readonly Shown[], target: number): [number, number] {
  const full = withTotals(releases[0].table);
  const { rows, columns, values } = full;
  const names = Array.from({ length: rows * columns }, (_, k) => `v${k}`);
  const sums: string[][] = Array.from(values, () => []);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      for (const cell of cellsWith(full, i, j)) sums[cell].push(`v${i * columns + j}`);
    }
  }
  const rules = sums.map((parts, cell) => {
    const isShown = releases.some(({ suppressed }) => !suppressed[cell]);
    return ` e${cell}: ${parts.join(' + ')} ${isShown ? `= ${values[cell]}` : '>= 1'}`;
  });
  const extreme = (sense: string): number => {
    const model = [
      sense,
      ` obj: ${sums[target].join(' + ')}`,
      'Subject To',
      ...rules,
      'Generals',
      names.join(' '),
      'End',
      '',
    ];
    const solution = highs.solve(model.join('\n'), { output_flag: false });
    return solution.Status === 'Optimal' ? Math.round(solution.ObjectiveValue) : Number.POSITIVE_INFINITY;
  };
  return [extreme('Minimize'), extreme('Maximize')];
}

const tables = fc
  .record({
    groups: fc.integer({ min: 1, max: 2 }),
    rows: fc.integer({ min: 1, max: 5 }),
    columns: fc.integer({ min: 1, max: 3 }),
    seed: fc.nat(),
    small: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ groups, rows, columns, seed, small }): CountTable => {
    const random = createRandom(seed);
    const height = Math.max(groups, rows);
    return {
      columns,
      group: Array.from({ length: height }, (_, i) => i % groups),
      counts: Array.from({ length: height * columns }, () =>
        random.uniform() < small ? random.below(10) : 5 + random.below(60),
      ),
    };
  });

describe('one count', () => {
  test('1 to 7 is withheld, zero is shown, others are rounded to 5', () => {
    const of = (count: number) => protectCount(count);
    for (const count of [1, 4, 7]) expect(of(count)).toEqual({ status: 'suppressed' });
    expect(of(0)).toEqual({ status: 'known', value: 0 });
    for (const [count, value] of [
      [8, 10],
      [12, 10],
      [13, 15],
      [17, 15],
      [18, 20],
      [1000, 1000],
    ]) {
      expect(of(count)).toEqual({ status: 'known', value });
    }
    expect(of(Number.NaN).status).toBe('unknown');
  });

  test('threshold and base as set; a count above the threshold is never shown as none', () => {
    expect(protectCount(5, { threshold: 4, base: 1 })).toEqual({ status: 'known', value: 5 });
    expect(protectCount(4, { threshold: 4, base: 1 })).toEqual({ status: 'suppressed' });
    expect(protectCount(1, { threshold: 0, base: 1 })).toEqual({ status: 'known', value: 1 });
    expect(protectCount(5, { threshold: 4, base: 100 })).toEqual({ status: 'known', value: 100 });
  });

  test('what is not a count or not a rule is refused', () => {
    expect(() => protectCount(-1)).toThrow(/whole number/);
    expect(() => protectCount(1.5)).toThrow(/whole number/);
    expect(() => protectCount(1, { threshold: -1, base: 5 })).toThrow(/threshold/);
    expect(() => protectCount(1, { threshold: 7, base: 0 })).toThrow(/base/);
    expect(() => protectCount(1, { threshold: 7.5, base: 5 })).toThrow(RangeError);
  });
});

describe('tables', () => {
  test('totals are of rows, groups, columns and all', () => {
    const full = withTotals({ columns: 2, group: [0, 0, 1], counts: [1, 2, 3, 4, 5, 6] });
    expect([...full.values]).toEqual([1, 2, 3, 3, 4, 7, 5, 6, 11, 4, 6, 10, 5, 6, 11, 9, 12, 21]);
    expect([...withTotals({ columns: 1, group: [0, 0], counts: [1, 2] }).values]).toEqual([1, 2, 3]);
  });

  test('a table without small counts is only rounded', () => {
    expect(shown({ columns: 2, group: [0, 0], counts: [10, 21, 33, 0] })).toEqual([
      '10 20 30',
      '35 0 35',
      '45 20 65',
    ]);
  });

  test('a small count takes the cheapest rectangle with it (50 + 12 + 60, not 20 + 12 + 99), and the totals stay', () => {
    expect(shown({ columns: 3, group: [0, 0, 0], counts: [3, 50, 20, 12, 60, 99, 90, 80, 70] })).toEqual([
      '* * 20 75',
      '* * 100 170',
      '90 80 70 240',
      '105 190 190 485',
    ]);
  });

  test('in a list two are withheld under each total, not one', () => {
    expect(shown({ columns: 1, group: [0, 0, 0], counts: [3, 20, 40] })).toEqual(['*', '*', '40', '65']);
  });

  test('a small count alone in its authority takes the authority and the nearest other with it', () => {
    expect(shown({ columns: 1, group: [0, 1, 1], counts: [3, 20, 40] })).toEqual([
      '*',
      '*',
      '40',
      '*',
      '*',
      '65',
    ]);
  });

  test('counts that are not known leave their totals not known', () => {
    expect(shown({ columns: 1, group: [0, 0, 0], counts: [Number.NaN, 3, 40] })).toEqual([
      '?',
      '*',
      '40',
      '?',
    ]);
  });

  test('no small count can be narrowed at all by what is shown', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(HES_RULE, { threshold: 4, base: 1 }), (table, rule) => {
        const { suppressed, exposed } = protectTable(table, rule);
        expect(exposed).toEqual([]);
        const full = withTotals(table);
        full.values.forEach((value, cell) => {
          if (value < 1 || value > rule.threshold) return;
          const [least, most] = attack([{ table, suppressed }], cell);
          // The other parts of a total are known to be 1 or more: it cannot seem as small as a count can.
          const [low, high] = isTotal(full, cell)
            ? [value - largestPart(full, cell) + 1, value + rule.threshold - 1]
            : [1, rule.threshold];
          if (least > low || most < high) {
            throw new Error(`cell ${cell} of ${JSON.stringify(table)} is known to be ${least} to ${most}`);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test('the attacker is able: small counts withheld alone are found', () => {
    const table = { columns: 1, group: [0, 0, 0], counts: [3, 20, 40] };
    expect(attack([{ table, suppressed: [1, 0, 0, 0] }], 0)).toEqual([3, 3]);
  });

  test('what is shown is true within rounding, and only zeros are shown as zero', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { readings } = protectTable(table);
        withTotals(table).values.forEach((value, cell) => {
          const reading = readings[cell];
          if (reading.status !== 'known') return;
          expect(value === 0 || value > 7).toBe(true);
          expect(Math.abs(reading.value - value)).toBeLessThanOrEqual(2);
          expect(reading.value === 0).toBe(value === 0);
        });
      }),
    );
  });

  test('192 wards by eight kinds are protected in a few seconds at most', () => {
    const random = createRandom(1);
    const counts = Array.from({ length: 192 * 8 }, () => random.below(60));
    const table = { columns: 8, group: Array.from({ length: 192 }, (_, i) => i % 7), counts };
    const { suppressed, exposed } = protectTable(table);
    expect(exposed).toEqual([]);
    const small = counts.filter((count) => count >= 1 && count <= 7).length;
    expect(suppressed.reduce((a, b) => a + b, 0)).toBeLessThan(4 * small);
  });

  test('tables that cannot be are refused with the place', () => {
    expect(() => withTotals({ columns: 2, group: [0], counts: [1] })).toThrow(/need 2 counts; got 1/);
    expect(() => withTotals({ columns: 0, group: [], counts: [] })).toThrow(RangeError);
    expect(() => withTotals({ columns: 2, group: [0, 0], counts: [1, 2, 3, -1] })).toThrow(/Row 2, column 2/);
    expect(() => withTotals({ columns: 1, group: [0, 0], counts: [1, 2.5] })).toThrow(/Row 2, column 1/);
    expect(() => withTotals({ columns: 1, group: [0, 2], counts: [1, 2] })).toThrow(/1 is missing/);
  });
});

describe('two releases of one table', () => {
  test('what was withheld stays withheld, although the new rule would show it', () => {
    const table = { columns: 1, group: [0, 0, 0], counts: [3, 20, 40] };
    const first = protectTable(table);
    const changed = { ...table, counts: [12, 20, 40] };
    const second = protectTable(changed, HES_RULE, { table, suppressed: first.suppressed });
    expect([...second.suppressed]).toEqual([1, 1, 0, 0]);
    expect(second.exposed).toEqual([]);
  });

  test('the same counts released again under another rule give nothing away between the two', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const first = { table, suppressed: protectTable(table, { threshold: 4, base: 5 }).suppressed };
        const strict = { threshold: 7, base: 5 };
        const again = protectTable(table, strict, first);
        const full = withTotals(table);
        full.values.forEach((value, cell) => {
          // What the first release already showed cannot be withheld any more; what it withheld must stay so.
          if (value < 1 || value > 4) return;
          expect(again.suppressed[cell]).toBe(1);
          if (again.exposed.includes(cell)) return;
          const [least, most] = attack([first, { table, suppressed: again.suppressed }], cell);
          expect(least).toBeLessThanOrEqual(isTotal(full, cell) ? value : 1);
          expect(most).toBeGreaterThan(isTotal(full, cell) ? value : 3);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('the same counts released again under the same rule are protected by the same cells', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const first = protectTable(table);
        const second = protectTable(table, HES_RULE, { table, suppressed: first.suppressed });
        expect(second.suppressed).toEqual(first.suppressed);
        expect(second.exposed).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('a cell that an earlier release gives away is named, so that the table is not released', () => {
    const table = { columns: 1, group: [0, 0], counts: [3, 40] };
    const careless = { table, suppressed: [1, 0, 0] };
    expect(protectTable(table, HES_RULE, careless).exposed).toEqual([0]);
  });

  test('without rounding a small change is withheld, since the difference is a small count', () => {
    const plain = { threshold: 7, base: 1 };
    const table = { columns: 1, group: [0, 0, 0, 0], counts: [20, 30, 40, 50] };
    const changed = { ...table, counts: [23, 30, 40, 50] };
    const first = { table, suppressed: protectTable(table, plain).suppressed };
    expect([...first.suppressed]).toEqual([0, 0, 0, 0, 0]);
    expect(protectTable(changed, plain, first).suppressed[0]).toBe(1);
    expect([...protectTable(changed, HES_RULE, first).suppressed]).toEqual([0, 0, 0, 0, 0]);
    const grown = { ...table, counts: [28, 30, 40, 50] };
    expect([...protectTable(grown, plain, first).suppressed]).toEqual([0, 0, 0, 0, 0]);
  });

  test('another shape is refused', () => {
    const table = { columns: 1, group: [0, 0], counts: [3, 40] };
    const other = { columns: 1, group: [0, 1], counts: [3, 40] };
    expect(() => protectTable(table, HES_RULE, { table: other, suppressed: [0, 0, 0, 0, 0] })).toThrow(
      /same rows/,
    );
    expect(() => protectTable(table, HES_RULE, { table, suppressed: [0] })).toThrow(/same rows/);
  });

  test('a table of other groups or columns is refused even where it has as many figures', () => {
    const table = { columns: 1, group: [0, 0, 1], counts: [30, 40, 50] };
    const other = { columns: 1, group: [0, 1, 1], counts: [30, 40, 50] };
    const none = new Uint8Array(6);
    expect(protectTable(table, HES_RULE, { table, suppressed: none }).exposed).toEqual([]);
    expect(() => protectTable(table, HES_RULE, { table: other, suppressed: none })).toThrow(/same rows/);
    const wide = { columns: 2, group: [0, 0, 1], counts: [30, 40, 50, 60, 70, 80] };
    expect(() => protectTable(table, HES_RULE, { table: wide, suppressed: none })).toThrow(/same rows/);
    const longer = { columns: 1, group: [0, 0, 1, 1], counts: [30, 40, 50, 60] };
    expect(() => protectTable(table, HES_RULE, { table: longer, suppressed: none })).toThrow(/same rows/);
  });

  test('without rounding a count that fell to none is still shown as none', () => {
    const table = { columns: 1, group: [0, 0, 0, 0], counts: [5, 30, 40, 50] };
    const first = { table, suppressed: protectTable(table, { threshold: 4, base: 1 }).suppressed };
    expect([...first.suppressed]).toEqual([0, 0, 0, 0, 0]);
    const fallen = { ...table, counts: [0, 30, 40, 50] };
    const again = protectTable(fallen, { threshold: 7, base: 1 }, first);
    expect(again.readings[0]).toEqual({ status: 'known', value: 0 });
    // The total fell by as much, and is no zero.
    expect(again.suppressed[4]).toBe(1);
  });
});
