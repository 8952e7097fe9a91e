// How sure: seeded draws over rates, weights, reach and records, each a whole answer in small.
import type { MeasureColumns, Uncertainty } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { DecayShape, Question, Reach } from '../domain/question.ts';
import type { Workings } from './analyse.ts';
import { areasOf } from './apportion.ts';
import { DECAY_NAMES } from './decay.ts';
import { fairYardstick } from './gap.ts';
import { placesOfServices, totalPlaces } from './provision.ts';
import { createRandom, type Random } from './random.ts';
import { posterior } from './smoothing.ts';

export const DRAWS = 2000;
/** Σα of the Dirichlet around the reader's weights: a weight of ½ then varies with a standard deviation of about .08. */
export const WEIGHT_CONCENTRATION = 40;
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

/** A run of draws that can be taken in parts, so that a worker can look up between them and give up. */
export interface DrawRun {
  readonly total: number;
  /** Takes up to `count` further draws and says how many are done. */
  advance(count: number): number;
  /** Summary of the draws taken; call it when all are done. */
  finish(): Uncertainty;
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
 * T seeded draws of the answer (METHOD §6): measures from their posteriors, weights from a Dirichlet around the reader's, reach from
 * `declaredReaches`, each record kept with the probability of its confidence. Targets follow the question's yardstick: a norm stays, a
 * fair share is made anew from each draw's places without the plan.
 *
 * @returns by area: median gap, 90 % interval of gap, need and rank, P(gap > 0), P(among the ten largest gaps); for the region
 *   the 90 % interval of the unmet share; by authority the 90 % interval of the gap. Unknown areas are NaN and enter no rank.
 */
export function startDraws(dataset: Dataset, question: Question, workings: Workings, total = DRAWS): DrawRun {
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
  const gapDraws = new Float32Array(n * total);
  const needDraws = new Float32Array(n * total);
  const rankDraws = new Uint16Array(n * total);
  const unmet = new Float64Array(total);
  const authorityDraws = dataset.authorities.map(() => new Float64Array(total));
  const above = new Float64Array(n);
  const inTen = new Float64Array(n);
  let done = 0;

  const one = (t: number) => {
    if (measures.length === 1) weights[0] = 1;
    else random.dirichlet(alpha, weights);
    need.fill(1);
    measures.forEach((m, k) => {
      drawRate[k](random, rates);
      const power = weights[k] * m.measure.direction;
      for (let i = 0; i < n; i++) need[i] *= power === 1 ? rates[i] : rates[i] ** power;
    });
    const choice = random.below(reaches.length);
    const kept = services.map((s) => (random.uniform() < s.confidence ? 1 : 0));
    const places = readings.map((r, k) =>
      totalPlaces(
        spread[k][choice],
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
    const known: number[] = [];
    const gaps = new Float64Array(n);
    let target = 0;
    let short = 0;
    for (let i = 0; i < n; i++) {
      const calls = yardstick * need[i] * eligible[i];
      const gap = calls - reached[i];
      gaps[i] = gap;
      gapDraws[i * total + t] = gap;
      needDraws[i * total + t] = need[i];
      if (Number.isNaN(gap)) continue;
      known.push(gap);
      target += calls;
      if (gap > 0) {
        short += gap;
        above[i]++;
      }
      authorityDraws[authority[i]][t] += gap;
    }
    unmet[t] = target > 0 ? short / target : Number.NaN;
    const ascending = Float64Array.from(known).sort();
    for (let i = 0; i < n; i++) {
      if (Number.isNaN(gaps[i])) continue;
      const rank = ascending.length - upperBound(ascending, gaps[i]) + 1;
      rankDraws[i * total + t] = rank;
      if (rank <= 10) inTen[i]++;
    }
  };

  return {
    total,
    advance(count) {
      for (const end = Math.min(total, done + count); done < end; done++) one(done);
      return done;
    },
    finish() {
      const column = () => new Float64Array(n).fill(Number.NaN);
      const [gapMedian, gapLower, gapUpper, needLower, needUpper, rankLower, rankUpper] = Array.from(
        { length: 7 },
        column,
      );
      for (let i = 0; i < n; i++) {
        const gap = gapDraws.subarray(i * total, i * total + done);
        const drawn = needDraws.subarray(i * total, i * total + done).sort();
        needLower[i] = quantile(drawn, 0.05);
        needUpper[i] = quantile(drawn, 0.95);
        if (Number.isNaN(gap[0])) continue;
        gap.sort();
        const rank = rankDraws.subarray(i * total, i * total + done).sort();
        gapMedian[i] = quantile(gap, 0.5);
        gapLower[i] = quantile(gap, 0.05);
        gapUpper[i] = quantile(gap, 0.95);
        rankLower[i] = Math.round(quantile(rank, 0.05));
        rankUpper[i] = Math.round(quantile(rank, 0.95));
      }
      const share = (hits: Float64Array) =>
        hits.map((h, i) => (Number.isNaN(gapMedian[i]) ? Number.NaN : h / done));
      const interval = (draws: Float64Array) => {
        const sorted = draws.slice(0, done).sort();
        return { lower: quantile(sorted, 0.05), upper: quantile(sorted, 0.95) };
      };
      return {
        draws: done,
        gapMedian,
        gapLower,
        gapUpper,
        needLower,
        needUpper,
        rankLower,
        rankUpper,
        odds: share(above),
        worstTen: share(inTen),
        unmetShare: interval(unmet),
        authorityGap: authorityDraws.map(interval),
      };
    },
  };
}

/** How many values are at most x, in an ascending column. */
function upperBound(ascending: Float64Array, x: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Linear interpolation between order statistics (Hyndman & Fan's type 7). */
function quantile(ascending: ArrayLike<number>, p: number): number {
  const at = (ascending.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(low + 1, ascending.length - 1);
  return ascending[low] + (ascending[high] - ascending[low]) * (at - low);
}
