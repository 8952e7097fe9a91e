// Whether an area's figures are all known: in words beside every exported row, because an empty cell does not say why it is empty.
import type { Answer } from '../domain/answer.ts';
import { noGapBecause } from './noGap.ts';

/** "known"; "not known: places, target, gap"; "suppressed: own-1"; "no gap: no places to share by need"; all that hold. */
export function statusOf(answer: Answer, row: number): string {
  const { areas, measures } = answer;
  const figures: [string, Float64Array][] = [
    ['eligible', areas.eligible],
    ['need', areas.need],
    ['places', areas.places],
    ['target', areas.target],
    ['gap', areas.gap],
  ];
  const withheld = measures.filter((m) => m.suppressed?.[row] === 1).map((m) => m.measure.id);
  const unknown = [
    ...figures.filter(([, column]) => Number.isNaN(column[row])).map(([name]) => name),
    ...measures
      .filter((m) => Number.isNaN(m.value[row]) && m.suppressed?.[row] !== 1)
      .map((m) => m.measure.id),
  ];
  const parts = [
    ...(withheld.length > 0 ? [`suppressed: ${withheld.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`not known: ${unknown.join(', ')}`] : []),
    ...(noGapBecause(answer) && !Number.isNaN(areas.gap[row]) ? [`no gap: ${noGapBecause(answer)}`] : []),
  ];
  return parts.join('; ') || 'known';
}
