// The kind of gap by area: each area's services put through the steps between a person and a place.
import { ALL_AGES } from '../domain/ages.ts';
import type { GapKind } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Programme, Service } from '../domain/intervention.ts';
import type { Question } from '../domain/question.ts';
import { areasOf } from './apportion.ts';
import type { Gap } from './gap.ts';
import { gapKind } from './gapKind.ts';
import { cascade } from './gapSteps.ts';
import { readingDate } from './inventoryReading.ts';
import { placesOfServices } from './provision.ts';

/**
 * For each area, the kind of its gap (`gapKind`) among the services of the programmes read. Where their list is not complete for the
 * area's authority: "not known", never "none".
 */
export function gapKinds(
  dataset: Dataset,
  question: Question,
  reading: { inventory: { services: readonly Service[] }; known: readonly boolean[]; places: Float64Array },
  programmes: readonly Programme[],
  gap: Gap,
): GapKind[] {
  const ids = new Set(programmes.map((p) => p.id));
  const services = reading.inventory.services.filter((s) => ids.has(s.programme));
  const { authority } = areasOf(dataset, question.level);
  const day = readingDate(question);
  // Who is in reach does not depend on how many places there are: one place each tells where the service reaches.
  const everyone = placesOfServices(
    dataset,
    { level: question.level, ages: ALL_AGES },
    question.reach,
    services.map((s) => ({ ...s, capacity: 1 })),
  );
  return Array.from(gap.gap, (short, i): GapKind => {
    if (!reading.known[authority[i]] || Number.isNaN(short)) return 'not known';
    const near = services.filter((_, j) => everyone[j].places[i] > 0);
    const { steps } = cascade(services, near, question, day);
    return gapKind(steps, { gap: short, places: reading.places[i], target: gap.target[i] });
  });
}
