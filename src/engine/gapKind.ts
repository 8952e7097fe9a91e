// What kind of gap an area has: the first step at which provision fails it.
import type { GapKind } from '../domain/answer.ts';

/** What is known of the services of a tier for one area and one question. null is not known. */
export interface ProvisionSteps {
  /** Whether any service of the tier exists. */
  readonly exists: boolean | null;
  /** Whether any of them is within reach of the area. */
  readonly withinReach: boolean | null;
  /** Whether any within reach has capacity. */
  readonly hasCapacity: boolean | null;
  /** Whether any of those takes this age or route. */
  readonly takesThisAge: boolean | null;
  /** Whether any of those is funded past the reading date. */
  readonly stillFunded: boolean | null;
  /** Whether any of those has its evidence rated. */
  readonly evidenceRated: boolean | null;
}

/** What is known of an area's places; NaN is not known. */
export interface Amount {
  /** Target less places, places a year. */
  readonly gap: number;
  readonly places: number;
  readonly target: number;
}

/** Below this part of what need calls for, provision is "little within reach". */
export const LITTLE = 0.25;

const FAILURES: readonly (readonly [Exclude<keyof ProvisionSteps, 'evidenceRated'>, GapKind])[] = [
  ['exists', 'no service of the tier'],
  ['withinReach', 'none within reach'],
  ['hasCapacity', 'no capacity known'],
  ['takesThisAge', 'not for this age'],
  ['stillFunded', 'funding ended'],
];

/**
 * The kind of gap of an area whose gap is above zero: the first failing step of any service of the tier exists → within reach → has
 * capacity → takes this age or route → funded past the reading date. A step that is not known, with none failing before it, makes the
 * kind 'not known' — but capacity that is not known is its own kind, 'no capacity known'. Where these hold, places are what is short:
 * 'little within reach' below `LITTLE` of the target; then evidence, 'evidence not rated'; then 'too few places'. A gap of zero or less
 * is 'provision meets need', a gap that is not known 'not known', whatever the steps say.
 */
export function gapKind(steps: ProvisionSteps, { gap, places, target }: Amount): GapKind {
  if (Number.isNaN(gap)) return 'not known';
  if (gap <= 0) return 'provision meets need';
  for (const [step, kind] of FAILURES) {
    const holds = steps[step];
    if (holds === false) return kind;
    if (holds === null) return step === 'hasCapacity' ? kind : 'not known';
  }
  if (places < LITTLE * target) return 'little within reach';
  return steps.evidenceRated ? 'too few places' : 'evidence not rated';
}
