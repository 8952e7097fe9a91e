// `gapping clusters` against reference answers: moments, scores, permutation p and neighbours.
import { describe, expect, test } from 'vitest';
import { cell, csv, file, gapping, rowsOf } from './commandLine.ts';
import { close, FIXTURES, fixture } from './references.ts';

type Reference = ReturnType<typeof fixture>;

describe.skipIf(!FIXTURES)('clusters against reference answers (needs ../shared/fixtures)', () => {
  const cases: [string, string, string, string][] = [
    ['columbus.json', 'CRIME', 'gal', 'CRIME_gal'],
    ['columbus.json', 'CRIME', 'queen_poly2nb', 'CRIME_queen'],
    ['columbus.json', 'CRIME', 'rook_poly2nb', 'CRIME_rook'],
    ['columbus.json', 'HOVAL', 'gal', 'HOVAL_gal'],
    ['columbus.json', 'INC', 'gal', 'INC_gal'],
    ['grid5_island.json', 'x', 'nb', 'island'],
    ['grid5_island.json', 'x', 'full', 'full'],
    ['nc_sids.json', 'FT74', 'queen', 'FT74_queen'],
  ];
  const name = (i: number) => `area ${i}`;
  const files = (data: Reference, variable: string, neighbours: string) => [
    '--values',
    csv(
      'v.csv',
      'area,value',
      data.vars[variable].map((v: number, i: number) => [name(i), v]),
    ),
    '--neighbours',
    csv(
      'n.csv',
      'area,neighbour',
      data.neighbours[neighbours].flatMap((list: number[], i: number) => list.map((j) => [name(i), name(j)])),
    ),
  ];

  test.each(cases)(
    '%s %s %s: local Moran, its moments, and false discovery',
    async (path, variable, nb, key) => {
      const data = fixture(path);
      const expected = data.expected[key].localMoran;
      const lists: number[][] = data.neighbours[nb];
      const rows = rowsOf((await gapping('clusters', ...files(data, variable, nb))).out);
      const n = rows.length;
      // The references divide by n where ours divides by n − 1.
      const scale = (n - 1) / n;
      const mean = data.vars[variable].reduce((s: number, v: number) => s + v, 0) / n;
      for (const [i, row] of rows.entries()) {
        if (lists[i].length === 0) {
          expect([row.z, row.p]).toEqual(['', '']);
          continue;
        }
        close(cell(row, 'statistic'), expected.Ii[i] * scale, `I of ${row.area}`);
        close(cell(row, 'expected'), expected.E_conditional[i] * scale, `E of ${row.area}`);
        close(cell(row, 'variance'), expected.Var_conditional[i] * scale * scale, `variance of ${row.area}`);
        if (Math.abs(data.vars[variable][i] - mean) > 1e-9 * Math.abs(mean)) {
          close(cell(row, 'z'), expected.Z_conditional[i], `z of ${row.area}`);
        }
      }
    },
  );

  test.each(cases)('%s %s %s: Gi*', async (path, variable, nb, key) => {
    const data = fixture(path);
    const expected = data.expected[key].localG.Gstar_z_W;
    const rows = rowsOf(
      (await gapping('clusters', ...files(data, variable, nb), '--statistic', 'gi-star')).out,
    );
    rows.forEach((row, i) => {
      close(cell(row, 'z'), expected[i], `z of ${row.area}`);
      const again = (cell(row, 'statistic') - cell(row, 'expected')) / Math.sqrt(cell(row, 'variance'));
      expect(again).toBeCloseTo(expected[i], 8);
    });
  });

  test.each(cases)('%s %s %s: global Moran', async (path, variable, nb, key) => {
    const data = fixture(path);
    const { estimate, expectation, variance, statistic } = data.expected[key].moran.randomisation_two_sided;
    const [row] = rowsOf(
      (await gapping('clusters', ...files(data, variable, nb), '--statistic', 'global-moran')).out,
    );
    close(cell(row, 'statistic'), estimate, 'I');
    close(cell(row, 'expected'), expectation, 'E');
    close(cell(row, 'variance'), variance, 'variance');
    close(cell(row, 'z'), statistic, 'z');
  });

  test('permutation p lies within four standard errors of the exact p, at 99,999 draws', async () => {
    const data = fixture('columbus.json');
    const exact = fixture('columbus_perm_exact.json').rows;
    const permutations = 99_999;
    const run = await gapping(
      'clusters',
      ...files(data, 'CRIME', 'gal'),
      '--permutations',
      String(permutations),
    );
    const rows = rowsOf(run.out);
    expect(exact.length).toBe(rows.length);
    for (const { i, ge, le, N } of exact) {
      const tail = Math.min(ge, le) / N;
      const truth = Math.min(1, 2 * tail);
      const error = 2 * Math.sqrt((tail * (1 - tail)) / permutations) + 2 / permutations;
      expect(Math.abs(cell(rows[i], 'p') - truth), `p of ${rows[i].area}`).toBeLessThan(4 * error);
    }
  });

  test('finds the same neighbours from polygons as the reference does', async () => {
    for (const [path, variable, nb, ids] of [
      ['columbus.json', 'CRIME', 'queen_poly2nb', 'columbus'],
      ['nc_sids.json', 'FT74', 'queen', 'nc'],
    ]) {
      const data = fixture(path);
      const features = data.geometry.map((coordinates: unknown, i: number) => ({
        type: 'Feature',
        properties: { [ids]: name(i) },
        geometry: { type: 'MultiPolygon', coordinates },
      }));
      const map = file('map.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
      const [flag, valuesFile, ...neighbours] = files(data, variable, nb);
      const fromList = await gapping('clusters', flag, valuesFile, ...neighbours);
      const fromMap = await gapping('clusters', flag, valuesFile, '--polygons', map, '--id', ids);
      expect(fromMap).toEqual(fromList);
    }
  });
});
