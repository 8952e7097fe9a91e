// What a dataset must hold before a question can be answered.
import { sameAges } from '../domain/ages.ts';
import type { Dataset } from '../domain/dataset.ts';
import { joinedName } from '../domain/joinedCounts.ts';
import type { Measure } from '../domain/measure.ts';
import { OPENING_QUESTION, type Question } from '../domain/question.ts';
import { requiredBy } from './needMeasures.ts';
import { measuresOf } from './standing.ts';

export interface Needs {
  readonly crimeTypes: readonly string[];
  readonly columns: readonly string[];
  readonly illustrative: boolean;
}

/**
 * The crime types and columns of the question's measures, its hot-spot measure among them, and which inventory.
 * @param held counts that are there already: types that they hold joined, just as the question joins them, need not come one by one.
 */
export function needsOf(
  measures: readonly Measure[],
  question: Question,
  held: Dataset['counts'] = new Map(),
): Needs {
  const hot = question.show === 'hotspots' ? measures.filter((m) => m.id === question.hotspots.of) : [];
  const required = [...measuresOf(measures, question).chosen.map((c) => c.measure), ...hot].map(requiredBy);
  const crimeTypes = [...new Set(required.flatMap((r) => r.crimeTypes))];
  const joins = [crimeTypes, ...required.map((r) => r.crimeTypes)].filter((types) => types.length > 0);
  return {
    crimeTypes: joins.every((types) => held.has(joinedName(types))) ? [] : crimeTypes,
    columns: [...new Set(required.flatMap((r) => r.columns))],
    illustrative: question.inventory === 'illustrative',
  };
}

/** Whether a question is answered whole from what the first one needs: it may differ in period, reach and all that is only looked at. */
export function openingSuffices(question: Question): boolean {
  const asked = OPENING_QUESTION;
  const measures = (q: Question) =>
    q.need
      .filter(({ weight }) => weight > 0)
      .map(({ measure }) => measure)
      .join();
  return (
    question.level === asked.level &&
    question.show !== 'hotspots' &&
    measures(question) === measures(asked) &&
    sameAges(question.ages, asked.ages) &&
    question.tier === asked.tier &&
    question.programmes.join() === asked.programmes.join() &&
    question.inventory === asked.inventory &&
    question.plan === null
  );
}
