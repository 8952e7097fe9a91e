// What the worker keeps of the reader's own counts, and what their files become: a measure and how many areas it knows.
import type { Read } from '../data/archive.ts';
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Measure } from '../domain/measure.ts';
import type { OwnLevel, OwnTable, OwnWish } from '../domain/ownCounts.ts';
import type { Question } from '../domain/question.ts';
import type { Shown } from '../engine/ownProtection.ts';

export interface OwnKept {
  readonly tables: Map<string, OwnTable>;
  /** Every showing of this visit, so that two of them do not give away what each withholds. */
  readonly shown: {
    readonly label: string;
    readonly by: Level;
    readonly raw: Float64Array;
    readonly shown: Shown;
  }[];
}

export interface OwnHost {
  readonly read: Read;
  readonly ownCounts: OwnKept;
  holding(question: Question): Promise<Dataset>;
  ownChanged(): Promise<void>;
  goOn(): Promise<boolean>;
}

export function measureOf(wish: OwnWish, period: string, source: string, note: string): Measure {
  const label = wish.label.trim() || 'Own counts';
  return {
    id: wish.id,
    label,
    phrase: /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label,
    unit: 'counts',
    kind: 'own',
    direction: 1,
    period,
    source,
    note,
  };
}

export function statusOf(level: OwnLevel): { known: number; suppressed: number; notKnown: number } {
  const suppressed = level.suppressed.reduce((n, s) => n + s, 0);
  const known = level.counts.reduce((n, c) => n + (Number.isNaN(c) ? 0 : 1), 0);
  return { known, suppressed, notKnown: level.counts.length - known - suppressed };
}
