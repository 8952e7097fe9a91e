// Measures the built page as a phone on a slow network meets it: `npm run bench -- --lighthouse`. Not part of the tests: it judges time.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { requireChromium } from '../../scripts/browser.ts';
import { listen, siteServer } from '../../scripts/serve.ts';
import { buildSite } from '../../scripts/start.ts';

export interface LighthouseFigures {
  /** 0 to 100. */
  readonly performance: number;
  readonly accessibility: number;
  readonly firstContentMs: number;
  readonly largestContentMs: number;
  readonly blockedMs: number;
  readonly layoutShift: number;
  /** Compressed bytes of everything that had arrived when the page was at rest, and the largest of it. */
  readonly transferKb: number;
  readonly files: readonly { readonly file: string; readonly kb: number }[];
}

interface Report {
  readonly categories: Record<string, { readonly score: number | null }>;
  readonly audits: Record<
    string,
    {
      readonly numericValue?: number;
      readonly details?: { readonly items?: readonly { url?: string; transferSize?: number }[] };
    }
  >;
}

const CHROME_FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** Lighthouse's own command, as a process of its own: it cannot share ours with a server that must answer meanwhile. */
function report(address: string, folder: string): Promise<Report> {
  const out = join(folder, 'report.json');
  const lighthouse = join(
    dirname(createRequire(import.meta.url).resolve('lighthouse/package.json')),
    'cli',
    'index.js',
  );
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        lighthouse,
        address,
        '--quiet',
        '--output=json',
        `--output-path=${out}`,
        '--only-categories=performance,accessibility',
        `--chrome-flags=${CHROME_FLAGS.join(' ')}`,
      ],
      { stdio: ['ignore', 2, 2], env: { ...process.env, CHROME_PATH: requireChromium() } },
    );
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(JSON.parse(readFileSync(out, 'utf8')))
        : reject(new Error(`Lighthouse stopped with code ${code}; its own words stand above.`)),
    );
  });
}

function figuresOf({ categories, audits }: Report): LighthouseFigures {
  const score = (name: string) => Math.round(100 * (categories[name]?.score ?? Number.NaN));
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  const files = (audits['network-requests']?.details?.items ?? [])
    .map(({ url = '', transferSize = 0 }) => ({
      file: url.replace(/^.*\/\/[^/]+\//, '') || 'index.html',
      kb: transferSize / 1000,
    }))
    .sort((a, b) => b.kb - a.kb);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    firstContentMs: Math.round(value('first-contentful-paint')),
    largestContentMs: Math.round(value('largest-contentful-paint')),
    blockedMs: Math.round(value('total-blocking-time')),
    layoutShift: value('cumulative-layout-shift'),
    transferKb: files.reduce((all, { kb }) => all + kb, 0),
    files,
  };
}

/** Builds the page into a folder of its own, serves it, and lets Lighthouse measure it: mobile, throttled. */
export async function measureSite(): Promise<LighthouseFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'mapping-and-gapping-'));
  try {
    const site = join(folder, 'site');
    await buildSite(site);
    const server = siteServer(site);
    const port = await listen(server, 0);
    try {
      return figuresOf(await report(`http://localhost:${port}/`, folder));
    } finally {
      server.close();
      server.closeAllConnections();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function lighthouseText(figures: LighthouseFigures): string {
  const { performance, accessibility, firstContentMs, largestContentMs, blockedMs, layoutShift, transferKb } =
    figures;
  return [
    `performance ${performance}, accessibility ${accessibility} (Lighthouse, mobile, throttled)`,
    `first content ${firstContentMs} ms, largest ${largestContentMs} ms, blocked ${blockedMs} ms, layout shift ${layoutShift.toFixed(3)}`,
    `transfer ${transferKb.toFixed(1)} kB until the page is at rest, the largest files:`,
    ...figures.files.slice(0, 12).map(({ file, kb }) => `  ${kb.toFixed(1).padStart(7)} kB  ${file}`),
  ].join('\n');
}
