// Adds new months to a release from police.uk monthly files: a folder, a file, an archive, or the archive's address.
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type StreetCounts, StreetTally } from '../src/data/streetCounts.ts';
import { accountSentence, wholeAccount } from '../src/data/streetFile.ts';
import { addMonths, type Refreshed } from './refresh/addMonths.ts';
import { KeptTally } from './refresh/keptTally.ts';
import { openRelease, sealRelease, unitOf } from './refresh/releaseFolder.ts';
import { monthInName, openSource } from './refresh/streetSource.ts';
import { SourceFault } from './release/fault.ts';
import { replaceFolder } from './release/replaceFolder.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ADDRESS = /^https?:\/\//i;

export interface RefreshArguments {
  readonly source: string;
  /** Folder of the release. */
  readonly out: string;
  /** Where downloads and broken-off tallies wait. */
  readonly cache: string;
  /** Count months that are whole in the release already, and put them in their place. */
  readonly replace?: boolean;
  readonly say: (sentence: string) => void;
}

/** Runs one refresh and returns its report. Throws SourceFault with one sentence; the release is whole at any time. */
export async function refresh(given: RefreshArguments): Promise<string> {
  const release = openRelease(given.out);
  const whole = new Set(
    release.facts.months.filter(({ status }) => status === 'whole').map(({ month }) => month),
  );
  const wanted = (month: string) => given.replace === true || !whole.has(month);
  const source = await openSource(given.source, given.cache, given.say);
  const entries = source.entries.filter(({ name }) => wanted(monthInName(name) ?? ''));
  const kept = new KeptTally(given.cache, [
    release.hash,
    String(given.replace === true),
    ...entries.map(({ name, version }) => `${name} ${version}`),
  ]);
  const counted = await countEntries(entries, { unit: unitOf(release), wanted }, kept, given.say);
  const refreshed = addMonths(release, counted);
  const written = refreshed.release !== release;
  if (written) replaceFolder(given.out, sealRelease(refreshed.release));
  kept.forget();
  source.done();
  const lines = reportOf(refreshed, counted, {
    notOpened: source.entries.length - entries.length,
    passedOver: source.passedOver,
  });
  const after = written ? openRelease(given.out) : release;
  lines.push(
    written
      ? `Release ${release.facts.id} (${release.hash}) is now ${after.facts.id} (${after.hash}).`
      : 'The release was not changed.',
  );
  return `${lines.join('\n')}\n`;
}

type Entries = Awaited<ReturnType<typeof openSource>>['entries'];

async function countEntries(
  entries: Entries,
  options: ConstructorParameters<typeof StreetTally>[0],
  kept: KeptTally,
  say: (sentence: string) => void,
): Promise<StreetCounts> {
  const before = kept.read();
  const done = [...before.done];
  const tally = new StreetTally(options, before.tally);
  if (done.length > 0) say(`goes on after ${done.length} of ${entries.length} files counted before`);
  for (const [k, entry] of entries.entries()) {
    if (done.includes(entry.name)) continue;
    const account = await tally.add(entry.open());
    done.push(entry.name);
    say(`${k + 1} of ${entries.length}  ${entry.name}: ${account.refused || accountSentence(account)}`);
    // Only after a whole file: one that breaks is counted again from its start.
    kept.save(done, () => tally.state());
  }
  return tally.result();
}

function reportOf(
  refreshed: Refreshed,
  counted: StreetCounts,
  left: { notOpened: number; passedOver: number },
): string[] {
  const account = wholeAccount(counted.files);
  const lines = [
    `${counted.files.length === 1 ? '1 file' : `${counted.files.length} files`}: ${accountSentence(account)}.`,
  ];
  const sum = (of: (file: StreetCounts['files'][number]) => number) =>
    counted.files.reduce((total, file) => total + of(file), 0);
  const recoded = sum((file) => file.recoded);
  const placed = sum((file) => file.placedByPoint);
  if (recoded + placed > 0)
    lines.push(
      `LSOA 2011 codes: ${recoded} rows by their successor, ${placed} rows of split LSOAs to the part nearest their point.`,
    );
  for (const file of counted.files.filter(({ refused }) => refused))
    lines.push(`${file.name}: ${file.refused}.`);
  if (left.notOpened > 0)
    lines.push(`${files(left.notOpened)} not opened: their months are whole in the release.`);
  if (left.passedOver > 0) lines.push(`${files(left.passedOver)} passed over: no street files.`);
  for (const { month, crimes, status, done, why } of refreshed.months)
    lines.push(`${month}: ${crimes} crimes, ${status}, ${done} (${why}).`);
  if (refreshed.months.length === 0)
    lines.push('No row falls in this unit and in a month that was asked for.');
  if (refreshed.holes.length > 0)
    lines.push(`No file of ${refreshed.holes.join(', ')}: listed as partial, counted nowhere.`);
  for (const month of refreshed.joins)
    lines.push(`The series joins at ${month}: records are located in another way before and from there on.`);
  return lines;
}

const files = (n: number) => (n === 1 ? '1 file' : `${n} files`);

function cacheFolder(): string {
  const base =
    process.env.XDG_CACHE_HOME ??
    (process.platform === 'win32' ? process.env.LOCALAPPDATA : undefined) ??
    join(homedir(), '.cache');
  return join(base, 'mapping-and-gapping');
}

const USAGE =
  'Usage: npm run refresh -- SOURCE [--out DIR] [--replace] [--cache DIR]; SOURCE is a folder, a file, a zip archive or its address.';

/** `refresh SOURCE [--out DIR] [--replace] [--cache DIR]`; exit code 2 where source, release or argument is at fault. */
export async function main(args: readonly string[]): Promise<void> {
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, replace: { type: 'boolean' }, cache: { type: 'string' } },
    });
    if (positionals.length !== 1) throw new RangeError(USAGE);
    const [source] = positionals;
    const cache = resolve(values.cache ?? cacheFolder());
    const report = await refresh({
      source: ADDRESS.test(source) ? source : resolve(source),
      out: resolve(values.out ?? join(root, 'public', 'data')),
      cache,
      replace: values.replace,
      say,
    });
    process.stdout.write(report);
  } catch (error) {
    const plain =
      error instanceof SourceFault ||
      error instanceof RangeError ||
      (error instanceof TypeError &&
        String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'));
    if (!plain) throw error;
    process.stderr.write(`${error.message}\nThe release was not changed.\n`);
    process.exitCode = 2;
  }
}
