// Every kernel of the bench, in the order of the report.
import type { Kernel } from './kernel.ts';
import { PROVISION_KERNELS } from './provisionKernels.ts';

export const KERNELS: readonly Kernel[] = [...PROVISION_KERNELS];
