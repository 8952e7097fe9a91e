// How sure: the answer drawn again and again, and what the draws say of its gaps, ranks and headline.
import type { Uncertainty } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Question } from '../domain/question.ts';
import type { Workings } from './analyse.ts';
import { answerDraws } from './answerDraws.ts';
import { areasOf } from './apportion.ts';

export const DRAWS = 2000;

/** A run of draws that can be taken in parts, so that a worker can look up between them and give up. */
export interface DrawRun {
  readonly total: number;
  /** Takes up to `count` further draws and says how many are done. */
  advance(count: number): number;
  /** Summary of the draws taken; call it when all are done. */
  finish(): Uncertainty;
}

/**
 * T seeded draws of the answer (METHOD §6), each as in `answerDraws`.
 *
 * @returns by area: median gap, 90 % interval of gap, need and rank, P(gap > 0), P(among the ten largest gaps); for the region
 *   the 90 % interval of the unmet share; by authority the 90 % interval of the gap. Unknown areas are NaN and enter no rank.
 */
export function startDraws(dataset: Dataset, question: Question, workings: Workings, total = DRAWS): DrawRun {
  const { code, eligible } = workings.answer.areas;
  const n = code.length;
  const { authority } = areasOf(dataset, question.level);
  const draw = answerDraws(dataset, question, workings);
  const gapDraws = new Float32Array(n * total);
  const needDraws = new Float32Array(n * total);
  const rankDraws = new Uint16Array(n * total);
  const unmet = new Float64Array(total);
  const authorityDraws = dataset.authorities.map(() => new Float64Array(total));
  const above = new Float64Array(n);
  const inTen = new Float64Array(n);
  let done = 0;

  const one = (t: number) => {
    const { need, gap: gaps, yardstick } = draw();
    const known: number[] = [];
    let target = 0;
    let short = 0;
    for (let i = 0; i < n; i++) {
      const gap = gaps[i];
      gapDraws[i * total + t] = gap;
      needDraws[i * total + t] = need[i];
      if (Number.isNaN(gap)) continue;
      known.push(gap);
      target += yardstick * need[i] * eligible[i];
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
