// Reads a command's flags, and says in one sentence what is missing or cannot be.
import { parseArgs } from 'node:util';
import { UsageProblem } from './problem.ts';

export type Flags = ReadonlyMap<string, string>;

/** The flags given. `valued` take a value (`--in F` or `--in=F`), `plain` do not. UsageProblem for any other. */
export function readFlags(
  args: readonly string[],
  valued: readonly string[],
  plain: readonly string[] = [],
): Flags {
  const options = Object.fromEntries([
    ...valued.map((name) => [name, { type: 'string' as const, multiple: true }]),
    ...plain.map((name) => [name, { type: 'boolean' as const, multiple: true }]),
  ]);
  let values: ReturnType<typeof parseArgs>['values'];
  try {
    values = parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new UsageProblem(
      `${message.replace(/\.?$/, '.')} Flags: ${[...valued, ...plain].map((f) => `--${f}`).join(' ')}`,
    );
  }
  const flags = new Map<string, string>();
  for (const [name, given] of Object.entries(values)) {
    if (!Array.isArray(given)) continue;
    if (given.length > 1) throw new UsageProblem(`--${name} was given ${given.length} times, expected once.`);
    flags.set(name, String(given[0]));
  }
  return flags;
}

export function needed(flags: Flags, name: string, expected: string): string {
  const value = flags.get(name);
  if (value === undefined || value === '')
    throw new UsageProblem(`--${name} is missing, expected ${expected}.`);
  return value;
}

/** Exactly one of two flags must be given; its name. */
export function oneOf(flags: Flags, first: string, second: string): string {
  if (flags.has(first) === flags.has(second)) {
    throw new UsageProblem(
      flags.has(first)
        ? `--${first} and --${second} were both given, expected one of them.`
        : `--${first} or --${second} is missing, expected one of them.`,
    );
  }
  return flags.has(first) ? first : second;
}

export function choice<T extends string>(flags: Flags, name: string, choices: readonly T[], usual: T): T {
  const value = flags.get(name) ?? usual;
  const found = choices.find((c) => c === value);
  if (found === undefined) throw new UsageProblem(`--${name} is "${value}", expected ${choices.join(', ')}.`);
  return found;
}

export interface Range {
  readonly from: number;
  readonly to?: number;
  readonly whole?: boolean;
  /** Whether `from` itself is left out. */
  readonly above?: boolean;
}

/** A number flag, or the usual value where it is not given. */
export function numberFlag(flags: Flags, name: string, range: Range, usual?: number): number {
  const written = flags.get(name);
  if (written === undefined && usual !== undefined) return usual;
  const value = written === undefined || written.trim() === '' ? Number.NaN : Number(written);
  const to = range.to ?? Number.POSITIVE_INFINITY;
  const fits =
    Number.isFinite(value) &&
    (range.above ? value > range.from : value >= range.from) &&
    value <= to &&
    (!range.whole || Number.isSafeInteger(value));
  if (!fits) {
    const kind = range.whole ? 'a whole number' : 'a number';
    const span = Number.isFinite(to)
      ? `from ${range.from} to ${to}`
      : range.from === Number.NEGATIVE_INFINITY
        ? ''
        : range.above
          ? `above ${range.from}`
          : `of ${range.from} or more`;
    const what = written === undefined ? 'missing' : `"${written}"`;
    throw new UsageProblem(`--${name} is ${what}, expected ${kind} ${span}`.trimEnd().concat('.'));
  }
  return value;
}
