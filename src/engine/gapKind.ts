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

const FAILURES: readonly (readonly [keyof ProvisionSteps, GapKind])[] = [
  ['exists', 'no service of the tier'],
  ['withinReach', 'none within reach'],
  ['hasCapacity', 'no capacity known'],
  ['takesThisAge', 'not for this age'],
  ['stillFunded', 'funding ended'],
  ['evidenceRated', 'evidence not rated'],
];

/**
 * The first failing step of: any service of the tier exists → within reach → has capacity → takes this age or route →
 * funded past the reading date → evidence rated. A step that is not known, with none failing before it, makes the kind
 * 'not known' — but capacity that is not known is its own kind, 'no capacity known'. Where every step holds, what remains
 * is amount: 'little within reach' where need outstrips provision (gap above zero), else 'provision meets need'.
 * @param gap target less places, places a year; NaN is not known.
 */
export function gapKind(steps: ProvisionSteps, gap: number): GapKind {
  for (const [step, kind] of FAILURES) {
    const holds = steps[step];
    if (holds === false) return kind;
    if (holds === null) return step === 'hasCapacity' ? kind : 'not known';
  }
  if (Number.isNaN(gap)) return 'not known';
  return gap > 0 ? 'little within reach' : 'provision meets need';
}
