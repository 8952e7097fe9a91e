// The weights of the need as the controls show them: shares of one, with the measures that always have a slider.
import type { Measure } from '../../domain/measure.ts';
import type { WeightedMeasure } from '../../domain/question.ts';

/** Measures that have a slider before a reader asks for more. */
const ALWAYS_OFFERED: readonly string[] = ['violence', 'deprivation', 'overcrowded'];

/** Whole hundredths, so that links stay readable. */
const FULL = 100;

function weightOf(need: readonly WeightedMeasure[], id: string): number {
  return need.find((n) => n.measure === id)?.weight ?? 0;
}

/** Share of the need a measure has, 0 to 1. */
export function shareOf(need: readonly WeightedMeasure[], id: string): number {
  const sum = need.reduce((total, n) => total + n.weight, 0);
  return sum > 0 ? weightOf(need, id) / sum : 0;
}

/**
 * The need with one measure's slider moved to `position` (0 to 100). Sliders are relative: the largest stands for the weight
 * the links carry. Null where nothing would be left to make need of.
 */
export function withWeight(
  need: readonly WeightedMeasure[],
  id: string,
  position: number,
): readonly WeightedMeasure[] | null {
  const largest = Math.max(1, ...need.map((n) => n.weight));
  const moved = { measure: id, weight: position / FULL };
  const scaled = need.map((n) => ({ ...n, weight: n.weight / largest }));
  const held = scaled.some((n) => n.measure === id);
  const next = held ? scaled.map((n) => (n.measure === id ? moved : n)) : [...scaled, moved];
  const kept = next.filter((n) => n.weight > 0);
  return kept.length > 0 ? kept : null;
}

/** Where a measure's slider stands, 0 to 100. Weights above 1 can come from a link and are scaled to the largest. */
export function positionOf(need: readonly WeightedMeasure[], id: string): number {
  const largest = Math.max(1, ...need.map((n) => n.weight));
  return Math.round((weightOf(need, id) / largest) * FULL);
}

/** Measures with a slider: those always offered, those that count, and those the reader opened. */
export function offered(
  measures: readonly Measure[],
  need: readonly WeightedMeasure[],
  opened: ReadonlySet<string>,
): Measure[] {
  return measures.filter(
    (m) => ALWAYS_OFFERED.includes(m.id) || weightOf(need, m.id) > 0 || opened.has(m.id),
  );
}
