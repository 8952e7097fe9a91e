// What a dataset must hold before a question can be answered.
import type { Measure } from '../domain/measure.ts';
import type { Question } from '../domain/question.ts';
import { measuresOf } from './analyse.ts';
import { requiredBy } from './needMeasures.ts';

export interface Needs {
  readonly crimeTypes: readonly string[];
  readonly columns: readonly string[];
  readonly illustrative: boolean;
}

/** The crime types and columns of the question's measures, its hot-spot measure among them, and which inventory. */
export function needsOf(measures: readonly Measure[], question: Question): Needs {
  const hot = question.show === 'hotspots' ? measures.filter((m) => m.id === question.hotspots.of) : [];
  const required = [...measuresOf(measures, question).chosen.map((c) => c.measure), ...hot].map(requiredBy);
  return {
    crimeTypes: [...new Set(required.flatMap((r) => r.crimeTypes))],
    columns: [...new Set(required.flatMap((r) => r.columns))],
    illustrative: question.inventory === 'illustrative',
  };
}
