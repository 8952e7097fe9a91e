// Finds a Chromium for the browser tests, and installs one where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function found(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named && existsSync(named)) return named;
  return [...USUAL, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

function run(command: string, args: string[]): boolean {
  return (
    spawnSync(command, args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  );
}

/** Path of a Chromium; apt on Debian as root, Playwright's own installer elsewhere. Throws one sentence where neither works. */
export function requireChromium(): string {
  const here = found();
  if (here) return here;
  process.stderr.write('Installing Chromium (once) ...\n');
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } else {
    run('npx', ['playwright', 'install', 'chromium']);
  }
  const installed = found();
  if (installed) return installed;
  throw new Error(
    'Chromium could not be installed. Install it by hand and name it in the variable CHROMIUM_PATH.',
  );
}
