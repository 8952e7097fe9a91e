// Withheld or not known: two different things, told apart wherever a figure is missing.
import type { Answer, MeasureColumns } from '../domain/answer.ts';
import { noGapHere } from './noGap.ts';
import { NOT_KNOWN } from './numbers.ts';

export const SUPPRESSED = 'suppressed';

/** 1 for areas where a measure of the need is withheld, so that need and gap are too; null where none is. */
export function withheldAreas(answer: Answer): Uint8Array | null {
  const columns = answer.measures.filter((m) => m.weight > 0 && m.suppressed?.some((s) => s === 1));
  if (columns.length === 0) return null;
  return Uint8Array.from(answer.areas.code, (_, i) => (columns.some((m) => m.suppressed?.[i]) ? 1 : 0));
}

/** What stands in place of an area's need or gap that is missing: "suppressed", "not known", or why there is none to tell. */
export function missingText(answer: Answer, row: number): string {
  const withheld = answer.measures.some((m) => m.weight > 0 && m.suppressed?.[row] === 1);
  if (withheld) return SUPPRESSED;
  return Number.isNaN(answer.areas.gap[row]) ? NOT_KNOWN : noGapHere(answer, row) || NOT_KNOWN;
}

/** The same for one measure. */
export function missingMeasure(column: MeasureColumns, row: number): string {
  return column.suppressed?.[row] === 1 ? SUPPRESSED : NOT_KNOWN;
}

/** What hatching stands for: "not known", "suppressed", or both with their numbers. */
export function hatchedAreas(answer: Answer, hatched: number): string | undefined {
  const withheld = withheldAreas(answer)?.reduce((sum, s) => sum + s, 0) ?? 0;
  if (withheld === 0) return undefined;
  return withheld >= hatched
    ? SUPPRESSED
    : `${SUPPRESSED} ${withheld}, ${NOT_KNOWN} ${hatched - withheld}; together`;
}
