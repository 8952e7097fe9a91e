// The reference answers that lie beside the project, where they are there; and how close is equal.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const folder = new URL('../../../shared/fixtures/', import.meta.url);

export const FIXTURES = existsSync(fileURLToPath(folder));
if (!FIXTURES)
  console.warn('../shared/fixtures is not there: comparisons with reference answers are left out.');

// biome-ignore lint/suspicious/noExplicitAny: reference files differ in shape, and a wrong guess fails the comparison
export function fixture(name: string): any {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

/** Equal to 1e-9 of the reference; nothing in the reference means nothing here. */
export function close(actual: number, reference: number | null, what: string): void {
  if (reference === null) {
    expect(actual, what).toBeNaN();
    return;
  }
  const off = Math.abs(actual - reference);
  expect(off <= 1e-9 * Math.max(Math.abs(reference), 1e-6), `${what}: ${actual} for ${reference}`).toBe(true);
}
