// All engine tests and the sources they try, in one module that loads quickly and can be loaded afresh.
import { readdirSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
/** Files a test reads (the release, the reference answers) stay where the project is, not where its mutated copy is. */
const project = resolve(here, '..', '..');
const FOLDERS = ['test/engine', 'test/domain'];
const FILES = ['test/worker/service.test.ts', 'test/worker/ownTake.test.ts'];
const ENTRY = 'virtual:tests';
const WORDS = join(here, 'vitestWords.mjs');
const BEGIN = 'virtual:begin:';

const filesOf = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name).split(sep).join('/'))
    .sort();

/** Sources first, so that what their loading runs is told from what the loading of a test file runs. */
function entry() {
  const tests = [...FOLDERS.flatMap((folder) => filesOf(folder, '.test.ts')), ...FILES];
  const imports = [
    ...filesOf('src/engine', '.ts').map((file) => `import '/${file}';`),
    `import '/test/seed.setup.ts';`,
    ...tests.flatMap((file) => [`import '${BEGIN}${file}';`, `import '/${file}';`]),
    `import '${BEGIN}';`,
  ];
  return [...imports, `export { tests } from 'vitest';`].join('\n');
}

/**
 * Stryker's switches count in objects keyed by text, which makes loops a hundred times slower; here they are a comparison
 * and a typed array. The switchboard is made by the thread.
 */
function light(code) {
  if (!code.includes('stryMutAct_9fa48("')) return code;
  const switched = code
    .replace(/stryMutAct_9fa48\("(\d+)"\)/g, '(SWITCHES.active === $1 && SWITCHES.pass())')
    .replace(/stryCov_9fa48\(((?:"\d+"(?:, )?)+)\)/g, (_, ids) => {
      const counts = ids.split(', ').map((id) => `SWITCHES.hits[${id.slice(1, -1)}]++`);
      return `(${counts.join(', ')})`;
    });
  return `const SWITCHES = globalThis.__switches__;\n${switched}`;
}

const oneModule = {
  name: 'tests-in-one-module',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id === 'vitest') return importer === WORDS ? { id, external: true } : WORDS;
    return id === ENTRY || id.startsWith(BEGIN) ? `\0${id}` : null;
  },
  load(id) {
    if (id === `\0${ENTRY}`) return entry();
    if (!id.startsWith(`\0${BEGIN}`)) return null;
    return `import { beginFile } from 'vitest'; await beginFile(${JSON.stringify(id.slice(BEGIN.length + 1))});`;
  },
  transform(code, id) {
    const original = id.replace(process.cwd(), project);
    return light(code)
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(original)))
      .replaceAll('import.meta.url', JSON.stringify(`file://${original}`));
  },
};

/** Builds the module in the folder the process works in, and says where it is. */
export async function bundle(outDir) {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [oneModule],
    publicDir: false,
    build: {
      ssr: true,
      minify: false,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: ENTRY,
        treeshake: false,
        output: { entryFileNames: 'tests.mjs', codeSplitting: false },
      },
    },
  });
  return resolve(outDir, 'tests.mjs');
}
