// Kernels of provision and siting: what reaches whom, and where new sites would do most.
import { access, accessFromCoordinates } from '../../src/engine/access.ts';
import { maximalCovering } from '../../src/engine/coverage.ts';
import { createRandom } from '../../src/engine/random.ts';
import { reachFromCoordinates } from '../../src/engine/reach.ts';
import type { Kernel } from './kernel.ts';
import { places } from './lattice.ts';

const AREAS = 1680;
const SITES = 400;

function provision() {
  const random = createRandom(3);
  return {
    areas: places(AREAS, 1),
    sites: places(SITES, 2),
    eligible: Float64Array.from({ length: AREAS }, () => 100 + random.below(400)),
    capacity: Float64Array.from({ length: SITES }, () => 5 + random.below(60)),
  };
}

/** From coordinates: distances, weights and both steps. */
function fromCoordinates(catchment: number, target?: number): Kernel {
  return {
    kernel: 'e2sfca',
    n: AREAS,
    size: { sites: SITES, catchment_m: catchment },
    target,
    prepare() {
      const { areas, sites, eligible, capacity } = provision();
      return () => accessFromCoordinates(eligible, areas, capacity, sites, { catchment, decay: 'gaussian' });
    },
  };
}

function covering(sites: number): Kernel {
  return {
    kernel: 'cover',
    n: AREAS,
    size: { candidates: SITES, sites },
    target: 250,
    prepare() {
      const { areas, sites: candidates, eligible } = provision();
      return () =>
        maximalCovering(
          eligible,
          reachFromCoordinates(areas, candidates, { catchment: 3000, decay: 'step', detour: 1 }),
          { sites },
        );
    },
    report(result) {
      const { covered, bound, certifiedGap } = result as ReturnType<typeof maximalCovering>;
      return { covered, bound, certified_gap: certifiedGap };
    },
  };
}

export const PROVISION_KERNELS: readonly Kernel[] = [
  fromCoordinates(5000, 2),
  fromCoordinates(15_000),
  {
    kernel: 'e2sfca-known-weights',
    n: AREAS,
    size: { sites: SITES, catchment_m: 15_000 },
    prepare() {
      const { areas, sites, eligible, capacity } = provision();
      const reach = reachFromCoordinates(areas, sites, { catchment: 15_000, decay: 'gaussian' });
      return () => access(eligible, capacity, reach);
    },
  },
  ...[10, 20, 30, 40].map(covering),
];
