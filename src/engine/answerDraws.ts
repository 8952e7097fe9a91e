// One draw of the answer: rates, weights, reach and records as they might also be, from one seeded stream.
import type { MeasureColumns } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { DecayShape, Question, Reach } from '../domain/question.ts';
import type { Workings } from './analyse.ts';
import { areasOf } from './apportion.ts';
import { DECAY_NAMES } from './decay.ts';
import { fairYardstick } from './gap.ts';
import { placesOfServices, totalPlaces } from './provision.ts';
import { createRandom, type Random } from './random.ts';
import { posterior } from './smoothing.ts';

/** Σα of the Dirichlet around the reader's weights: a weight of ½ then varies with a standard deviation of about .08. */
const WEIGHT_CONCENTRATION = 40;
/** The declared set of reaches: these times the reader's catchment under the reader's decay, and the other decays at it. */
export const CATCHMENT_FACTORS: readonly number[] = [0.8, 1, 1.25];

export function declaredReaches(reach: Reach): Reach[] {
  const factors = CATCHMENT_FACTORS.map((f) => ({ ...reach, catchment: reach.catchment * f }));
  const others = DECAY_NAMES.filter((d: DecayShape) => d !== reach.decay).map((decay) => ({
    ...reach,
    decay,
  }));
  return [...factors, ...others];
}

/** One draw; its columns are overwritten by the next. NaN is an area that is not known. */
export interface AnswerDraw {
  readonly need: Float64Array;
  /** Places that reach each area, with the plan where there is one. */
  readonly places: Float64Array;
  readonly yardstick: number;
  /** ν N E - places. */
  readonly gap: Float64Array;
  /** Which of `declaredReaches` was drawn. */
  readonly reach: number;
}

type RateDraw = (random: Random, out: Float64Array) => void;

/**
 * One draw of a measure's values over the region's figure. Counts: θ ~ Gamma from the posterior of O/φ over n/φ; proportions the same
 * with φ = 1; published scores have no sampling distribution and stay as they are.
 */
function rateDraw(measure: MeasureColumns): RateDraw {
  const { count, base, value, region } = measure;
  const countable = measure.measure.kind !== 'score';
  if (!countable) return (_, out) => out.set(value.map((v) => v / region));
  const dispersion = Number.isNaN(measure.overdispersion) ? 1 : measure.overdispersion;
  const { shape, rate } = posterior(
    count.map((o) => o / dispersion),
    base.map((n) => n / dispersion),
  );
  const known = Float64Array.from(count, (o, i) => (Number.isNaN(o) || Number.isNaN(base[i]) ? 0 : 1));
  let events = 0;
  let people = 0;
  for (let i = 0; i < count.length; i++) {
    if (!known[i]) continue;
    events += count[i];
    people += base[i];
  }
  const mean = events / people;
  return (random, out) => {
    for (let i = 0; i < out.length; i++) {
      out[i] = known[i] && shape[i] > 0 ? random.gamma(shape[i]) / rate[i] / mean : known[i] ? 0 : Number.NaN;
    }
  };
}

/**
 * Draws of the answer, one at each call (METHOD §6): measures from their posteriors, weights from a Dirichlet around the reader's, reach
 * from `declaredReaches`, each record kept with the probability of its confidence. The yardstick follows the question: a norm stays,
 * a fair share is made anew from each draw's places without the plan. Same question, same seed: same draws.
 */
export function answerDraws(dataset: Dataset, question: Question, workings: Workings): () => AnswerDraw {
  const { base, planned, measures } = workings;
  const { eligible, code } = workings.answer.areas;
  const n = code.length;
  const { authority } = areasOf(dataset, question.level);
  const reaches = declaredReaches(question.reach);
  const readings = planned === base ? [base] : [base, planned];
  // Places by reach and service: a record dropped or kept changes nobody else's, so a draw only adds them up.
  const spread = readings.map((r) =>
    reaches.map((reach) =>
      placesOfServices(
        dataset,
        question,
        reach,
        r.counted.map((c) => c.service),
      ),
    ),
  );
  const services = [...new Set(readings.flatMap((r) => r.counted.map((c) => c.service)))];
  const seats = readings.map((r) => r.counted.map((c) => services.findIndex((s) => s.id === c.service.id)));
  const random = createRandom(question.seed);
  const drawRate = measures.map(rateDraw);
  const alpha = measures.map((m) => m.weight * WEIGHT_CONCENTRATION);
  const weights = new Float64Array(measures.length);
  const rates = new Float64Array(n);
  const need = new Float64Array(n);
  const gap = new Float64Array(n);

  return () => {
    if (measures.length === 1) weights[0] = 1;
    else random.dirichlet(alpha, weights);
    need.fill(1);
    measures.forEach((m, k) => {
      drawRate[k](random, rates);
      const power = weights[k] * m.measure.direction;
      for (let i = 0; i < n; i++) need[i] *= power === 1 ? rates[i] : rates[i] ** power;
    });
    const reach = random.below(reaches.length);
    const kept = services.map((s) => (random.uniform() < s.confidence ? 1 : 0));
    const places = readings.map((r, k) =>
      totalPlaces(
        spread[k][reach],
        r.known,
        authority,
        seats[k].map((j) => kept[j]),
      ),
    );
    const yardstick =
      question.yardstick.kind === 'norm'
        ? question.yardstick.places
        : fairYardstick(need, eligible, places[0]);
    const reached = places[places.length - 1];
    for (let i = 0; i < n; i++) gap[i] = yardstick * need[i] * eligible[i] - reached[i];
    return { need, places: reached, yardstick, gap, reach };
  };
}
