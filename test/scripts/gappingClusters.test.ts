// `gapping clusters`, from files to figures.
import { describe, expect, test } from 'vitest';
import { cell, csv, file, gapping, rowsOf } from './commandLine.ts';
import { close } from './references.ts';

// a ─ b ─ c ─ d ─ e, and f, an island
const VALUES: [string, number][] = [
  ['a', 9],
  ['b', 8],
  ['c', 5],
  ['d', 2],
  ['e', 1],
  ['f', 4],
];
const CHAIN = [
  ['a', 'b'],
  ['b', 'c'],
  ['c', 'd'],
  ['d', 'e'],
];
const both = (pairs: string[][]) =>
  pairs.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]);
const values = () => csv('values.csv', 'area,value', VALUES);
const list = (pairs: string[][]) => csv('neighbours.csv', 'area,neighbour', pairs);
const clusters = (...args: string[]) => gapping('clusters', '--values', values(), ...args);

describe('clusters', () => {
  test('gives local Moran, quadrants and an island without p, in the order of the values', async () => {
    const { code, out, messages } = await clusters('--neighbours', list(both(CHAIN)));
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('area,statistic,expected,variance,z,p,p_fdr,quadrant');
    const rows = rowsOf(out);
    expect(rows.map((r) => r.area)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(rows.map((r) => r.quadrant)).toEqual(
      ['high-high', 'high-high', 'high-high', 'low-low', 'low-low', 'none'].map((q, i) =>
        i === 2 ? rows[2].quadrant : q,
      ),
    );
    // mean 29/6; m2 = sum of squares / 5
    const z = VALUES.map(([, v]) => v - 29 / 6);
    const m2 = z.reduce((s, v) => s + v * v, 0) / 5;
    close(cell(rows[0], 'statistic'), (z[0] / m2) * z[1], 'I of a');
    close(cell(rows[1], 'statistic'), ((z[1] / m2) * (z[0] + z[2])) / 2, 'I of b');
    expect([rows[5].z, rows[5].p, rows[5].p_fdr]).toEqual(['', '', '']);
    expect(messages).toEqual(['1 of 6 areas have no neighbours: f.']);
  });

  test('does not mind the order of pairs, repeats, or which way a pair is listed with --symmetric', async () => {
    const plain = await clusters('--neighbours', list(both(CHAIN)));
    const shuffled = await clusters('--neighbours', list([...both(CHAIN).reverse(), ['a', 'b']]));
    const once = await clusters('--neighbours', list(CHAIN), '--symmetric');
    const twice = await clusters('--neighbours', list(both(CHAIN)), '--symmetric');
    for (const other of [shuffled, once, twice]) expect(other).toEqual(plain);
  });

  test('takes a pair listed one way as one way, and says so', async () => {
    const { code, out, messages } = await clusters('--neighbours', list([...both(CHAIN), ['f', 'a']]));
    expect(code).toBe(0);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(
      /1 of 5 pairs are listed one way only \("f" has the neighbour "a", not the reverse\)/,
    );
    const rows = rowsOf(out);
    const plain = rowsOf((await clusters('--neighbours', list(both(CHAIN)))).out);
    expect(rows[0].statistic).toBe(plain[0].statistic);
    expect(rows[5].quadrant).toBe('low-high');
  });

  test('gives the same p for the same seed, another for the next', async () => {
    const run = async (seed: string) =>
      (await clusters('--neighbours', list(both(CHAIN)), '--seed', seed, '--permutations', '199')).out;
    expect(await run('7')).toBe(await run('7'));
    expect(await run('8')).not.toBe(await run('7'));
  });

  test('gives Gi* as a share of all, expected 1/n, also for an island', async () => {
    const rows = rowsOf((await clusters('--neighbours', list(both(CHAIN)), '--statistic', 'gi-star')).out);
    close(cell(rows[0], 'statistic'), 8.5 / 29, 'Gi* of a');
    close(cell(rows[5], 'statistic'), 4 / 29, 'Gi* of the island');
    close(cell(rows[0], 'expected'), 1 / 6, 'expected');
    close(cell(rows[0], 'z'), (8.5 / 29 - 1 / 6) / Math.sqrt(cell(rows[0], 'variance')), 'z');
    expect(rows[5].p).toBe('');
  });

  test('gives one row for global Moran', async () => {
    const run = await clusters('--neighbours', list(both(CHAIN)), '--statistic', 'global-moran');
    const rows = rowsOf(run.out);
    expect(rows).toHaveLength(1);
    expect(rows[0].area).toBe('all');
    expect(rows[0].quadrant).toBe('none');
    expect(cell(rows[0], 'expected')).toBe(-0.25);
  });

  test('finds neighbours from polygons by a property: a shared corner is enough', async () => {
    const square = (x: number, y: number) => [
      [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
        [x, y],
      ],
    ];
    // c
    //   b        a and b share a border, b and c a corner, d lies apart
    //   a
    const feature = (code: string | number, coordinates: unknown, type = 'Polygon') => ({
      type: 'Feature',
      properties: { code },
      geometry: { type, coordinates },
    });
    const features = [
      feature('a', square(1, 0)),
      feature('b', [square(1, 1)], 'MultiPolygon'),
      feature('c', square(0, 2)),
      feature('d', square(9, 9)),
      feature('further', square(5, 5)),
    ];
    const map = file('map.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
    const four = csv('four.csv', 'area,value', VALUES.slice(0, 4));
    const args = ['clusters', '--values', four, '--permutations', '99'];
    const fromMap = await gapping(...args, '--polygons', map, '--id', 'code');
    const fromList = await gapping(
      ...args,
      '--neighbours',
      list(
        both([
          ['a', 'b'],
          ['b', 'c'],
        ]),
      ),
    );
    expect(fromMap.code).toBe(0);
    expect(fromMap).toEqual(fromList);

    const without = await gapping('clusters', '--values', values(), '--polygons', map, '--id', 'code');
    expect(without.code).toBe(2);
    expect(without.messages[0]).toMatch(/values\.csv:6: area "e" has no polygon/);
    const wrong = await gapping(...args, '--polygons', map, '--id', 'name');
    expect(wrong.messages[0]).toMatch(/map\.geojson:1: feature 1 has no property "name"/);
    const twice = file(
      'twice.geojson',
      JSON.stringify({ type: 'FeatureCollection', features: [features[0], features[0]] }),
    );
    expect((await gapping(...args, '--polygons', twice, '--id', 'code')).messages[0]).toMatch(
      /feature 2 is another with the code "a"/,
    );
    const point = file(
      'point.geojson',
      JSON.stringify({ type: 'FeatureCollection', features: [feature('a', [1, 2], 'Point')] }),
    );
    expect((await gapping(...args, '--polygons', point, '--id', 'code')).messages[0]).toMatch(
      /feature 1 \("a"\) has no polygon/,
    );
    const broken = file('broken.geojson', '{"type": "FeatureCollection",\n"features": [}');
    expect((await gapping(...args, '--polygons', broken, '--id', 'code')).messages[0]).toMatch(
      /broken\.geojson:\d+: the file stops being JSON here/,
    );
    const other = file('other.geojson', '[]');
    expect((await gapping(...args, '--polygons', other, '--id', 'code')).messages[0]).toMatch(
      /is no FeatureCollection/,
    );
  });

  test.each([
    [
      'an unknown neighbour',
      'area,neighbour\na,b\na,zz\n',
      /neighbours\.csv:3: neighbour "zz" is unknown, expected a code from /,
    ],
    ['an unknown area', 'area,neighbour\nq,b\n', /:2: area "q" is unknown, expected /],
    [
      'an area that is its own neighbour',
      'area,neighbour\na,a\n',
      /:2: area "a" is listed as its own neighbour, expected another area$/,
    ],
    ['an empty file', '', /:1: the file is empty, expected /],
  ])('refuses %s in the list', async (_what, content, sentence) => {
    const run = await clusters('--neighbours', file('neighbours.csv', content));
    expect(run.code).toBe(2);
    expect(run.out).toBe('');
    expect(run.messages).toHaveLength(1);
    expect(run.messages[0]).toMatch(sentence);
  });

  test.each([
    ['NaN', 'a,1\nb,NaN\nc,3\nd,4\n', /:3: value is "NaN", expected a number$/],
    ['a blank', 'a,1\nb,\nc,3\nd,4\n', /:3: value is blank, expected a number$/],
    ['an area twice', 'a,1\nb,2\na,3\nd,4\n', /:4: area "a" was already given on line 2/],
    ['one value everywhere', 'a,1\nb,1\nc,1\nd,1\n', /:1: All areas have the same value/],
    ['two areas', 'a,1\nb,2\n', /:3: the file ends after 2 areas, expected at least 3$/],
    ['only a header', '', /:1: the header has no rows under it/],
  ])('refuses %s in the values', async (_what, rows, sentence) => {
    const path = file('bad.csv', `area,value\n${rows}`);
    const run = await gapping(
      'clusters',
      '--values',
      path,
      '--neighbours',
      list([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    );
    expect(run.code).toBe(2);
    expect(run.messages).toHaveLength(1);
    expect(run.messages[0]).toMatch(sentence);
  });

  test('takes a list without any pair: every area is an island', async () => {
    const { code, out } = await clusters('--neighbours', list([]));
    expect(code).toBe(0);
    for (const row of rowsOf(out)) expect([row.p, row.p_fdr, row.quadrant]).toEqual(['', '', 'none']);
    const all = await clusters('--neighbours', list([]), '--statistic', 'global-moran');
    expect(all.code).toBe(2);
  });

  test('a global test without enough neighbours names their file, not that of the values', async () => {
    const pairs = list([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    const run = await clusters('--neighbours', pairs, '--statistic', 'global-moran');
    expect(run.code).toBe(2);
    expect(run.messages).toHaveLength(1);
    expect(run.messages[0]).toContain(`${pairs}:1: 2 areas have neighbours among the`);
    expect(run.messages[0]).toContain('expected at least 4 for a global test');
  });

  test('a seed below 0 is a value and not another flag', async () => {
    const pairs = list([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    const run = await clusters('--neighbours', pairs, '--permutations', '99', '--seed', '-1');
    expect(run.code).toBe(0);
    const refused = await clusters('--neighbours', pairs, '--seed', '-1.5');
    expect(refused.messages).toEqual([
      'gapping clusters: --seed is "-1.5", expected a whole number of -9007199254740991 or more.',
    ]);
    const bare = await clusters('--neighbours', pairs, '--seed');
    expect(bare.messages[0]).toMatch(/^gapping clusters: --seed is given without a value\. Flags: --values /);
    const unknown = await clusters('--neighbours', pairs, '--sead', '1');
    expect(unknown.messages[0]).toMatch(
      /^gapping clusters: --sead is no flag of this command\. Flags: --values /,
    );
  });
});
