// Own counts: columns guessed, joined by code and vintage alone, and a reason for every row that is not used.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KnownCodes, readCode } from '../../src/data/areaCodes.ts';
import { faultSentence } from '../../src/data/fault.ts';
import { OWN_TEMPLATES, ownColumn, readOwnCounts } from '../../src/data/ownCounts.ts';
import { recognise } from '../../src/data/ownGuess.ts';
import { periodColumn } from '../../src/data/ownPeriods.ts';
import { STREET_COLUMNS } from '../../src/data/streetFile.ts';

const KNOWN: KnownCodes = {
  wards: new Set(['E05011118', 'E05011119']),
  lsoas: new Set(['E01008881', 'E01008882', 'E01035000']),
  authorities: new Map([['E08000025', 'Birmingham']]),
  otherWards: new Map([
    ['E05001178', { name: 'Acocks Green', firstSeen: 2016 }],
    ['E05099999', { name: 'Darlaston', firstSeen: 2026 }],
  ]),
  //  E01000001 + E01000002 ── merged ── E01035000        E01000003 ── split ── E01036001, E01036002
  lsoaChanges: new Map([
    ['E01000001', ['E01035000']],
    ['E01000002', ['E01035000']],
    ['E01000003', ['E01036001', 'E01036002']],
  ]),
  boundaries: '2025 wards, codes as of December 2024',
};
const lines = (...rows: string[]) => `${rows.join('\n')}\n`;
const mapped = (text: string) => {
  const { mapping } = recognise(text);
  if (!mapping) throw new Error('the columns were not guessed');
  return mapping;
};
const read = (text: string) => readOwnCounts(text, mapped(text), KNOWN);

describe('guessing', () => {
  test('code, count, period and population are found by content and name, in any order', () => {
    const text = lines(
      'Ward;Population;Month;Offences;Code',
      'Acocks Green;24,000;Apr 2025;12;E05011118',
      'Allens Cross;10500;Apr 2025;3;E05011119',
    );
    expect(recognise(text)).toMatchObject({
      kind: 'counts',
      mapping: { code: 4, count: 3, period: 2, population: 1 },
    });
  });

  test('a tab between cells and a count without a telling name', () => {
    expect(mapped(lines('area\tx', 'E01008881\t4', 'E01008882\t0'))).toEqual({
      code: 0,
      count: 1,
      period: null,
      population: null,
    });
  });

  test('names alone are not enough, and the guess says so', () => {
    const guess = recognise(lines('ward,count', 'Acocks Green,4'));
    expect(guess).toMatchObject({ kind: 'not recognised', mapping: null });
    expect(guess.why[0]).toContain('names alone are not enough');
  });

  test('street files and inventories are recognised as what they are', () => {
    expect(recognise(`${STREET_COLUMNS.join(',')}\n`).kind).toBe('street file');
    expect(recognise(lines('id,programme,place', 'a,ae,Walsall')).kind).toBe('inventory');
  });

  test('the templates offered are read without a fault that sets a row aside', () => {
    for (const text of Object.values(OWN_TEMPLATES)) {
      const reading = read(text);
      expect(reading.account.setAside).toBe(0);
      expect(reading.account.used).toBe(text.trim().split('\n').length - 1);
    }
  });
});

describe('codes', () => {
  const problem = (code: string) => {
    const reading = readCode(code, KNOWN);
    return reading.status === 'other' ? `${reading.problem}. ${reading.remedy}` : reading;
  };

  test('an area of the release, in small letters and with blanks too', () => {
    expect(problem(' e05011118 ')).toEqual({ status: 'area', level: 'ward', code: 'E05011118' });
  });

  test.each([
    ['E05001178', 'a ward Acocks Green before its boundary changed; this release has 2025 wards'],
    ['E05099999', 'a ward Darlaston from 2026 on'],
    ['E05012345', 'a ward outside this release, or of another year'],
    ['E01000003', 'split into E01036001 and E01036002 in 2021'],
    ['E08000025', 'an authority (Birmingham)'],
    ['E02001234', 'a middle layer super output area'],
    ['Acocks Green', 'names are not enough'],
    ['', 'the area code is empty'],
  ])('%s is explained', (code, words) => {
    expect(problem(code)).toContain(words);
  });
});

describe('reading', () => {
  test('each row that is not used has row, reason and remedy', () => {
    const reading = read(
      lines(
        'code,count,population',
        'E05011118,12,100',
        'E05001178,5,100',
        'E05011119,many,100',
        'E05011119,-3,100',
        'E05011119,4,0',
        'E05011118,9,100',
        'E01008881,2,100',
        '"E05011119",1.5,100',
      ),
    );
    expect(reading.level).toBe('ward');
    expect(reading.rows).toEqual([
      { row: 2, code: 'E05011118', written: 'E05011118', period: '', count: 12, population: 100 },
    ]);
    expect(reading.account).toEqual({ read: 8, used: 1, setAside: 7 });
    expect(reading.faults.map((fault) => [fault.row, fault.field])).toEqual([
      [3, 'area code'],
      [4, 'count'],
      [5, 'count'],
      [6, 'population'],
      [7, ''],
      [8, 'area code'],
      [9, 'count'],
    ]);
    expect(faultSentence(reading.faults[4])).toBe(
      'Row 7: area and period stand in row 2 already. Add such rows up first, or choose the column that tells periods apart. The row is set aside.',
    );
  });

  test('a withheld count stays not known, and so does any sum with it', () => {
    const reading = read(
      lines(
        'code,month,count',
        'E01008881,2026-01,4',
        'E01008881,2026-02,*',
        'E01008882,2026-01,1',
        'E01008882,2026-02,0',
      ),
    );
    expect(reading.account.used).toBe(4);
    const codes = ['E01008882', 'E01008881', 'E01035000'];
    expect([...ownColumn(reading.rows, codes, ['2026-01', '2026-02'])]).toEqual([1, Number.NaN, Number.NaN]);
    expect([...ownColumn(reading.rows, codes, ['2026-01'])]).toEqual([1, 4, Number.NaN]);
  });

  test('a sum over periods is not known where one of them is missing', () => {
    const { rows } = read(
      lines('code,month,count', 'E01008881,2026-01,4', 'E01008882,2026-01,1', 'E01008882,2026-02,2'),
    );
    expect([...ownColumn(rows, ['E01008881', 'E01008882'], ['2026-01', '2026-02'])]).toEqual([Number.NaN, 3]);
  });

  test('LSOAs of 2011 that were merged are added up where all are there, and set aside where one is missing', () => {
    const both = read(lines('code,count', 'E01000001,2', 'E01000002,3', 'E01008881,1'));
    expect([...ownColumn(both.rows, ['E01035000'], [''])]).toEqual([5]);
    const one = read(lines('code,count', 'E01000001,2', 'E01008881,1'));
    expect([...ownColumn(one.rows, ['E01035000'], [''])]).toEqual([Number.NaN]);
    expect(faultSentence(one.faults[0])).toContain(
      'merged into E01035000 with E01000002, which the table lacks',
    );
  });

  test('a header called __proto__ and markup in cells change nothing', () => {
    const reading = read(lines('__proto__,code,count', '<img src=x>,E01008881,4'));
    expect(reading.rows).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('rows read are rows used and set aside, and the order of rows changes no figure', () => {
    const code = fc.constantFrom('E01008881', 'E01008882', 'E01000001', 'E01000002', 'E05011118', 'x', '');
    const row = fc.tuple(
      code,
      fc.constantFrom('2026-01', '2026-02'),
      fc.constantFrom('0', '3', '*', '1,200', 'few'),
    );
    const unique = fc.uniqueArray(row, { selector: ([a, b]) => `${a} ${b}`, maxLength: 12 });
    fc.assert(
      fc.property(unique, (rows) => {
        const text = (list: typeof rows) =>
          lines('code;month;count', 'E01035000;2026-01;7', ...list.map((cells) => cells.join(';')));
        const mapping = { code: 0, period: 1, count: 2, population: null };
        const [there, back] = [rows, [...rows].reverse()].map((list) =>
          readOwnCounts(text(list), mapping, KNOWN),
        );
        for (const { account } of [there, back]) {
          expect(account.used + account.setAside).toBe(account.read);
          expect(account.read).toBe(rows.length + 1);
        }
        const codes = [...KNOWN.lsoas];
        expect(ownColumn(there.rows, codes, ['2026-01'])).toEqual(ownColumn(back.rows, codes, ['2026-01']));
      }),
    );
  });
});

describe('periods', () => {
  test.each([
    [['2025-04', '2025-05'], 'month', '2025-04'],
    [['30/04/2025'], 'month', '2025-04'],
    [['Apr 2025', 'May-25'], 'month', '2025-04'],
    [['4/2025'], 'month', '2025-04'],
    [['2011-12', '2012-01'], 'month', '2011-12'],
    [['2011-12'], 'month', '2011-12'],
    [['2011-12', '2012-13'], 'financial year', '2011-12'],
    [['2025/26'], 'financial year', '2025-26'],
    [['2025', '2024'], 'year', '2025'],
    [['before', 'after'], 'text', 'before'],
  ])('%j is read as %s', (cells, kind, first) => {
    const column = periodColumn(cells);
    expect([column.kind, column.read(cells[0])]).toEqual([kind, first]);
  });
});
