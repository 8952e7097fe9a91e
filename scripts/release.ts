// Makes a release: source files in, public/data out, or one sentence that says why not and the old release untouched.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildRelease } from './release/build.ts';
import { SourceFault } from './release/fault.ts';
import { readHandTables } from './release/handTables.ts';
import { monthsLost } from './release/monthsLost.ts';
import { replaceFolder } from './release/replaceFolder.ts';
import { UNITS, unitNamed } from './release/units.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface ReleaseArguments {
  readonly unit: string;
  readonly sources: string;
  readonly out: string;
}

/** Builds the release and puts it in place; returns the report. Throws SourceFault or RangeError with one sentence. */
async function makeRelease({ unit, sources, out }: ReleaseArguments): Promise<string> {
  const tables = readHandTables(join(root, 'data'));
  const release = await buildRelease(unitNamed(unit), sources, tables);
  const lost = monthsLost(out, release.files.get('datapackage.json') ?? '');
  replaceFolder(out, release.files);
  return release.report.text() + lost;
}

const HELP = `release [--unit U] [--sources DIR] [--out DIR]

Makes a release (tables, boundaries, datapackage.json) from the source files and puts it in place of the old one.

  --unit U        ${UNITS.map((unit) => unit.id).join(' or ')}; west-midlands where none is named
  --sources DIR   the folder with the source files; ../shared/data where none is named
  --out DIR       the folder of the release; public/data where none is named
`;

/** `release [--unit west-midlands] [--sources DIR] [--out DIR]`; exit code 2 where a source or an argument is at fault. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        unit: { type: 'string' },
        sources: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      process.stdout.write(HELP);
      return;
    }
    const report = await makeRelease({
      unit: values.unit ?? 'west-midlands',
      sources: resolve(values.sources ?? join(root, '..', 'shared', 'data')),
      out: resolve(values.out ?? join(root, 'public', 'data')),
    });
    process.stdout.write(report);
  } catch (error) {
    if (!isPlainFault(error)) throw error;
    process.stderr.write(`${error.message}\nThe release was not changed.\n`);
    process.exitCode = 2;
  }
}

/** A fault of the input, said in one sentence; anything else is a fault of the program and keeps its trace. */
function isPlainFault(error: unknown): error is Error {
  if (error instanceof SourceFault || error instanceof RangeError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
