// The release that is carried along is what the sources give: made again from them, it comes out byte for byte the same.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildRelease } from '../../scripts/release/build.ts';
import { readHandTables } from '../../scripts/release/handTables.ts';
import { unitNamed } from '../../scripts/release/units.ts';

const root = new URL('../..', import.meta.url).pathname;
const sources = join(root, '..', 'shared', 'data');
const carried = (path: string) => readFileSync(join(root, 'public', 'data', path), 'utf8');

describe.skipIf(!existsSync(sources))(
  'made from the sources (skipped where ../shared/data is absent)',
  async () => {
    const { files, report } = existsSync(sources)
      ? await buildRelease(unitNamed('west-midlands'), sources, readHandTables(join(root, 'data')))
      : { files: new Map<string, string>(), report: null };

    test('the release is the one carried along', () => {
      const description = JSON.parse(carried('datapackage.json'));
      // Months that a refresh added since are not in the yearly sources; then only what no month touches can be compared.
      const refreshed = description.months.some(
        ({ located }: { located: string }) => located === 'published',
      );
      const monthly = (path: string) => /^(counts\/|opening\.json|datapackage\.json)/.test(path);
      for (const [path, text] of files)
        if (!refreshed || !monthly(path)) expect(text === carried(path), path).toBe(true);
      if (!refreshed) expect(description.resources.length).toBe(files.size - 1);
    });

    test('the report accounts for every row, and drops nothing without a reason', () => {
      const counts = report?.sources ?? [];
      expect(counts.length).toBeGreaterThan(15);
      for (const { unmatched, dropped, why } of counts)
        expect(unmatched + dropped === 0 || why !== '').toBe(true);
      const crimes = counts.find(({ file }) => file.startsWith('crime/wm_'));
      expect(crimes).toMatchObject({ read: 278_348, joined: 278_348 });
      expect(report?.text()).toContain('834445 crimes; 28 whole and 6 partial months');
    });
  },
);
