// The bench: its report has the promised columns, and its lattices are what they claim to be.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contiguity } from '../../src/engine/contiguity.ts';
import { latticePolygons, verticesOf } from '../bench/clusterKernels.ts';
import { LATTICES, latticeNeighbours, latticeOf, latticeRings, latticeValues } from '../bench/lattice.ts';

test('reports every kernel as JSON with median, least and most', () => {
  const runner = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
  const run = spawnSync(
    process.execPath,
    [runner, 'bench', '--json', '--only', 'local-moran', '--n', '192'],
    {
      encoding: 'utf8',
    },
  );
  expect(run.status).toBe(0);
  const report: ({ kernel: string } & Record<
    'n' | 'permutations' | 'median_ms' | 'min_ms' | 'max_ms' | 'cold_ms',
    number
  >)[] = JSON.parse(run.stdout);
  expect(report.map((r) => [r.kernel, r.n, r.permutations])).toEqual([
    ['local-moran', 192, 999],
    ['local-moran', 192, 9999],
  ]);
  for (const { min_ms, median_ms, max_ms, cold_ms } of report) {
    expect(0 < min_ms && min_ms <= median_ms && median_ms <= max_ms && cold_ms > 0).toBe(true);
  }
});

test('the polygons of a lattice have the neighbours the lattice has by construction', () => {
  const lattice = LATTICES[0];
  const rings = latticeRings(lattice, { level: 3, upright: (c) => 2 + (c % 2) });
  expect(rings).toHaveLength(lattice.n);
  const found = contiguity(
    rings.map((ring) => [[ring]]),
    'queen',
  );
  expect(found).toEqual(latticeNeighbours(lattice));
});

test('the 8,000 cells have about the vertices they are named by', () => {
  expect(Math.abs(verticesOf(latticePolygons()) - 766_000)).toBeLessThan(1000);
});

test('a lattice has the same values every time, and others for another seed', () => {
  const lattice = latticeOf(1680);
  expect(latticeValues(lattice)).toEqual(latticeValues(lattice));
  expect(latticeValues(lattice, 2)).not.toEqual(latticeValues(lattice));
  expect(() => latticeOf(7)).toThrow(RangeError);
});
