// `gapping rates`, from files to figures.
import { describe, expect, test } from 'vitest';
import { cell, csv, file, gapping, rowsOf } from './commandLine.ts';
import { close, FIXTURES, fixture } from './references.ts';

const HEADER = 'area,count,population';

describe('rates', () => {
  test('gives the worked example of empirical Bayes, and intervals of the counts', async () => {
    const path = csv('five.csv', HEADER, [
      ['a', 30, 1000],
      ['b', 5, 400],
      ['c', 80, 2500],
      ['d', 2, 150],
      ['e', 12, 900],
    ]);
    const { code, out } = await gapping('rates', '--in', path);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('area,rate,lower,upper,eb_rate,eb_weight');
    const rows = rowsOf(out);
    expect(rows.map((r) => r.area)).toEqual(['a', 'b', 'c', 'd', 'e']);
    [0.0285315, 0.0206055, 0.0308592, 0.0234958, 0.0183953].forEach((eb, i) => {
      expect(cell(rows[i], 'eb_rate')).toBeCloseTo(eb, 7);
    });
    expect(cell(rows[1], 'lower') * 400).toBeCloseTo(1.6235, 4);
    expect(cell(rows[1], 'upper') * 400).toBeCloseTo(11.6683, 4);
    expect(cell(rows[1], 'rate')).toBe(0.0125);
  });

  test('gives an area of nobody without events empty cells, and leaves it out of the mean', async () => {
    const rows = [
      ['a', 3, 100],
      ['b', 8, 200],
    ];
    const without = await gapping('rates', '--in', csv('two.csv', HEADER, rows));
    const { code, out } = await gapping(
      'rates',
      '--in',
      csv('z.csv', HEADER, [rows[0], ['empty', 0, 0], rows[1]]),
    );
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines[2]).toBe('empty,,,,,');
    expect(lines.filter((line) => !line.startsWith('empty'))).toEqual(without.out.trimEnd().split('\n'));
  });

  test.each([
    [
      'events among nobody',
      'a,1,10\nb,2,0\n',
      /:3: area "b" has 2 events among a population of 0, expected /,
    ],
    ['a negative population', 'a,1,-10\n', /:2: population is "-10", expected a population of 0 or more$/],
    ['a negative count', 'a,1,10\nb,-1,10\n', /:3: count is "-1", expected a count of 0 or more$/],
    ['NaN', 'a,NaN,10\n', /:2: count is "NaN", expected /],
    ['words', 'a,1,many\n', /:2: population is "many", expected /],
    ['a blank', 'a,1,\n', /:2: population is blank, expected /],
    ['an area twice', 'a,1,10\nb,1,10\na,2,20\n', /:4: area "a" was already given on line 2, expected /],
    ['nobody anywhere', 'a,0,0\nb,0,0\n', /:1: No area has people/],
    ['only a header', '', /:1: the header has no rows under it, expected /],
    ['a ragged row', 'a,1,10\nb,1\n', /:3: this row has 2 fields, expected 3/],
  ])('refuses %s with one sentence and its line', async (_what, rows, sentence) => {
    const path = file('bad.csv', `${HEADER}\n${rows}`);
    const { code, out, messages } = await gapping('rates', '--in', path);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(messages).toHaveLength(1);
    expect(messages[0].startsWith(`${path}:`)).toBe(true);
    expect(messages[0]).toMatch(sentence);
  });

  test('reads a byte-order mark, returns before line feeds, and quotes', async () => {
    const plain = await gapping('rates', '--in', file('p.csv', `${HEADER}\n"x, y",1,10\nz,2,10\n`));
    const marked = await gapping(
      'rates',
      '--in',
      file('m.csv', `\uFEFF${HEADER}\r\n"x, y","1",10\r\nz,2,10\r\n`),
    );
    expect(marked).toEqual(plain);
    expect(plain.out).toContain('\n"x, y",0.1,');
  });

  test('refuses an empty file, a missing file, a folder, UTF-16 and other bytes', async () => {
    const empty = await gapping('rates', '--in', file('e.csv', ''));
    expect(empty.messages[0]).toMatch(
      /:1: the file is empty, expected a CSV file with the columns area,count,population/,
    );
    const missing = await gapping('rates', '--in', 'nowhere/none.csv');
    expect(missing.messages[0]).toMatch(/^nowhere\/none\.csv:1: there is no such file, expected /);
    expect((await gapping('rates', '--in', '.')).messages[0]).toMatch(/^\.:1: this is a folder, expected /);
    const wide = await gapping(
      'rates',
      '--in',
      file('w.csv', Buffer.from(`\uFEFF${HEADER}\na,1,2\n`, 'utf16le')),
    );
    expect(wide.messages[0]).toMatch(/:1: the file is in UTF-16 .*expected UTF-8/);
    const latin = await gapping(
      'rates',
      '--in',
      file('l.csv', Buffer.from(`${HEADER}\na,1,2\nCaf\u00e9,1,2\n`, 'latin1')),
    );
    expect(latin.messages[0]).toMatch(/:3: this line has a character that is not UTF-8/);
    for (const run of [empty, missing, wide, latin]) expect(run.code).toBe(2);
  });

  test('writes a million areas', async () => {
    const lines = Array.from({ length: 1_000_000 }, (_, i) => `E${i},${i % 40},${1000 + (i % 997)}`);
    const path = file('million.csv', `${HEADER}\n${lines.join('\n')}\n`);
    const started = performance.now();
    const { code, out } = await gapping('rates', '--in', path);
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(1_000_002);
    // Some seconds alone; this only notices work that grows faster than the file.
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  test.skipIf(!FIXTURES)(
    'equals the reference smoothing of the North Carolina counties (needs ../shared/fixtures)',
    async () => {
      const { ids, vars, expected } = fixture('nc_sids.json');
      for (const [year, key] of [
        ['74', 'EB74_queen'],
        ['79', 'EB79_queen'],
      ]) {
        const rows = ids.map((id: string, i: number) => [id, vars[`SID${year}`][i], vars[`BIR${year}`][i]]);
        const result = rowsOf((await gapping('rates', '--in', csv('nc.csv', HEADER, rows))).out);
        const { raw, est, params } = expected[key].global;
        result.forEach((row, i) => {
          close(cell(row, 'rate'), raw[i], `rate of ${row.area}`);
          close(cell(row, 'eb_rate'), est[i], `smoothed rate of ${row.area}`);
          close(
            cell(row, 'eb_weight'),
            params.a / (params.a + params.b / vars[`BIR${year}`][i]),
            `weight of ${row.area}`,
          );
        });
      }
    },
  );
});
