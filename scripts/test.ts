// Everything that must hold before work lands: types, lint, unit tests, views in Chromium, journeys through the built page.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireChromium } from './browser.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

function step(title: string, args: string[], env: NodeJS.ProcessEnv): boolean {
  const began = performance.now();
  process.stdout.write(`\n== ${title}\n`);
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', ...args[0].split('/')), ...args.slice(1)],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    },
  );
  process.stdout.write(
    `== ${title}: ${status === 0 ? 'holds' : 'FAILS'} (${Math.round((performance.now() - began) / 1000)} s)\n`,
  );
  return status === 0;
}

function readReport<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return null;
  }
}

export async function main(): Promise<void> {
  const env = {
    ...process.env,
    CHROMIUM_PATH: requireChromium(),
    FORCE_COLOR: process.env.CI ? '0' : process.env.FORCE_COLOR,
  };
  const reports = mkdtempSync(join(tmpdir(), 'gapping-test-'));
  const failures: string[] = [];
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const check = (title: string, args: string[], extra: NodeJS.ProcessEnv = {}) => {
    if (!step(title, args, { ...env, ...extra })) failures.push(title);
  };

  check('types', ['typescript/bin/tsc', '--noEmit']);
  check('lint and format', ['@biomejs/biome/bin/biome', 'check', '.']);
  for (const project of ['unit', 'views']) {
    const report = join(reports, `${project}.json`);
    check(project, [
      'vitest/vitest.mjs',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    const counted = readReport<VitestReport>(report);
    if (!counted) failures.push(`${project}: no report`);
    tally.passed += counted?.numPassedTests ?? 0;
    tally.failed += counted?.numFailedTests ?? 0;
    tally.skipped += (counted?.numPendingTests ?? 0) + (counted?.numTodoTests ?? 0);
  }
  const journeys = join(reports, 'journeys.json');
  check(
    'journeys',
    ['playwright/cli.js', 'test', '--config', 'test/browser/playwright.config.ts', '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: journeys,
    },
  );
  const stats = readReport<PlaywrightReport>(journeys)?.stats;
  if (!stats) failures.push('journeys: no report');
  tally.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  tally.failed += stats?.unexpected ?? 0;
  tally.skipped += stats?.skipped ?? 0;
  rmSync(reports, { recursive: true, force: true });

  process.stdout.write(
    failures.length > 0 ? `\nDoes not hold: ${failures.join(', ')}\n` : '\nEverything holds.\n',
  );
  process.stdout.write(
    `${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}\n`,
  );
  process.exitCode = failures.length > 0 ? 1 : 0;
}
