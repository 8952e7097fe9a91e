// Reading files for the command line: what is accepted, and on which line the rest is refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keys, NOT_NEGATIVE, numbers, references } from '../../scripts/gapping/columns.ts';
import { forEachRow, parseTable } from '../../scripts/gapping/csv-table.ts';
import { field, figure, writeRows } from '../../scripts/gapping/figures.ts';

const wanted = { required: ['area', 'value'] };
const parse = (text: string, rules: { required: string[]; mayBeEmpty?: boolean } = wanted) =>
  parseTable({ file: 'f.csv', text }, rules);
const problem = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};

describe('a CSV file', () => {
  test('may have its columns in any order and case, further columns, and either kind of line end', () => {
    const table = parse('VALUE,name, Area \r\n1,x, A1\r\n2,y,A2 \n\n3,z,A3');
    expect(table.columns.get('area')).toEqual(['A1', 'A2', 'A3']);
    expect(table.columns.get('value')).toEqual(['1', '2', '3']);
    expect(table.line).toEqual([2, 3, 5]);
  });

  test('may quote fields, with commas, quotation marks and line breaks in them, and lines are still counted', () => {
    const table = parse('area,value\n"a ""b"", c\nd",1\n"e","2"\n');
    expect(table.columns.get('area')).toEqual(['a "b", c\nd', 'e']);
    expect(table.columns.get('value')).toEqual(['1', '2']);
    expect(table.line).toEqual([2, 4]);
  });

  test('keeps a blank last field', () => {
    expect(parse('area,value\na,').columns.get('value')).toEqual(['']);
    expect(parse('area,value\na,\nb,\n').columns.get('value')).toEqual(['', '']);
  });

  test('is refused with its line where a row is ragged', () => {
    expect(problem(() => parse('area,value\na,1\nb\n'))).toBe(
      'f.csv:3: this row has 1 field, expected 2 as in the header',
    );
    expect(problem(() => parse('area,value\na,1,2\n'))).toMatch(
      /^f\.csv:2: this row has 3 fields, expected 2/,
    );
  });

  test('is refused where a quotation mark never closes or text follows it', () => {
    expect(problem(() => parse('area,value\na,1\n"b,2\nc,3\n'))).toMatch(/^f\.csv:3: .*never closes/);
    expect(problem(() => parse('area,value\n"a"b,1\n'))).toMatch(/^f\.csv:2: "b" follows/);
  });

  test('is refused without the columns that are needed, or with one of them twice', () => {
    expect(problem(() => parse('area,count\na,1\n'))).toBe(
      'f.csv:1: the header has no column "value", expected area,value',
    );
    expect(problem(() => parse('area,value,value\na,1,2\n'))).toMatch(/names the column "value" twice/);
    expect(problem(() => parse('area;value\na;1\n'))).toMatch(/separated by ";", expected commas/);
    expect(problem(() => parse('area\tvalue\na\t1\n'))).toMatch(/separated by tabs, expected commas/);
  });

  test('with a header alone is refused, unless nothing is an answer', () => {
    expect(problem(() => parse('area,value\n'))).toMatch(/^f\.csv:1: the header has no rows under it/);
    expect(parse('area,value\n', { ...wanted, mayBeEmpty: true }).line).toEqual([]);
    expect(problem(() => parse('\n \n'))).toMatch(/^f\.csv:1: the file has no header/);
  });

  test('reads back whatever fields the writer wrote', () => {
    const text = fc.string().filter((s) => !s.includes('\r'));
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const written = rows.map((row) => row.map((s) => (s === '' ? '""' : field(s))).join(',')).join('\n');
        const read: string[][] = [];
        forEachRow({ file: 'f', text: written }, (fields) => read.push([...fields]));
        expect(read).toEqual(rows);
      }),
    );
  });
});

describe('a column of numbers', () => {
  const column = (...cells: string[]) =>
    numbers(parse(`area,value\n${cells.map((c, i) => `a${i},${c}`).join('\n')}\n`), 'value', NOT_NEGATIVE);

  test('takes plain and scientific notation, and never minus zero', () => {
    expect([...column('1', '2.5', '.5', '3.', '+4', '1e-3', '2E2', '0')]).toEqual([
      1, 2.5, 0.5, 3, 4, 0.001, 200, 0,
    ]);
    expect(Object.is(column('-0')[0], 0)).toBe(true);
  });

  test.each(['', 'NaN', 'NA', 'Infinity', '1e999', '0x10', '1 000', '12%', '--1', 'e5', '.', '-1'])(
    'refuses "%s" with its line',
    (cell) => {
      expect(problem(() => column('1', cell))).toMatch(
        /^f\.csv:3: value is .*, expected a number of 0 or more$/,
      );
    },
  );
});

describe('codes', () => {
  test('must not be blank or come twice', () => {
    expect(problem(() => keys(parse('area,value\na,1\nb,1\na,2\n'), 'area'))).toBe(
      'f.csv:4: area "a" was already given on line 2, expected each area once',
    );
    expect(problem(() => keys(parse('area,value\n,1\n'), 'area'))).toMatch(/^f\.csv:2: area is blank/);
  });

  test('that refer to another file must be known there', () => {
    const known = keys(parse('area,value\na,1\nb,1\n'), 'area');
    expect([...references(parse('area,value\nb,1\na,1\n'), 'area', known, 'g.csv')]).toEqual([1, 0]);
    expect(problem(() => references(parse('area,value\nb,1\nc,1\n'), 'area', known, 'g.csv'))).toBe(
      'f.csv:3: area "c" is unknown, expected a code from g.csv',
    );
  });

  test('named like parts of every object are codes like any other', () => {
    const odd = keys(parse('area,value\n__proto__,1\nconstructor,2\n'), 'area');
    expect(odd.row.get('constructor')).toBe(1);
    expect(odd.row.get('toString')).toBeUndefined();
  });
});

describe('a figure', () => {
  test('is written at 15 significant digits without trailing zeros, and blank where it is not known', () => {
    expect(figure(0.1 + 0.2)).toBe('0.3');
    expect(figure(1 / 3)).toBe('0.333333333333333');
    expect(figure(-2 / 3)).toBe('-0.666666666666667');
    expect(figure(123456789012345680)).toBe('123456789012346000');
    expect(figure(1e-9 / 3)).toBe('3.33333333333333e-10');
    expect(figure(-0)).toBe('0');
    expect(figure(Number.NaN)).toBe('');
  });

  test('is within half a unit of the fifteenth digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(figure(x)).toBe(String(Number(x.toPrecision(15)) + 0));
      }),
    );
  });

  test('rows are all written, also beyond one block', () => {
    let text = '';
    writeRows(
      (t) => (text += t),
      ['n'],
      20_000,
      (i) => String(i),
    );
    expect(text.split('\n')).toHaveLength(20_002);
    expect(text.endsWith('19999\n')).toBe(true);
  });
});
