// The kind of gap by area: each area's services put through the steps between a person and a place.
import type { GapKind } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Programme, Service } from '../domain/intervention.ts';
import type { Question } from '../domain/question.ts';
import { areasOf } from './apportion.ts';
import type { Gap } from './gap.ts';
import { gapKind } from './gapKind.ts';
import { cascade } from './gapSteps.ts';
import { firstDayOf, readingDate } from './inventoryReading.ts';
import { placesOfServices, type ServicePlaces } from './provision.ts';

/** Where targets are 0 for want of places to share, or by the norm, an area without a place is not one whose need is met. */
const STEPS_ALONE = { gap: 1, places: 0, target: 1 };

/**
 * For each area, the kind of its gap (`gapKind`) among the services of the programmes read; with a yardstick of 0 that of an area
 * without places is the first step that fails. Services whose funding has not ended but not begun make it 'not begun'. Where their list is not complete for the
 * area's authority: "not known", never "none".
 */
export function gapKinds(
  dataset: Dataset,
  question: Question,
  reading: {
    readonly inventory: { readonly services: readonly Service[] };
    readonly known: readonly boolean[];
    readonly counted: readonly ServicePlaces[];
    readonly places: Float64Array;
  },
  programmes: readonly Programme[],
  gap: Gap,
): GapKind[] {
  const ids = new Set(programmes.map((p) => p.id));
  const services = reading.inventory.services.filter((s) => ids.has(s.programme));
  const { authority } = areasOf(dataset, question.level);
  const day = readingDate(question);
  // Where a service reaches does not depend on whether it counts: those that do not are spread here.
  const counted = new Set(reading.counted.map((c) => c.service));
  const uncounted = services.filter((s) => !counted.has(s));
  const spreads = new Map(
    [
      ...reading.counted,
      ...(uncounted.length > 0 ? placesOfServices(dataset, question, question.reach, uncounted) : []),
    ].map((c) => [c.service, c.spread]),
  );
  return Array.from(gap.gap, (short, i): GapKind => {
    if (!reading.known[authority[i]] || Number.isNaN(short)) return 'not known';
    const near = services.filter((s) => (spreads.get(s)?.[i] ?? 0) > 0);
    const { steps } = cascade(services, near, question, day);
    const places = reading.places[i];
    const amount = { gap: short, places, target: gap.target[i] };
    const kind = gapKind(steps, gap.yardstick === 0 && places === 0 ? STEPS_ALONE : amount);
    const begun = near.some((s) => s.start === null || firstDayOf(s.start) <= day);
    return kind === 'funding ended' && !begun ? 'not begun' : kind;
  });
}
