// Reads a command's flags, and says in one sentence what is missing or cannot be.
import { parseArgs } from 'node:util';
import { UsageProblem } from './problem.ts';

export type Flags = ReadonlyMap<string, string>;

/** `--seed -1` as `--seed=-1`: a number below 0 is a value, not another flag. */
function joinNegatives(args: readonly string[], valued: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined[joined.length - 1] ?? '';
    const isValue = /^-[\d.]/.test(arg) && valued.some((name) => before === `--${name}`);
    if (isValue) joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

/** What Node's reader of flags refuses, in one sentence of ours. */
function refusal(error: unknown): string {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const named = /'(-{0,2}[^'<]*?)(?: <[^>]*>)?'/.exec(message)?.[1].trim() ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `${named} is no flag of this command.`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `"${named}" stands without a flag before it.`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return /does not take/.test(message) ? `${named} takes no value.` : `${named} is given without a value.`;
  return message.split('\n')[0];
}

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
    const joined = joinNegatives(args, valued);
    values = parseArgs({ args: joined, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const flags = [...valued, ...plain].map((f) => `--${f}`).join(' ');
    throw new UsageProblem(`${refusal(error)} Flags: ${flags}`);
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
