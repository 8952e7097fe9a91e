// Kernels of hot spots: permutation tests and neighbours from polygons.
import { contiguity, type MultiPolygon } from '../../src/engine/contiguity.ts';
import { deviations } from '../../src/engine/deviations.ts';
import { giPermutationP, giStar } from '../../src/engine/gi.ts';
import { localMoran, localMoranPermutationP } from '../../src/engine/localMoran.ts';
import { globalMoran } from '../../src/engine/moran.ts';
import { globalMoranPermutation } from '../../src/engine/moranPermutation.ts';
import { rowStandardised, type SpatialWeights } from '../../src/engine/spatialWeights.ts';
import type { Kernel } from './kernel.ts';
import { LATTICES, latticeNeighbours, latticeOf, latticeRings, latticeValues } from './lattice.ts';

type Measured = (values: Float64Array, weights: SpatialWeights, permutations: number) => unknown;

const MEASURED: Readonly<Record<string, Measured>> = {
  'local-moran': (values, weights, permutations) => {
    const deviation = deviations(values, weights);
    return [localMoran(deviation, weights), localMoranPermutationP(deviation, weights, { permutations })];
  },
  'gi-star': (values, weights, permutations) => [
    giStar(values, weights),
    giPermutationP(values, weights, { permutations }),
  ],
  'global-moran': (values, weights, permutations) => [
    globalMoran(values, weights),
    globalMoranPermutation(values, weights, { permutations }),
  ],
};

function permuted(kernel: string, n: number, permutations: number, aim: Partial<Kernel> = {}): Kernel {
  return {
    kernel,
    n,
    permutations,
    ...aim,
    prepare() {
      const lattice = latticeOf(n);
      const weights = rowStandardised(latticeNeighbours(lattice));
      const values = latticeValues(lattice);
      return () => MEASURED[kernel](values, weights, permutations);
    },
  };
}

const QUEEN = latticeOf(8000);

/** Pieces that give the 8,000 cells about 766,000 vertices, the first of each ring counted again as its last. */
const BORDERS = { level: 24, upright: (column: number) => (column % 8 < 3 ? 24 : 23) };

export function latticePolygons(): MultiPolygon[] {
  return latticeRings(QUEEN, BORDERS).map((ring) => [[ring]]);
}

export function verticesOf(polygons: readonly MultiPolygon[]): number {
  let count = 0;
  for (const area of polygons) for (const polygon of area) for (const ring of polygon) count += ring.length;
  return count;
}

export const CLUSTER_KERNELS: readonly Kernel[] = [
  ...LATTICES.map(({ n }) => permuted('local-moran', n, 999, n === 35_000 ? { target: 40, cold: true } : {})),
  permuted('local-moran', 192, 9999),
  permuted('local-moran', 1680, 9999),
  permuted('local-moran', 35_000, 99_999, { target: 400 }),
  ...LATTICES.map(({ n }) => permuted('gi-star', n, 999)),
  ...LATTICES.map(({ n }) => permuted('global-moran', n, 999, n === 35_000 ? { target: 1000 } : {})),
  {
    kernel: 'queen-neighbours',
    n: QUEEN.n,
    target: 150,
    prepare() {
      const polygons = latticePolygons();
      const vertices = verticesOf(polygons);
      return () => ({ pairs: contiguity(polygons, 'queen').targets.length, vertices });
    },
    report: (result) => result as { pairs: number; vertices: number },
  },
];
