// The steps between a person and a place on a programme, in order, as questions put to one service.
import { sharedAges } from '../domain/ages.ts';
import type { Service } from '../domain/intervention.ts';
import type { Question } from '../domain/question.ts';
import type { ProvisionSteps } from './gapKind.ts';
import { leftOutBecause } from './inventoryReading.ts';

/** What the steps after "exists" and "within reach" ask of a service. */
interface ServiceStep {
  readonly step: Exclude<keyof ProvisionSteps, 'exists' | 'withinReach'>;
  readonly label: string;
  readonly holds: (service: Service, question: Question, day: string) => boolean;
}

const SERVICE_STEPS: readonly ServiceStep[] = [
  {
    step: 'hasCapacity',
    label: 'with known places',
    holds: (s) => s.capacity !== null && s.capacity > 0,
  },
  {
    step: 'takesThisAge',
    label: 'for these ages',
    holds: (s, q) => sharedAges(s.ages, q.ages) !== null,
  },
  {
    step: 'stillFunded',
    label: 'funded on the day',
    holds: (s, q, day) =>
      !leftOutBecause({ ...s, capacity: 1, ages: q.ages }, q, day).includes('reading date'),
  },
  { step: 'evidenceRated', label: 'with rated evidence', holds: (s) => s.evidence !== '' },
];

/** How many services are left after each step, and which step is the first that none passes. */
export function cascade(
  services: readonly Service[],
  near: readonly Service[],
  question: Question,
  day: string,
): { steps: ProvisionSteps; left: { step: string; services: number }[] } {
  const left = [
    { step: 'exist', services: services.length },
    { step: 'within reach', services: near.length },
  ];
  const steps: Record<keyof ProvisionSteps, boolean> = {
    exists: services.length > 0,
    withinReach: near.length > 0,
    hasCapacity: false,
    takesThisAge: false,
    stillFunded: false,
    evidenceRated: false,
  };
  let passing = near;
  for (const { step, label, holds } of SERVICE_STEPS) {
    passing = passing.filter((s) => holds(s, question, day));
    steps[step] = passing.length > 0;
    left.push({ step: label, services: passing.length });
  }
  return { steps, left };
}
