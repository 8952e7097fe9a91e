// Reads a reference answer kept beside the repository; says so when it is not there.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../shared/fixtures');

/** The parsed fixture, or null (with a line on the console) where the shared fixtures are not present. */
export function sharedFixture<T>(name: string): T | null {
  const file = resolve(folder, name);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
  console.warn(
    `../shared/fixtures/${name} is not present: its reference answers are not checked in this run.`,
  );
  return null;
}
