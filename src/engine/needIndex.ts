// The need index for display and classes: measures on a common scale, then their weighted mean.
import type { MeasureColumns } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import { aggregate, standardise } from './standardise.ts';

/**
 * Standardised measures (percentile, z, min-max or the Indices' exponential), turned over where more means less need, and
 * aggregated by the weighted arithmetic or geometric mean. A display value: it never enters a fair share. NaN where a measure is
 * not known. z-scores lie on both sides of zero and have no geometric mean: they are put together arithmetically whatever is asked.
 */
export function needIndex(
  question: Pick<Question, 'standardise' | 'aggregate'>,
  measures: readonly MeasureColumns[],
): Float64Array {
  const columns = measures.map((m) =>
    standardise(m.measure.direction === 1 ? m.value : m.value.map((v) => -v), question.standardise),
  );
  return aggregate(
    columns,
    measures.map((m) => m.weight),
    question.standardise === 'z' ? 'arithmetic' : question.aggregate,
  );
}
