// `gapping cover`: against every possible choice of few candidates, and against proven optima.
import { describe, expect, test } from 'vitest';
import { greatCircle } from '../../src/engine/distance.ts';
import { createRandom } from '../../src/engine/random.ts';
import { choices } from './choices.ts';
import { csv, file, gapping } from './commandLine.ts';
import { FIXTURES, fixture } from './references.ts';

interface Cover {
  sites: string[];
  covered: number;
  bound: number;
  certified_gap: number;
}
// five villages on a line, 10 apart; three places for a clinic with a radius of 10
const villages = () =>
  csv('demand.csv', 'area,x,y,demand', [
    ['a', 0, 0, 50],
    ['b', 10, 0, 30],
    ['c', 20, 0, 5],
    ['d', 30, 0, 40],
    ['e', 40, 0, 20],
  ]);
const clinics = () =>
  csv('candidates.csv', 'site,x,y,cost', [
    ['west', 0, 0, 7],
    ['middle', 20, 0, 3],
    ['east', 30, 0, 4],
  ]);
const cover = async (...args: string[]): Promise<Cover> => {
  const run = await gapping(
    'cover',
    '--demand',
    villages(),
    '--candidates',
    clinics(),
    '--radius',
    '10',
    ...args,
  );
  expect(run.messages).toEqual([]);
  return JSON.parse(run.out);
};

describe('cover', () => {
  test('finds the best sites of a line of villages, an area at exactly the radius being covered', async () => {
    expect(await cover('--sites', '1')).toEqual({
      sites: ['west'],
      covered: 80,
      bound: 80,
      certified_gap: 0,
    });
    expect(await cover('--sites', '2')).toMatchObject({
      sites: ['west', 'east'],
      covered: 145,
      certified_gap: 0,
    });
    expect(await cover('--sites', '0')).toMatchObject({ sites: [], covered: 0 });
    expect(await cover('--sites', '9')).toMatchObject({ sites: ['west', 'east'], covered: 145 });
  });

  test('spends a budget', async () => {
    expect(await cover('--budget', '7')).toMatchObject({ sites: ['middle', 'east'], covered: 95 });
    expect(await cover('--budget', '6')).toMatchObject({ sites: ['middle'], covered: 75 });
    expect(await cover('--budget', '11')).toMatchObject({ sites: ['west', 'east'], covered: 145 });
  });

  test('keeps locked sites among those it counts', async () => {
    const locked = csv('locked.csv', 'site', [['middle']]);
    expect(await cover('--sites', '1', '--locked', locked)).toMatchObject({ sites: ['middle'], covered: 75 });
    expect(await cover('--sites', '2', '--locked', locked)).toMatchObject({
      sites: ['west', 'middle'],
      covered: 125,
    });
  });

  test('measures a radius in metres for lon,lat, straight unless a detour is asked for', async () => {
    const demand = csv('d.csv', 'area,lon,lat,demand', [
      ['a', -1.9, 52.5, 10],
      ['b', -1.9, 52.509, 5],
    ]);
    const sites = csv('s.csv', 'site,lon,lat', [['s', -1.9, 52.5]]);
    const distance = greatCircle(-1.9, 52.5, -1.9, 52.509);
    const covered = async (...more: string[]) =>
      JSON.parse(
        (await gapping('cover', '--demand', demand, '--candidates', sites, '--sites', '1', ...more)).out,
      ).covered;
    expect(await covered('--radius', String(distance * 1.001))).toBe(15);
    expect(await covered('--radius', String(distance * 0.999))).toBe(10);
    expect(await covered('--radius', String(distance * 1.001), '--detour', '1.3')).toBe(10);
  });

  test('covers as much as the best of all choices on small maps, and never claims more', async () => {
    const random = createRandom(4);
    for (let round = 0; round < 12; round++) {
      const people = Array.from(
        { length: 14 },
        (_, i) => [`a${i}`, random.uniform(), random.uniform(), random.below(9)] as const,
      );
      const sites = Array.from(
        { length: 8 },
        (_, j) => [`s${j}`, random.uniform(), random.uniform()] as const,
      );
      const p = 1 + random.below(4);
      const radius = 0.15 + 0.3 * random.uniform();
      const run = await gapping(
        'cover',
        '--demand',
        csv(
          'd.csv',
          'area,x,y,demand',
          people.map((r) => [...r]),
        ),
        '--candidates',
        csv(
          's.csv',
          'site,x,y',
          sites.map((r) => [...r]),
        ),
        '--radius',
        String(radius),
        '--sites',
        String(p),
      );
      const result: Cover = JSON.parse(run.out);
      const value = (chosen: readonly number[]) =>
        people.reduce(
          (sum, [, x, y, demand]) =>
            chosen.some((j) => Math.hypot(x - sites[j][1], y - sites[j][2]) <= radius) ? sum + demand : sum,
          0,
        );
      const best = Math.max(...choices(8, p).map(value));
      expect(result.sites.length).toBeLessThanOrEqual(p);
      expect(result.covered).toBe(value(result.sites.map((s) => Number(s.slice(1)))));
      expect(result.covered).toBeLessThanOrEqual(best);
      expect(result.bound).toBeGreaterThanOrEqual(best);
      expect(result.certified_gap).toBeCloseTo(
        result.bound === 0 ? 0 : 1 - result.covered / result.bound,
        12,
      );
      expect(result.covered).toBeGreaterThanOrEqual(best * (1 - result.certified_gap) - 1e-9);
    }
  });

  test.each([
    [['--sites', '1', '--budget', '2'], /--sites and --budget were both given/],
    [[], /--sites or --budget is missing/],
    [['--sites', '1.5'], /--sites is "1.5", expected a whole number of 0 or more/],
    [['--sites', 'many'], /--sites is "many"/],
    [['--sites', '2', '--detour', '1.3'], /--detour goes with lon,lat/],
  ])('refuses the flags %j', async (more, sentence) => {
    const run = await gapping(
      'cover',
      '--demand',
      villages(),
      '--candidates',
      clinics(),
      '--radius',
      '10',
      ...more,
    );
    expect(run.code).toBe(2);
    expect(run.messages).toHaveLength(1);
    expect(run.messages[0]).toMatch(sentence);
  });

  test('refuses what does not fit together in the files', async () => {
    const said = async (demand: string, candidates: string, ...more: string[]) => {
      const run = await gapping(
        'cover',
        '--demand',
        demand,
        '--candidates',
        candidates,
        '--radius',
        '10',
        ...more,
      );
      expect(run.code).toBe(2);
      return run.messages.join('\n');
    };
    const degrees = csv('deg.csv', 'site,lon,lat', [['s', -1.9, 52.5]]);
    const bare = csv('bare.csv', 'site,x', [['s', 1]]);
    const negative = file('neg.csv', 'area,x,y,demand\na,0,0,1\nb,0,0,-1\n');
    const stranger = csv('locked.csv', 'site', [['west'], ['north']]);
    const twice = csv('locked.csv', 'site', [['west'], ['west']]);
    expect(await said(villages(), degrees, '--sites', '1')).toMatch(
      /the header has x,y while .*deg\.csv has lon,lat/,
    );
    expect(await said(villages(), bare, '--sites', '1')).toMatch(
      /bare\.csv:1: the header has no pair of coordinates/,
    );
    expect(await said(villages(), bare, '--budget', '1')).toMatch(
      /bare\.csv:1: the header has no column "cost"/,
    );
    expect(await said(negative, clinics(), '--sites', '1')).toMatch(
      /neg\.csv:3: demand is "-1", expected a number of 0 or more/,
    );
    expect(await said(villages(), clinics(), '--sites', '3', '--locked', stranger)).toMatch(
      /locked\.csv:3: site "north" is unknown/,
    );
    expect(await said(villages(), clinics(), '--sites', '3', '--locked', twice)).toMatch(
      /locked\.csv:3: site "west" is locked twice/,
    );
    const both = csv('locked.csv', 'site', [['west'], ['east']]);
    expect(await said(villages(), clinics(), '--sites', '1', '--locked', both)).toMatch(
      /--sites is 1, expected at least the 2/,
    );
    expect(await said(villages(), clinics(), '--budget', '10', '--locked', both)).toMatch(
      /--budget is 10, expected at least the 11/,
    );
  });

  test.skipIf(!FIXTURES)(
    'stays within its certified gap of proven optima (needs ../shared/fixtures)',
    async () => {
      for (const { demand_xy, site_xy, demand, radius, expected } of fixture('mclp.json').random) {
        const areas = csv(
          'd.csv',
          'area,x,y,demand',
          demand.map((d: number, i: number) => [`a${i}`, ...demand_xy[i], d]),
        );
        const sites = csv(
          's.csv',
          'site,x,y',
          site_xy.map((xy: number[], j: number) => [`s${j}`, ...xy]),
        );
        for (const { p, objective } of expected) {
          const run = await gapping(
            'cover',
            '--demand',
            areas,
            '--candidates',
            sites,
            '--radius',
            String(radius),
            '--sites',
            String(p),
          );
          const result: Cover = JSON.parse(run.out);
          expect(result.covered, `p = ${p}`).toBeLessThanOrEqual(objective);
          expect(result.bound, `p = ${p}`).toBeGreaterThanOrEqual(objective);
          expect(result.covered, `p = ${p}`).toBeGreaterThanOrEqual(objective * (1 - result.certified_gap));
        }
      }
    },
  );
});
