// The few words of Vitest the engine's tests use, kept as a plain list of tests which can be run again and again in one process.
import { format } from 'node:util';
import { expect } from 'vitest';

export { expect };

/** @typedef {{ id: string, title: string, file: string, hooks: (() => unknown)[], run: () => unknown, skipped: boolean }} Test */

/** @type {Map<string, Test>} */
export const tests = new Map();
const suite = {
  file: '',
  titles: /** @type {string[]} */ ([]),
  hooks: /** @type {(() => unknown)[]} */ ([]),
  skipped: false,
};

/** Names the file whose tests are listed next, when those of the file before are all listed. */
export async function beginFile(file) {
  await waiting;
  waiting = null;
  globalThis.__switches__?.phase(file);
  Object.assign(suite, { file, titles: [], hooks: [], skipped: false });
}

function add(title, run, skipped = suite.skipped) {
  const full = [...suite.titles, title].join(' ');
  let id = `${suite.file}#${full}`;
  for (let again = 2; tests.has(id); again++) id = `${suite.file}#${full} (${again})`;
  tests.set(id, { id, title: full, file: suite.file, hooks: suite.hooks, run, skipped });
}

function each(list) {
  return (rows) => (title, run) => {
    rows.forEach((row, i) => {
      const cells = Array.isArray(row) ? row : [row];
      const named = title.replace(/\$(\w+)/g, (whole, key) => row?.[key] ?? whole);
      const holes = (named.match(/%[sdifjo]/g) ?? []).length;
      list(`${format(named, ...cells.slice(0, holes))} [${i}]`, () => run(...cells));
    });
  };
}

export function test(title, ...rest) {
  add(
    title,
    rest.find((part) => typeof part === 'function'),
  );
}
test.each = each(test);
test.skipIf =
  (condition) =>
  (title, ...rest) =>
    add(
      title,
      rest.find((part) => typeof part === 'function'),
      suite.skipped || Boolean(condition),
    );

/** Group bodies that wait for something; what follows in the file is listed after them. */
let waiting = null;

export function describe(title, body, skipped = false) {
  if (waiting) {
    waiting = waiting.then(() => group(title, body, skipped));
    return;
  }
  const entered = group(title, body, skipped);
  if (entered) waiting = entered;
}

function group(title, body, skipped) {
  const outer = { ...suite };
  suite.titles = [...suite.titles, title];
  suite.skipped ||= skipped;
  const leave = () => Object.assign(suite, outer);
  const entered = body();
  if (entered?.then) return entered.then(leave);
  leave();
}

describe.skipIf = (condition) => (title, body) => describe(title, body, Boolean(condition));

export function beforeAll(hook) {
  suite.hooks = [...suite.hooks, hook];
}
