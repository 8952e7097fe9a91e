// Times the engine on seeded lattices: `npm run bench` prints a table, `npm run --silent bench -- --json` an array.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kernel } from '../test/bench/kernel.ts';
import { KERNELS } from '../test/bench/kernels.ts';
import { readFlags } from './gapping/flags.ts';
import { UsageProblem } from './gapping/problem.ts';

const HELP = `npm run bench                        a table of every kernel
npm run --silent bench -- --json     the same as a JSON array
npm run bench -- --lighthouse        the built page as a phone on a slow network meets it, by Lighthouse
  --only NAME       kernels whose name holds NAME
  --n N             only this many areas

Every kernel runs in a process of its own: once cold (the first call after the program has been read), then for up to
a third of a second unmeasured, then five times; median, least and most of the five are reported. Where the target is for
the cold call, five processes are started and the median of their first calls is reported. Inputs are seeded and
made before the clock starts.
`;

const RUNS = 5;
const WARM_UP_MS = 333;

interface Measured {
  kernel: string;
  n: number;
  permutations?: number;
  median_ms: number;
  min_ms: number;
  max_ms: number;
  cold_ms: number;
  target_ms?: number;
  [figure: string]: number | string | undefined;
}

const milliseconds = (value: number): number => Math.round(value * 1000) / 1000;

async function measure(kernel: Kernel): Promise<Measured> {
  const run = await kernel.prepare();
  let result: unknown;
  const timed = (): number => {
    const started = performance.now();
    result = run();
    return performance.now() - started;
  };
  const cold = timed();
  for (let spent = cold; spent < WARM_UP_MS; ) spent += timed();
  const warm = Array.from({ length: RUNS }, timed).sort((a, b) => a - b);
  return {
    kernel: kernel.kernel,
    n: kernel.n,
    ...(kernel.permutations === undefined ? {} : { permutations: kernel.permutations }),
    median_ms: milliseconds(warm[(RUNS - 1) / 2]),
    min_ms: milliseconds(warm[0]),
    max_ms: milliseconds(warm[RUNS - 1]),
    cold_ms: milliseconds(cold),
    ...(kernel.target === undefined
      ? {}
      : { target_ms: kernel.target, target_for: kernel.cold ? 'cold' : 'median' }),
    ...kernel.size,
    ...kernel.report?.(result),
  };
}

/** Where the first call is what counts, the median of as many fresh processes as there are warm runs. */
function measureOften(index: number): Measured {
  const all = Array.from({ length: KERNELS[index].cold ? RUNS : 1 }, () => measureApart(index));
  const cold = all.map((m) => m.cold_ms).sort((a, b) => a - b);
  const middle = all.find((m) => m.cold_ms === cold[(all.length - 1) / 2]) ?? all[0];
  return all.length === 1 ? middle : { ...middle, cold_min_ms: cold[0], cold_max_ms: cold[cold.length - 1] };
}

/** A fresh process for each kernel, so that none runs on what another has warmed up. */
function measureApart(index: number): Measured {
  const runner = join(dirname(fileURLToPath(import.meta.url)), 'run.mjs');
  const child = spawnSync(process.execPath, [runner, 'bench', '--index', String(index)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) throw new Error(`The kernel ${KERNELS[index].kernel} stopped with an error.`);
  return JSON.parse(child.stdout);
}

const SHOWN = ['kernel', 'n', 'permutations', 'median_ms', 'min_ms', 'max_ms', 'cold_ms', 'target_ms'];

function row(m: Measured): string[] {
  const time = (v: number | string | undefined) => (typeof v === 'number' ? v.toFixed(v < 10 ? 2 : 0) : '');
  const rest = Object.entries(m)
    .filter(([name]) => !SHOWN.includes(name) && name !== 'target_for')
    .map(
      ([name, value]) =>
        `${name} ${typeof value === 'number' ? Number(value.toPrecision(4)).toLocaleString('en-GB') : value}`,
    );
  const judged = m.target_for === 'cold' ? m.cold_ms : m.median_ms;
  const target =
    m.target_ms === undefined ? '' : `${judged <= m.target_ms ? 'within' : 'over'} ${m.target_ms}`;
  return [
    m.kernel,
    m.n.toLocaleString('en-GB'),
    m.permutations?.toLocaleString('en-GB') ?? '',
    time(m.median_ms),
    time(m.min_ms),
    time(m.max_ms),
    time(m.cold_ms),
    target,
    rest.join(', '),
  ];
}

function table(measured: readonly Measured[]): string {
  const lines = [
    ['kernel', 'n', 'permutations', 'median ms', 'min', 'max', 'cold', 'target ms', ''],
    ...measured.map(row),
  ];
  const widths = lines[0].map((_, k) => Math.max(...lines.map((line) => line[k].length)));
  return lines
    .map((line) =>
      line
        .map((cell, k) => (k === 0 || k >= 7 ? cell.padEnd(widths[k]) : cell.padStart(widths[k])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export async function main(args: readonly string[]): Promise<void> {
  try {
    if (args.includes('--help')) return void process.stdout.write(HELP);
    const flags = readFlags(args, ['only', 'n', 'index'], ['json', 'lighthouse']);
    if (flags.has('lighthouse')) {
      const { lighthouseText, measureSite } = await import('../test/bench/lighthouse.ts');
      const figures = await measureSite();
      process.stdout.write(
        `${flags.has('json') ? JSON.stringify(figures, null, 1) : lighthouseText(figures)}\n`,
      );
      return;
    }
    const index = flags.get('index');
    if (index !== undefined) {
      process.stdout.write(JSON.stringify(await measure(KERNELS[Number(index)])));
      return;
    }
    const chosen = [...KERNELS.keys()].filter(
      (k) =>
        KERNELS[k].kernel.includes(flags.get('only') ?? '') &&
        (!flags.has('n') || KERNELS[k].n === Number(flags.get('n'))),
    );
    const measured = chosen.map((k) => {
      process.stderr.write(`${KERNELS[k].kernel} ${KERNELS[k].n.toLocaleString('en-GB')} ...\n`);
      return measureOften(k);
    });
    process.stdout.write(
      flags.has('json') ? `${JSON.stringify(measured, null, 1)}\n` : `${table(measured)}\n`,
    );
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    process.stderr.write(`bench: ${error.message}\n`);
    process.exitCode = 2;
  }
}
