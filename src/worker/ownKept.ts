// What the worker keeps of the reader's own counts, and how a file becomes measures: the sum of its periods, and each where it may be.
import type { Read } from '../data/archive.ts';
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Measure } from '../domain/measure.ts';
import {
  LABEL_LENGTH,
  type OwnLevel,
  type OwnMonths,
  type OwnTable,
  type OwnWish,
} from '../domain/ownCounts.ts';
import type { Question } from '../domain/question.ts';
import type { OwnKept } from './ownGuard.ts';

export function nothingKept(): OwnKept {
  return { tables: new Map(), shown: [], forgotten: [] };
}

export interface OwnHost {
  readonly read: Read;
  readonly ownCounts: OwnKept;
  holding(question: Question): Promise<Dataset>;
  ownChanged(): Promise<void>;
  goOn(): Promise<boolean>;
}

/** What is kept of one period, or of several added up. */
export interface OwnPart {
  readonly period: string;
  /** All periods of the file added up. */
  readonly sum: boolean;
  readonly levels: OwnTable['levels'];
  /** NaN where the file does not say. */
  readonly months: number;
}

interface Source {
  readonly source: string;
  readonly note: string;
  readonly byMonth: OwnMonths | null;
}

/** Control characters and line breaks have no place in a name. */
export function labelOf(wish: OwnWish): string {
  const plain = wish.label
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.slice(0, LABEL_LENGTH) || 'Own counts';
}

/**
 * Keeps each part as a measure, and gives the first. All know of each other, so that a reader can choose among the periods; the first
 * has the id that was wished for.
 */
export function keepParts(kept: OwnKept, wish: OwnWish, parts: readonly OwnPart[], of: Source): Measure {
  const label = labelOf(wish);
  const ids = parts.map((_, k) => (k === 0 ? wish.id : `${wish.id}-p${k}`));
  const periods = parts.map((part, k) => ({ measure: ids[k], period: part.period, sum: part.sum }));
  const measures = parts.map(
    (part, k): Measure => ({
      id: ids[k],
      label,
      phrase: /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label,
      unit: 'counts',
      kind: 'own',
      direction: 1,
      period: part.period,
      source: of.source,
      note: of.note,
      levels: (['ward', 'lsoa'] as const).filter((level) => part.levels[level]),
      ...(parts.length > 1 ? { periods } : {}),
    }),
  );
  parts.forEach(({ levels, months }, k) => {
    const byMonth = of.byMonth ? { byMonth: of.byMonth } : {};
    kept.tables.set(ids[k], { measure: measures[k], levels, months, ...byMonth });
  });
  return measures[0];
}

/** Takes away a measure with its periods, and what is remembered of its showing. */
export function dropOwn(kept: OwnKept, id: string): void {
  for (const key of [...kept.tables.keys()])
    if (key === id || key.startsWith(`${id}-p`)) kept.tables.delete(key);
  kept.shown = kept.shown.filter((s) => s.id !== id);
}

export function statusOf(level: OwnLevel): { known: number; suppressed: number; notKnown: number } {
  const suppressed = level.suppressed.reduce((n, s) => n + s, 0);
  const known = level.counts.reduce((n, c) => n + (Number.isNaN(c) ? 0 : 1), 0);
  return { known, suppressed, notKnown: level.counts.length - known - suppressed };
}

/** True where something can be compared: a known count above zero. */
export function usable(level: OwnLevel | undefined): boolean {
  return level?.counts.some((c) => c > 0) ?? false;
}

/** Levels of a measure, wards first. */
export function levelsOf(levels: OwnTable['levels']): Level[] {
  return (['ward', 'lsoa'] as const).filter((level) => levels[level]);
}
