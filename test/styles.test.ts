// Style sheets: every screen's sheet may be there at once and in any order, so none may reach into another screen.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const STYLES = resolve(import.meta.dirname, '../src/styles');
const VIEWS = resolve(import.meta.dirname, '../src/views');
/** The sheets that arrive with a part of the page, and the folders of views that they are for. */
const LATER: Record<string, readonly string[]> = {
  'place.css': ['place'],
  'provision.css': ['provision', 'plan'],
  'plan.css': ['plan'],
  'present.css': ['present'],
  'method.css': ['method'],
};

/** Classes that some rule of the sheet styles wherever they stand: the rule's whole selector is one compound with the class first. */
function bareClasses(sheet: string): Set<string> {
  const css = readFileSync(join(STYLES, sheet), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const selectors = [...css.matchAll(/([^{};]+)\{/g)]
    .flatMap((m) => m[1].replace(/\([^)]*\)/g, '').split(','))
    .map((s) => s.trim());
  const bare = selectors.filter((s) => s.startsWith('.') && !/[\s>+~]/.test(s));
  return new Set(bare.map((s) => /^\.[\w-]+/.exec(s)?.[0].slice(1) ?? ''));
}

/** Classes given to an element in a folder of views. */
function classesUsed(folder: string): Set<string> {
  const texts = readdirSync(join(VIEWS, folder))
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(join(VIEWS, folder, file), 'utf8'));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/class="([^"]+)"/g)].flatMap((m) => m[1].split(/\s+/))),
  );
}

const folders = readdirSync(VIEWS);

describe('the style sheet of a screen', () => {
  test.each(Object.entries(LATER))('%s styles no class of another screen', (sheet, own) => {
    const bare = bareClasses(sheet);
    expect(bare.size).toBeGreaterThan(0);
    const strangers = folders
      .filter((folder) => !own.includes(folder))
      .flatMap((folder) =>
        [...classesUsed(folder)].filter((c) => bare.has(c)).map((c) => `${folder}: .${c}`),
      );
    expect(strangers).toEqual([]);
  });
});
