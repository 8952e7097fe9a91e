// The shape of the house: imports go down the ranks, never in circles, and nothing is a drawer or a barrel.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');
const RANK: Record<string, number> = {
  domain: 0,
  data: 1,
  engine: 1,
  encode: 1,
  state: 2,
  worker: 2,
  views: 3,
  top: 4,
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const files = filesBelow(SRC);
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+?)(?:\?[^']*)?'/g)]
    .map((m) => resolve(dirname(file), m[1]))
    .filter((path) => /\.tsx?$/.test(path));
/** Files at the very top count as one folder, above all others. */
const folderOf = (file: string) => (dirname(file) === SRC ? 'top' : relative(SRC, file).split('/')[0]);
const name = (file: string) => relative(SRC, file);

describe('the architecture', () => {
  test('has files to look at, each in a folder with a rank or at the very top', () => {
    expect(files.length).toBeGreaterThan(20);
    const strange = files.filter(
      (f) =>
        !(folderOf(f) in RANK) ||
        (folderOf(f) === 'top' && !['main.tsx', 'offline.tsx', 'compose.tsx'].includes(name(f))),
    );
    expect(strange.map(name)).toEqual([]);
  });

  test('imports go to the own folder or to a lower rank', () => {
    const up = files.flatMap((file) => {
      const own = RANK[folderOf(file)] ?? 4;
      return importsOf(file)
        .filter((target) => folderOf(target) !== folderOf(file) && (RANK[folderOf(target)] ?? 4) >= own)
        .map((target) => `${name(file)} -> ${name(target)}`);
    });
    expect(up).toEqual([]);
  });

  test('nothing imports in a circle', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]) => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].map(name).join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const target of importsOf(file)) visit(target, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test('every import names a file that exists', () => {
    const all = new Set(files);
    const missing = files.flatMap((f) =>
      importsOf(f)
        .filter((t) => !all.has(t))
        .map((t) => `${name(f)} -> ${name(t)}`),
    );
    expect(missing).toEqual([]);
  });

  test('whatever a view fetches later is also fetched while the page is idle, but for two large files', () => {
    const fetched = (file: string) =>
      [...readFileSync(file, 'utf8').matchAll(/import\('(\.[^']+)'\)/g)].map((m) =>
        relative(SRC, resolve(dirname(file), m[1])),
      );
    const lists = ['views/shell/laterParts.ts', 'views/shell/screens.ts'];
    const views = files.filter((f) => folderOf(f) === 'views' && !lists.includes(name(f)));
    const ahead = lists.flatMap((f) => fetched(join(SRC, f)));
    const left = views.flatMap(fetched).filter((f) => !ahead.includes(f));
    expect(ahead.length).toBeGreaterThan(10);
    expect(left.sort()).toEqual(['views/map/GlMap.ts', 'worker/proveSites.ts']);
  });

  test('there are no barrels, no default exports and no drawers', () => {
    expect(files.filter((f) => /\bexport default\b/.test(readFileSync(f, 'utf8'))).map(name)).toEqual([]);
    expect(
      files.filter((f) => /^export (\*|\{[^}]*\}) from/m.test(readFileSync(f, 'utf8'))).map(name),
    ).toEqual([]);
    expect(
      files.map(name).filter((f) => /(^|\/)(utils?|helpers?|common|types|index|misc|shared)(\.|\/)/i.test(f)),
    ).toEqual([]);
  });

  test('every file says in its first line what it is for', () => {
    expect(files.filter((f) => !readFileSync(f, 'utf8').startsWith('// ')).map(name)).toEqual([]);
  });

  test('domain and engine know neither page nor network', () => {
    const pure = files.filter((f) => ['domain', 'engine', 'encode', 'state'].includes(folderOf(f)));
    const reaching = pure.filter((f) =>
      /\b(document\.|window\.|localStorage|fetch\(|XMLHttpRequest|Date\.now|Math\.random)/.test(
        readFileSync(f, 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, ''),
      ),
    );
    expect(reaching.map(name)).toEqual([]);
  });
});
