// Another unit, out of the national sources and a street file of its force: same files, same checks.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildRelease } from '../../scripts/release/build.ts';
import { readHandTables } from '../../scripts/release/handTables.ts';
import { unitNamed } from '../../scripts/release/units.ts';
import { loadCore, loadTopology } from '../../src/data/load.ts';
import { areaFeatures } from '../../src/data/topology.ts';

const root = new URL('../..', import.meta.url).pathname;
const sources = join(root, '..', 'shared', 'data');
const there = existsSync(join(sources, 'national'));

describe.skipIf(!there)('Merseyside (skipped where ../shared/data is absent)', async () => {
  const built = there
    ? await buildRelease(unitNamed('merseyside'), sources, readHandTables(join(root, 'data')))
    : null;
  const read = async (path: string) => built?.files.get(path) ?? '';

  test('opens as any release does, with its own wards, LSOAs and whole months', async () => {
    const core = await loadCore(read);
    expect(core.authorities.map(({ name }) => name)).toEqual([
      'Knowsley',
      'Liverpool',
      'St. Helens',
      'Sefton',
      'Wirral',
    ]);
    expect([core.wards.code.length, core.lsoas.code.length]).toEqual([141, 923]);
    expect(core.months.map(({ status, located }) => `${status} ${located}`)).toEqual(
      new Array(24).fill('whole published'),
    );
    expect(areaFeatures(await loadTopology(read, 'ward'), 'wards').features.map(({ id }) => id)).toEqual(
      core.wards.code,
    );
  });

  test('has no provision of its own: it is not known, not none', async () => {
    const { inventories } = await loadCore(read);
    expect(inventories.documented).toEqual({ status: 'documented', services: [], complete: [] });
  });

  test('counts every located crime of the street file once', async () => {
    const street = built?.report.sources.find(({ file }) => file.startsWith('crime/'));
    expect(street).toMatchObject({ read: 352_980, joined: 352_790, unmatched: 190, dropped: 0 });
    const paths = [...(built?.files.keys() ?? [])].filter((path) => path.startsWith('counts/'));
    let all = 0;
    for (const path of paths)
      for (const line of (await read(path)).trimEnd().split('\n').slice(1))
        for (const cell of line.split(',').slice(1)) all += Number(cell);
    expect(all).toBe(352_790);
  });
});
