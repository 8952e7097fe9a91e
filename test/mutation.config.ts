// Vitest for mutation testing: the engine's own tests alone, without a browser.
import { existsSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// Mutants run in a copy of the project two folders down: reference answers beside the project stay beside the copy.
const beside = resolve('..', 'shared');
const original = resolve('..', '..', '..', 'shared');
if (!existsSync(beside) && resolve('..').endsWith('.stryker-tmp') && existsSync(original)) {
  symlinkSync(original, beside);
}

// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    name: 'mutation',
    environment: 'node',
    include: ['test/engine/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
