// `gapping access`, from files to figures.
import { describe, expect, test } from 'vitest';
import { cell, csv, file, gapping, rowsOf } from './commandLine.ts';
import { close, FIXTURES, fixture } from './references.ts';

const demand = () =>
  csv('demand.csv', 'area,lon,lat,eligible', [
    ['near', -1.9, 52.5, 1000],
    ['middle', -1.9, 52.53, 500],
    ['far', -1.9, 53.5, 800],
  ]);
const supply = () => csv('supply.csv', 'site,lon,lat,capacity', [['s', -1.9, 52.5, 60]]);

describe('access', () => {
  test('shares a site by distance, gives 0 where none is within reach, and loses no place', async () => {
    const { code, out } = await gapping(
      'access',
      '--demand',
      demand(),
      '--supply',
      supply(),
      '--catchment',
      '15000',
      '--decay',
      'gaussian',
    );
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('area,places_per_eligible,places');
    const [near, middle, far] = rowsOf(out);
    expect(far).toEqual({ area: 'far', places_per_eligible: '0', places: '0' });
    expect(cell(near, 'places') + cell(middle, 'places')).toBeCloseTo(60, 10);
    // .03 degrees of latitude, by the detour, in thirds of the catchment
    const distance = ((0.03 * Math.PI) / 180) * 6371008.8 * 1.3;
    const ratio = cell(middle, 'places_per_eligible') / cell(near, 'places_per_eligible');
    expect(ratio).toBeCloseTo(Math.exp(-0.5 * (distance / 5000) ** 2), 9);
  });

  test('shares by listed costs: without a threshold whatever is listed is in reach', async () => {
    const costs = csv('costs.csv', 'area,site,cost', [
      ['near', 's', 5],
      ['far', 's', 50],
    ]);
    const all = rowsOf(
      (await gapping('access', '--demand', demand(), '--supply', supply(), '--cost', costs)).out,
    );
    expect(all.map((r) => r.places_per_eligible)).toEqual(['0.0333333333333333', '0', '0.0333333333333333']);
    const within = await gapping(
      'access',
      '--demand',
      demand(),
      '--supply',
      supply(),
      '--cost',
      costs,
      '--catchment',
      '20',
      '--decay',
      'step',
    );
    expect(rowsOf(within.out).map((r) => cell(r, 'places'))).toEqual([60, 0, 0]);
    const faded = rowsOf(
      (
        await gapping(
          'access',
          '--demand',
          demand(),
          '--supply',
          supply(),
          '--cost',
          costs,
          '--catchment',
          '60',
          '--decay',
          'exponential',
        )
      ).out,
    );
    expect(cell(faded[2], 'places_per_eligible') / cell(faded[0], 'places_per_eligible')).toBeCloseTo(
      Math.exp(-45 / 20),
      12,
    );
  });

  test('names a site that reaches nobody', async () => {
    const sites = csv('sites.csv', 'site,lon,lat,capacity', [
      ['s', -1.9, 52.5, 60],
      ['island', -6, 49.9, 10],
    ]);
    const run = await gapping('access', '--demand', demand(), '--supply', sites, '--catchment', '15000');
    expect(run.code).toBe(0);
    expect(run.messages).toEqual([
      `${sites}:3: site "island" has no eligible person within reach; its places are left out.`,
    ]);
  });

  test.each([
    [
      'an unknown area in the costs',
      'area,site,cost\nelsewhere,s,1\n',
      /:2: area "elsewhere" is unknown, expected a code from /,
    ],
    [
      'an unknown site in the costs',
      'area,site,cost\nnear,s,1\nfar,t,1\n',
      /:3: site "t" is unknown, expected /,
    ],
    [
      'a pair given twice',
      'area,site,cost\nnear,s,1\nnear,s,2\n',
      /:3: .*already given on line 2, expected each pair once$/,
    ],
    ['a negative cost', 'area,site,cost\nnear,s,-1\n', /:2: cost is "-1", expected /],
  ])('refuses %s', async (_what, content, sentence) => {
    const run = await gapping(
      'access',
      '--demand',
      demand(),
      '--supply',
      supply(),
      '--cost',
      file('bad.csv', content),
    );
    expect(run.code).toBe(2);
    expect(run.messages).toHaveLength(1);
    expect(run.messages[0]).toMatch(sentence);
  });

  test('refuses coordinates that are no degrees, and flags that do not go together', async () => {
    const metres = csv('metres.csv', 'area,lon,lat,eligible', [['a', 406000, 287000, 10]]);
    const run = await gapping('access', '--demand', metres, '--supply', supply(), '--catchment', '15000');
    expect(run.messages[0]).toMatch(/:2: lon is "406000", expected longitude in degrees from -180 to 180$/);
    const flags = async (...more: string[]) =>
      (await gapping('access', '--demand', demand(), '--supply', supply(), ...more)).messages[0];
    expect(await flags()).toMatch(/--catchment or --cost is missing/);
    expect(await flags('--catchment', '-5')).toMatch(/--catchment is "-5"|ambiguous/);
    expect(await flags('--catchment', '0')).toMatch(/--catchment is "0", expected a number above 0/);
    expect(await flags('--catchment', '5', '--decay', 'linear')).toMatch(
      /--decay is "linear", expected step, gaussian, exponential/,
    );
    expect(await flags('--cost', 'x.csv', '--decay', 'gaussian')).toMatch(/needs --catchment/);
    expect(await flags('--catchment', '5', '--frobnicate')).toMatch(/--frobnicate/);
  });

  test.skipIf(!FIXTURES)(
    'equals the reference two-step examples that have a step (needs ../shared/fixtures)',
    async () => {
      const cases = fixture('fca.json').cases.filter((c: { weight?: unknown }) => c.weight === undefined);
      expect(cases.length).toBeGreaterThan(0);
      for (const c of cases) {
        const areas = csv(
          'd.csv',
          'area,eligible',
          c.demand.map((e: number, i: number) => [`a${i}`, e]),
        );
        const sites = csv(
          's.csv',
          'site,capacity',
          c.supply.map((s: number, j: number) => [`s${j}`, s]),
        );
        const costs = csv(
          'c.csv',
          'area,site,cost',
          c.cost.flatMap((row: number[], i: number) => row.map((cost, j) => [`a${i}`, `s${j}`, cost])),
        );
        const { out } = await gapping(
          'access',
          '--demand',
          areas,
          '--supply',
          sites,
          '--cost',
          costs,
          '--catchment',
          String(c.max_cost),
          '--decay',
          'step',
        );
        for (const [i, row] of rowsOf(out).entries()) {
          close(cell(row, 'places_per_eligible'), c.expected.two_stage[i], c.name);
        }
      }
    },
  );
});
