// How the page is built, and how its tests are run.
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const softwareGraphics = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    modulePreload: {
      polyfill: false,
      // Later parts bring their styles; their own imports the browser finds itself, without a link put in for each.
      resolveDependencies: (_, dependencies, { hostType }) =>
        hostType === 'html' ? dependencies : dependencies.filter((file) => file.endsWith('.css')),
    },
    assetsInlineLimit: 0,
    // What the first view needs comes in one piece: the many small pieces shared with later screens cost more to ask for.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: ['test/seed.setup.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/views/**', 'test/bench/**'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        // Named beforehand: a dependency found while tests run would reload the page under them.
        optimizeDeps: {
          include: [
            '@preact/signals',
            '@preact/signals-core',
            'axe-core',
            'd3-array',
            'd3-scale',
            'd3-shape',
            'fast-check',
            'fflate',
            'maplibre-gl',
            'papaparse',
            'preact',
            'preact/hooks',
            'preact/jsx-dev-runtime',
            'preact/jsx-runtime',
            'topojson-client',
            'topojson-server',
            'zod/mini',
          ],
        },
        test: {
          name: 'views',
          // Real frames on a loaded machine: a view that is slow once is asked once more, and said to be flaky.
          retry: 1,
          include: ['test/views/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: chromium, args: ['--no-sandbox', ...softwareGraphics] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
