// Every kernel of the bench, in the order of the report.
import { CLUSTER_KERNELS } from './clusterKernels.ts';
import type { Kernel } from './kernel.ts';
import { PROVISION_KERNELS } from './provisionKernels.ts';

export const KERNELS: readonly Kernel[] = [...CLUSTER_KERNELS, ...PROVISION_KERNELS];
