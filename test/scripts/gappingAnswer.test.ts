// `gapping answer`: the figures of a link are those the engine gives the page.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { forEachRow } from '../../scripts/gapping/csv-table.ts';
import { ensure, loadCore } from '../../src/data/load.ts';
import { OPENING_QUESTION } from '../../src/domain/question.ts';
import { needsOf } from '../../src/engine/needs.ts';
import { wholeAnswer } from '../../src/engine/wholeAnswer.ts';
import { writeLink } from '../../src/state/link.ts';
import { gapping } from './commandLine.ts';

const release = fileURLToPath(new URL('../../public/data/', import.meta.url));
const published = existsSync(join(release, 'datapackage.json'));

function tableOf(out: string): { remarks: string[]; rows: Record<string, string>[] } {
  const lines = out.split('\n');
  const remarks = lines.filter((line) => line.startsWith('# '));
  const text = lines.slice(remarks.length).join('\n');
  const all: string[][] = [];
  forEachRow({ file: 'out', text }, (fields) => all.push([...fields]));
  const [header, ...rows] = all;
  return { remarks, rows: rows.map((row) => Object.fromEntries(row.map((cell, k) => [header[k], cell]))) };
}

const link = (hash: string) => `https://example.org/page/${hash}`;

describe.skipIf(!published)('answer (needs a release in public/data)', () => {
  test('gives every figure of the engine to 15 digits, in the order of the release', async () => {
    const question = {
      ...OPENING_QUESTION,
      need: [
        { measure: 'violence', weight: 2 },
        { measure: 'deprivation', weight: 1 },
      ],
      seed: 5,
    };
    const read = (path: string) => readFile(join(release, path), 'utf8');
    const core = await loadCore(read);
    const dataset = await ensure(read, core, needsOf(core.measures, question));
    const { areas, uncertainty, measures } = wholeAnswer(dataset, question);
    const { code, out } = await gapping('answer', '--link', link(writeLink(question)));
    expect(code).toBe(0);
    const { rows } = tableOf(out);
    expect(Object.keys(rows[0]).join()).toBe(
      'area,name,authority,eligible,need,places,target,gap,lower,upper,odds,kind,violence,deprivation,status',
    );
    expect(rows.map((r) => r.area)).toEqual(areas.code);
    const columns: [string, ArrayLike<number>][] = [
      ['eligible', areas.eligible],
      ['need', areas.need],
      ['places', areas.places],
      ['target', areas.target],
      ['gap', areas.gap],
      ['lower', uncertainty!.gapLower],
      ['upper', uncertainty!.gapUpper],
      ['odds', uncertainty!.odds],
      ['violence', measures[0].value],
      ['deprivation', measures[1].value],
    ];
    for (const [i, row] of rows.entries()) {
      expect([row.name, row.authority, row.kind]).toEqual([areas.name[i], areas.authority[i], areas.kind[i]]);
      for (const [name, column] of columns) {
        const written = row[name] === '' ? Number.NaN : Number(row[name]);
        if (Number.isNaN(column[i])) expect(written, `${name} of ${row.area}`).toBeNaN();
        else expect(written, `${name} of ${row.area}`).toBe(Number(column[i].toPrecision(15)));
      }
    }
  });

  test('carries question, link, release, engine and seed above the table, and the same link gives the same text', async () => {
    const first = await gapping('answer', '--link', link('#/map?v=1&seed=7'));
    expect(await gapping('answer', '--link', link('#/map?v=1&seed=7'))).toEqual(first);
    const { remarks } = tableOf(first.out);
    expect(remarks[0]).toMatch(/^# question: Where does need for all violence .* outstrip .*\?$/);
    for (const key of ['link', 'release', 'engine', 'seed']) {
      expect(remarks.filter((r) => r.startsWith(`# ${key}: `))).toHaveLength(1);
    }
    expect(remarks).toContain('# seed: 7');
    const again = remarks.find((r) => r.startsWith('# link: '))!.slice('# link: '.length);
    expect((await gapping('answer', '--link', again)).out).toBe(first.out);
  });

  test('leaves places that are not known empty, not 0', async () => {
    // A tier that is documented for nobody: what reaches people is not known anywhere.
    const { out } = await gapping('answer', '--link', link('#/map?v=1&tier=primary&programmes=all'));
    const { rows } = tableOf(out);
    const unknown = rows.filter((r) => r.kind === 'not known');
    expect(unknown.length).toBeGreaterThan(0);
    for (const row of unknown) expect(row.status).toMatch(/^not known: places,.*gap$/);
    for (const row of unknown)
      expect([row.places, row.gap, row.lower, row.upper, row.odds]).toEqual(['', '', '', '', '']);
    expect(Number(rows[0].need)).toBeGreaterThan(0);
  });

  test('answers a broken part of a link with the usual setting, and says so', async () => {
    const { code, out, messages } = await gapping(
      'answer',
      '--link',
      link('#/map?v=1&level=street&release=1999-01-01'),
    );
    expect(code).toBe(0);
    expect(messages.some((m) => m.includes('"level"'))).toBe(true);
    expect(messages.some((m) => m.includes('made with release 1999-01-01'))).toBe(true);
    expect(tableOf(out).remarks.filter((r) => r.startsWith('# note: ')).length).toBeGreaterThanOrEqual(2);
  });

  test('its question line names what was read in plain words, never an identifier the release does not know', async () => {
    const lineOf = async (hash: string) =>
      (await gapping('answer', '--link', link(hash))).out.split('\n', 1)[0];
    const opening = await lineOf('#/map?v=1');
    expect(await lineOf('#/map?v=1&need=burglary-x:1')).toBe(opening);
    expect(await lineOf('#/map?v=1&need=violence:1,burglary-x:0.5')).toBe(opening);
    expect(await lineOf('#/map?v=1&programmes=zz-top')).toBe(
      opening.replace('A&E interventions', 'a programme this release does not hold'),
    );
  });

  test('refuses a period without a whole month in one sentence, not as a fault of its own', async () => {
    const { code, out, messages } = await gapping(
      'answer',
      '--link',
      link('#/map?v=1&period=2030-01..2030-12'),
    );
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(
      /^gapping answer: --link cannot be answered\. The period holds no whole month/,
    );
  });
});

test('answer refuses a link without "#", and a release that is missing or damaged', async () => {
  const none = await gapping('answer', '--link', 'https://example.org/');
  expect(none.code).toBe(2);
  expect(none.messages[0]).toMatch(/^gapping answer: --link has no "#"/);
  const folder = await mkdtemp(join(tmpdir(), 'release-'));
  const missing = await gapping('answer', '--link', '#/map', '--release', folder);
  expect(missing.code).toBe(2);
  expect(missing.messages).toHaveLength(1);
  expect(missing.messages[0]).toMatch(/\.json:1: \S+ could not be loaded, expected a whole release$/);
  for (const name of ['opening.json', 'datapackage.json']) await writeFile(join(folder, name), '{"name":');
  const damaged = await gapping('answer', '--link', '#/map', '--release', folder);
  expect(damaged.code).toBe(2);
  expect(damaged.messages[0]).toMatch(/\.json:1: \S+ is damaged: .*, expected a whole release$/);
});
