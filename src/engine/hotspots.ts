// Hot spots of a question: its need or one measure, made comparable between areas, and the clusters in it.
import type { Hotspots, MeasureColumns } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Question } from '../domain/question.ts';
import type { Workings } from './analyse.ts';
import { monthsIn } from './events.ts';
import { needMeasures } from './needMeasures.ts';
import { notableClusters } from './notableClusters.ts';
import { assuncaoReis } from './smoothing.ts';

/**
 * Logarithm of a ratio, so that twice the region's need lies as far above it as half lies below, and one city centre does not drown
 * the rest. A ratio of 0 is read as half the smallest one above 0.
 */
function logOfRatio(ratio: Float64Array): Float64Array {
  const least = ratio.reduce((min, r) => (r > 0 && r < min ? r : min), Number.POSITIVE_INFINITY);
  return ratio.map((r) => (r === 0 ? (Number.isFinite(least) ? Math.log(least / 2) : 0) : Math.log(r)));
}

/**
 * What is tested, by area, and in words. The need: the logarithm of its ratio to the region, made of the rates the question asks for. A count or proportion:
 * Assunção-Reis z of its events and base, so that small areas do not stand out by being small. A score: as published.
 * NaN is not known. RangeError: a measure this release does not have, or a period without a whole month.
 */
export function clusterValues(
  dataset: Dataset,
  question: Question,
  workings: Pick<Workings, 'answer'>,
): { values: Float64Array; of: string; tested?: MeasureColumns } {
  const { of } = question.hotspots;
  if (of === 'need')
    return {
      values: logOfRatio(workings.answer.areas.need),
      of: 'the need, as the logarithm of its ratio to the region',
    };
  const measure = dataset.measures.find((m) => m.id === of);
  if (!measure) {
    throw new RangeError(
      `The measure "${of}" is not part of this release. Choose another for the hot spots, or the need.`,
    );
  }
  const months = monthsIn(dataset.months, question.period).whole;
  const [alone] = needMeasures(dataset, question, [{ measure, weight: 1 }], months, dataset.residents);
  const part = workings.answer.measures.find((m) => m.measure.id === of);
  const columns = { ...alone, weight: part?.weight ?? 0 };
  if (measure.kind === 'score') return { values: columns.value, of: measure.phrase, tested: columns };
  return {
    values: assuncaoReis(columns.count, columns.base),
    of: `${measure.phrase}, as Assunção-Reis standardised rates`,
    tested: columns,
  };
}

/** The clusters a question asks for. RangeError also where the dataset does not hold the level's neighbours. */
export function hotspotsOf(
  dataset: Dataset,
  question: Question,
  workings: Pick<Workings, 'answer'>,
): Hotspots {
  const neighbours = dataset.neighbours?.[question.level];
  if (!neighbours) throw new RangeError(`Which ${question.level}s touch each other has not been loaded.`);
  const { values, of, tested } = clusterValues(dataset, question, workings);
  const found = notableClusters(values, neighbours, { ...question.hotspots, of, seed: question.seed });
  return tested ? { ...found, tested } : found;
}
