// Journeys: the built page, served as visitors get it, walked in real Chromium.
import { existsSync } from 'node:fs';
import { defineConfig } from 'playwright/test';

const system = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: '../../test-results',
  // A loaded machine is slow, and slow is not broken.
  timeout: 150_000,
  expect: { timeout: 45_000 },
  // One that passes only at a second try is reported as flaky.
  retries: process.env.CI ? 2 : 0,
  workers: 2,
  fullyParallel: true,
  use: {
    baseURL: 'http://localhost:4174/',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: existsSync(system) ? system : undefined,
      args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    },
  },
  webServer: {
    command: 'node ../../scripts/run.mjs start --port 4174',
    url: 'http://localhost:4174/',
    timeout: 180_000,
    reuseExistingServer: !process.env.CI,
  },
});
