// The kind of gap by area: the first step between a person and a service that fails.

import { sharedAges } from '../domain/ages.ts';
import type { GapKind } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Programme, Service } from '../domain/intervention.ts';
import type { Question } from '../domain/question.ts';
import { areasOf } from './apportion.ts';
import type { Gap } from './gap.ts';
import { leftOutBecause, readingDate } from './inventoryReading.ts';
import { placesOfServices } from './provision.ts';

/** Below this part of what need calls for, provision is "little within reach". */
export const LITTLE = 0.25;

/**
 * For each area, the first step that fails among the services of the programmes read: a service exists → one is within reach →
 * one of these has a known number of places → takes the ages asked for → is funded on the reading date → has rated evidence. Where
 * all hold and places are still short: "too few places". Where the list is not complete: "not known", never "none".
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
    { level: question.level, ages: { from: 0, to: 120 } },
    question.reach,
    services.map((s) => ({ ...s, capacity: 1 })),
  );
  const steps: [GapKind, (s: Service) => boolean][] = [
    ['no capacity known', (s) => s.capacity !== null && s.capacity > 0],
    ['not for this age', (s) => sharedAges(s.ages, question.ages) !== null],
    [
      'funding ended',
      (s) =>
        !leftOutBecause({ ...s, capacity: 1, ages: question.ages }, question, day).includes('reading date'),
    ],
    ['evidence not rated', (s) => s.evidence !== ''],
  ];
  return Array.from(gap.gap, (short, i): GapKind => {
    if (!reading.known[authority[i]] || Number.isNaN(short)) return 'not known';
    if (short <= 0) return 'provision meets need';
    if (services.length === 0) return 'no service of the tier';
    let near = services.filter((_, j) => everyone[j].places[i] > 0);
    if (near.length === 0) return 'none within reach';
    for (const [kind, holds] of steps.slice(0, 3)) {
      near = near.filter(holds);
      if (near.length === 0) return kind;
    }
    if (reading.places[i] < LITTLE * gap.target[i]) return 'little within reach';
    return near.some(steps[3][1]) ? 'too few places' : steps[3][0];
  });
}
