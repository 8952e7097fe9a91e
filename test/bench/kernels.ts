// Every kernel of the bench, in the order of the report.
import { ANSWER_KERNELS } from './answerKernels.ts';
import { CLUSTER_KERNELS } from './clusterKernels.ts';
import type { Kernel } from './kernel.ts';
import { POINT_KERNELS } from './pointKernels.ts';
import { PROVISION_KERNELS } from './provisionKernels.ts';

export const KERNELS: readonly Kernel[] = [
  ...CLUSTER_KERNELS,
  ...POINT_KERNELS,
  ...PROVISION_KERNELS,
  ...ANSWER_KERNELS,
];
