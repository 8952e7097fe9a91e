// Kernels of provision: what reaches whom.
import { accessFromCoordinates } from '../../src/engine/access.ts';
import { createRandom } from '../../src/engine/random.ts';
import type { Kernel } from './kernel.ts';
import { places } from './lattice.ts';

export const PROVISION_KERNELS: readonly Kernel[] = [
  {
    kernel: 'e2sfca',
    n: 1680,
    size: { sites: 400 },
    target: 2,
    prepare() {
      const areas = places(1680, 1);
      const sites = places(400, 2);
      const random = createRandom(3);
      const eligible = Float64Array.from({ length: 1680 }, () => 100 + random.below(400));
      const capacity = Float64Array.from({ length: 400 }, () => 5 + random.below(60));
      return () =>
        accessFromCoordinates(eligible, areas, capacity, sites, { catchment: 15_000, decay: 'gaussian' });
    },
  },
];
