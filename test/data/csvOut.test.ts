// Written CSV is shown as it is: formulas disarmed wherever a spreadsheet would find one, numbers untouched.
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvCell, csvText, disarm, isFormulaLike, rearm } from '../../src/data/csvOut.ts';

describe('formulas', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+44 121', "'+44 121"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['   =1', "'   =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u200b=1', "'\u200b=1"],
    ['\t=1', "'\t=1"],
    ['\tplain', "'\tplain"],
    ['＝1', "'＝1"],
    ['name\n=1', "name\n'=1"],
    ['name\r\n  @x', "name\r\n'  @x"],
    ['name\r=1', "name\r'=1"],
    ["'=1", "''=1"],
  ])('%j is written as %j', (text, written) => {
    expect(disarm(text)).toBe(written);
    expect(rearm(written)).toBe(text);
  });

  test.each(['plain', 'a=b', 'St Giles - Dudley', '-5', '-1.5e-3', "O'Brien", ''])(
    '%j is left alone',
    (text) => {
      expect(disarm(text)).toBe(text);
      expect(isFormulaLike(text)).toBe(false);
    },
  );

  test('no cell of any text keeps a line that starts a formula, and every text comes back', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '-', '@', '+', "'", ' ', '\n', '\r', '\t', '1', 'a', '"', ','),
    });
    fc.assert(
      fc.property(text, (value) => {
        const cell = disarm(value);
        if (/^-?\d+(\.\d+)?$/.test(cell) === false)
          for (const line of cell.split(/[\r\n]/)) expect(line).not.toMatch(/^(\t|\s*[=+\-@])/);
        expect(rearm(cell)).toBe(value);
      }),
    );
  });
});

describe('cells', () => {
  test('numbers keep their sign and every digit', () => {
    expect(csvCell(-5)).toBe('-5');
    expect(csvCell(0.1 + 0.2)).toBe('0.30000000000000004');
    expect(csvCell(1e-12)).toBe('1e-12');
  });

  test('not known is empty, never 0', () => {
    expect(csvCell(Number.NaN)).toBe('');
    expect(csvCell(null)).toBe('');
    expect(csvCell(Number.POSITIVE_INFINITY)).toBe('');
  });

  test('remarks stand above the header, one line each', () => {
    expect(csvText(['a', 'b'], [[1, 'x,y']], ['one\ntwo'])).toBe('# one two\na,b\n1,"x,y"\n');
  });

  test('any table of texts comes back through a reader of CSV', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const parsed = Papa.parse<string[]>(csvText(['a', 'b'], rows), {
          delimiter: ',',
          newline: '\n',
        }).data;
        expect(parsed.slice(1, -1).map((row) => row.map(rearm))).toEqual(rows);
      }),
    );
  });
});
