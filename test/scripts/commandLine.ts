// Runs the command line inside a test: files in, text out.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../scripts/gapping.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly messages: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'gapping-'));
let written = 0;

/** A file with this content; the name starts with a number of its own. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, `${written++}-${name}`);
  writeFileSync(path, content);
  return path;
}

export function csv(name: string, header: string, rows: readonly (readonly (string | number)[])[]): string {
  return file(name, `${header}\n${rows.map((row) => row.join(',')).join('\n')}\n`);
}

export async function gapping(...args: string[]): Promise<Run> {
  let out = '';
  const messages: string[] = [];
  const code = await runCommand(args, { out: (text) => (out += text), say: (line) => messages.push(line) });
  return { code, out, messages };
}

/** The rows of a CSV result by column name. */
export function rowsOf(out: string): Record<string, string>[] {
  const [header, ...lines] = out.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, k) => [names[k], cell])));
}

export const cell = (row: Record<string, string>, name: string): number =>
  row[name] === '' ? Number.NaN : Number(row[name]);
