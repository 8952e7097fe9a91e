// What no figure can be made of is refused in one line, with nothing on standard output; what only looks too dear is not.
import { describe, expect, test } from 'vitest';
import { file, gapping } from './commandLine.ts';

/** Refused with exit code 2, one line that names this place, and no figures. */
async function refused(place: string, ...args: string[]): Promise<string> {
  const { code, out, messages } = await gapping(...args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(place);
  expect(messages[0]).not.toMatch(/[\r\n]/);
  return messages[0];
}

const square = (x: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 0],
    ],
  ],
});

describe('a refusal', () => {
  test('is one line, also where a code has a line break in it', async () => {
    const input = file('twice.csv', 'area,count,population\n"a\nb",3,100\n"a\nb",3,100\n');
    expect(await refused(`${input}:4:`, 'rates', '--in', input)).toContain('"a b" was already given');
  });

  test('is what figures get that no number can hold, instead of "Infinity" or a blank', async () => {
    for (const rows of ['a,1e308,1e-300\nb,1,10', 'a,1e308,1e308\nb,1e308,1e308', 'a,1,5e-324\nb,1,10']) {
      const input = file('large.csv', `area,count,population\n${rows}\n`);
      await refused(`${input}:1:`, 'rates', '--in', input);
    }
    const people = file('people.csv', 'area,lon,lat,eligible\na,-1.9,52.5,1e-320\n');
    const sites = file('sites.csv', 'site,lon,lat,capacity\nS,-1.9,52.5,10\nT,2,50,10\n');
    await refused(sites, 'access', '--demand', people, '--supply', sites, '--catchment', '500');
    const demand = file('demand.csv', 'area,x,y,demand\na,0,0,1e308\nb,0,0,1e308\n');
    const candidates = file('candidates.csv', 'site,x,y\nS,0,0\n');
    const cover = ['cover', '--demand', demand, '--candidates', candidates, '--radius', '1', '--sites', '1'];
    await refused(demand, ...cover);
  });

  test('comes before the remark that drawing takes a while', async () => {
    const codes = Array.from({ length: 60 }, (_, i) => i);
    const values = file('alike.csv', `area,value\n${codes.map((i) => `${i},7`).join('\n')}\n`);
    const pairs = codes.slice(1).map((i) => `${i},${i - 1}\n${i - 1},${i}`);
    const neighbours = file('pairs.csv', `area,neighbour\n${pairs.join('\n')}\n`);
    const three = file('few.csv', 'area,neighbour\n0,1\n1,0\n');
    const args = ['clusters', '--values', values, '--permutations', '9999999', '--neighbours'];
    for (const statistic of ['local-moran', 'gi-star', 'global-moran'])
      await refused(`${values}:1:`, ...args, neighbours, '--statistic', statistic);
    await refused(`${three}:1:`, ...args, three, '--statistic', 'global-moran');
  });

  test('is what a feature gets whose polygon is empty: it is no island', async () => {
    const values = file('values.csv', 'area,value\na,1\nb,2\nc,4\n');
    for (const empty of [[], [[]], [[[]]]]) {
      const geometry = { type: 'MultiPolygon', coordinates: empty };
      const features = [square(0), square(1), geometry].map((shape, k) => ({
        type: 'Feature',
        properties: { code: 'abc'[k] },
        geometry: shape,
      }));
      const shapes = file('shapes.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
      const args = ['clusters', '--values', values, '--polygons', shapes, '--id', 'code'];
      expect(await refused(`${shapes}:1:`, ...args)).toContain('("c") has no polygon');
    }
  });

  test('is not what locked sites of .1 and .2 get from a budget of .3', async () => {
    const demand = file('demand.csv', 'area,x,y,demand\na,0,0,5\nb,9,9,3\n');
    const candidates = file('candidates.csv', 'site,x,y,cost\nS,0,0,0.1\nT,9,9,0.2\n');
    const locked = file('locked.csv', 'site\nS\nT\n');
    const means = ['--locked', locked, '--budget'];
    const cover = ['cover', '--demand', demand, '--candidates', candidates, '--radius', '1', ...means];
    const { code, out } = await gapping(...cover, '0.3');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ sites: ['S', 'T'], covered: 8, bound: 8, certified_gap: 0 });
    expect(await refused('--budget is 0.29', ...cover, '0.29')).toContain('at least the 0.3 the locked');
  });
});
