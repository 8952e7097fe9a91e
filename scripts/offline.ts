// One HTML file that holds the app, the solver, the release and the ready stories, and opens from a folder without any network.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const HELP = `npm run offline -- --out FILE.html [--link LINK]

Writes one HTML file with the app, its exact solver, the release in public/data and the ready stories. It opens from file:// and fetches nothing.
  --out FILE.html  the file to write
  --link LINK      the part of a link from # on (or the whole link) that the file opens on; the region's story unless told
`;

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}

/** path → text of every file of the release, in the order of their names. */
function releaseFiles(): Record<string, string> {
  const folder = join(root, 'public', 'data');
  return Object.fromEntries(
    filesBelow(folder).map((path) => [
      relative(folder, path).replaceAll('\\', '/'),
      readFileSync(path, 'utf8'),
    ]),
  );
}

const together = { output: { codeSplitting: false } };

/**
 * The solver travels beside the script, gzipped, and not inside it at three times the size: where it would be fetched from is
 * left empty, both in the prover and in the solver's own loader.
 */
const solverApart = (): Plugin => ({
  name: 'solver-apart',
  enforce: 'pre',
  resolveId: (id) => (id === 'highs/runtime?url' ? '\0solver-apart' : null),
  load: (id) => (id === '\0solver-apart' ? "export default ''" : null),
  transform: (code, id) =>
    id.includes('/highs/build/')
      ? code.replaceAll('new URL("highs.wasm",import.meta.url)', "new URL('about:blank')")
      : null,
});

/** The page as one script and one style sheet, the engine's worker inside the script. */
async function bundle(): Promise<{ script: string; style: string }> {
  process.env.VITE_OFFLINE = 'yes';
  const built = await build({
    root,
    logLevel: 'warn',
    configFile: false,
    publicDir: false,
    worker: { format: 'iife', rolldownOptions: together, plugins: () => [solverApart()] },
    build: {
      target: 'es2022',
      write: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { input: join(root, 'src', 'offline.tsx'), ...together },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((b) => ('output' in b ? b.output : []));
  const scripts = outputs.flatMap((o) => (o.type === 'chunk' ? [o.code] : []));
  const styles = outputs.flatMap((o) =>
    o.type === 'asset' && o.fileName.endsWith('.css') ? [String(o.source)] : [],
  );
  if (scripts.length !== 1)
    throw new Error(`The page should be one script; the build made ${scripts.length}.`);
  return { script: scripts[0], style: styles.join('\n') };
}

const packed = (content: string | Buffer) => gzipSync(content, { level: 9 }).toString('base64');

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Text that would end its own element is broken up; in a script the escape means the same. */
const inElement = (text: string, element: string) =>
  text.replace(new RegExp(`</(?=${element})`, 'gi'), '<\\/');

export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { out: { type: 'string' }, link: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help || !values.out) {
    (values.help ? process.stdout : process.stderr).write(
      values.help ? HELP : `The file to write is missing: add --out FILE.html.\n\n${HELP}`,
    );
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  process.stderr.write('Bundling the app ...\n');
  const bundled = await bundle();
  const script = inElement(bundled.script, 'script');
  // The font is at hand: there is no reason to do without it the first time.
  const style = inElement(bundled.style, 'style').replaceAll('font-display:optional', 'font-display:block');
  process.stderr.write('Packing the release ...\n');
  const release = packed(JSON.stringify(releaseFiles()));
  const solver = packed(readFileSync(createRequire(import.meta.url).resolve('highs/runtime')));
  const link = values.link ?? '#/present?v=1&show=need&story=region:0';
  const opening = link
    .slice(Math.max(0, link.indexOf('#')))
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;');
  const policy = [
    "default-src 'none'",
    // The exact solver is WebAssembly.
    `script-src ${hash(script)} blob: 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'worker-src blob: data:',
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = `<!doctype html>
<html lang="en-GB" data-opening="${opening}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Mapping &amp; Gapping</title>
<style>${style}</style>
</head>
<body>
<div id="app"><main><p>Unpacking the release …</p></main></div>
<script type="application/octet-stream" id="release">${release}</script>
<script type="application/octet-stream" id="solver">${solver}</script>
<script type="module">${script}</script>
</body>
</html>
`;
  const out = resolve(values.out);
  writeFileSync(out, page);
  process.stderr.write(`Wrote ${values.out} (${(Buffer.byteLength(page) / 1e6).toFixed(1)} MB).\n`);
}
