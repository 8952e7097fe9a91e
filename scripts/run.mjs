// Runs one of the project's TypeScript commands after making sure that the packages it needs are installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const [command, ...rest] = process.argv.slice(2);

/** npm writes this file last, so it is there only after a whole install. */
const marker = join(root, 'node_modules', '.package-lock.json');
if (!existsSync(marker)) {
  process.stderr.write('Installing packages (once) ...\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Standard output belongs to the command: what npm says goes to standard error.
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write('The packages could not be installed; see the lines above.\n');
    process.exit(1);
  }
}

const { register } = await import('tsx/esm/api');
register();
process.argv = [process.argv[0], join(here, `${command}.ts`), ...rest];
const module = await import(pathToFileURL(join(here, `${command}.ts`)).href);
await module.main(rest);
