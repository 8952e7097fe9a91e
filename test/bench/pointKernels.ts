// Kernels of uploads: which area each of a million points lies in.
import { pointLocator } from '../../src/engine/pointInPolygon.ts';
import { createRandom } from '../../src/engine/random.ts';
import type { Kernel } from './kernel.ts';
import { latticeOf, latticeRings } from './lattice.ts';

const POINTS = 1_000_000;

/** Index and search together, over a lattice of cells with about a hundred corners each. */
function located(n: number, target: number): Kernel {
  return {
    kernel: 'point-in-polygon',
    n,
    size: { points: POINTS },
    target,
    prepare() {
      const lattice = latticeOf(n);
      const outlines = latticeRings(lattice, { level: 24, upright: () => 24 }).map((ring) => ({
        type: 'Polygon' as const,
        coordinates: [ring],
      }));
      const random = createRandom(5);
      const x = Float64Array.from({ length: POINTS }, () => random.uniform() * lattice.columns);
      const y = Float64Array.from({ length: POINTS }, () => random.uniform() * lattice.rows);
      return () => {
        const area = pointLocator(outlines).findAll(x, y);
        let inside = 0;
        for (const a of area) if (a >= 0) inside++;
        return { inside };
      };
    },
    report: (result) => result as { inside: number },
  };
}

export const POINT_KERNELS: readonly Kernel[] = [located(192, 100), located(8000, 600)];
