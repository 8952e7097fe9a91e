// Which ranks move: the point answer again under every other choice a reader could defend, and whether the headline stands.
import type { Answer } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Question } from '../domain/question.ts';
import type { Column, Interval } from '../domain/reading.ts';
import type { Alternative, ChoiceKind, MovedArea, Sensitivity } from '../domain/sensitivity.ts';
import { analyse } from './analyse.ts';
import { otherChoices } from './otherChoices.ts';
import { ranksFromLargest, spearman } from './ranks.ts';

/** An area moves when its rank changes by more than this. */
const MOVES = 10;

const ofIndex = (choice: ChoiceKind) => choice === 'standardisation' || choice === 'aggregation';

function movedAreas(answer: Answer, from: Column, to: Column): MovedArea[] {
  const { code, name } = answer.areas;
  const moved: MovedArea[] = [];
  for (let i = 0; i < code.length; i++) {
    if (Number.isNaN(from[i]) || Number.isNaN(to[i])) continue;
    const was = from[i] <= 10;
    const is = to[i] <= 10;
    if (Math.abs(from[i] - to[i]) <= MOVES && was === is) continue;
    moved.push({
      code: code[i],
      name: name[i],
      from: from[i],
      to: to[i],
      topTen: was === is ? '' : is ? 'in' : 'out',
    });
  }
  return moved.sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from) || a.from - b.from);
}

function topOf(answer: Answer, ranks: Column): Alternative['topArea'] {
  const i = ranks.indexOf(1);
  return i < 0 ? null : { code: answer.areas.code[i], name: answer.areas.name[i] };
}

function whyFlips(
  alternative: { unmetShare: number; top: Alternative['topArea'] },
  base: Answer,
  interval: Interval | null,
  baseTop: Alternative['topArea'],
): string {
  const { unmetShare, top } = alternative;
  const outside = interval !== null && (unmetShare < interval.lower || unmetShare > interval.upper);
  const reasons = [
    outside && !Number.isNaN(base.headline.unmetShare) ? 'the unmet share leaves its interval' : '',
    top?.code !== baseTop?.code
      ? `${top?.name ?? 'no area'} comes first instead of ${baseTop?.name ?? 'none'}`
      : '',
  ].filter(Boolean);
  return reasons.join(', and ');
}

/**
 * The answer under each other choice: which ranks change by more than `MOVES` or cross the tenth place, the rank correlation with
 * the reader's own order, and whether the headline flips (the unmet share leaves its interval, or another area comes first). One
 * flip makes the headline fragile. Ranks are of the gap, or of the need where provision is not known. Scale and mean of the need
 * index never enter a gap: they are judged by the ranks of the index, and flip nothing.
 *
 * @param interval of the unmet share from the draws, or null: then only the first area can flip the headline.
 */
export function sensitivity(dataset: Dataset, question: Question, interval: Interval | null): Sensitivity {
  const base = analyse(dataset, question).answer;
  const ranked = base.areas.rank.every(Number.isNaN) ? 'need' : 'gap';
  const ranksOf = (answer: Answer, choice?: ChoiceKind) => {
    if (choice && ofIndex(choice)) return ranksFromLargest(answer.areas.needIndex);
    return ranked === 'gap' ? answer.areas.rank : ranksFromLargest(answer.areas.need);
  };
  const own = ranksOf(base);
  const baseTop = topOf(base, own);
  const best = own.slice();
  const worst = own.slice();
  const alternatives = otherChoices(dataset.measures, question)
    .filter((c) => ranked === 'gap' || (c.choice !== 'catchment' && c.choice !== 'decay'))
    .map(({ id, choice, label, question: other }): Alternative => {
      const answer = analyse(dataset, other).answer;
      const from = ranksOf(base, choice);
      const to = ranksOf(answer, choice);
      const top = topOf(answer, to);
      const { unmetShare } = answer.headline;
      const why = ofIndex(choice) ? '' : whyFlips({ unmetShare, top }, base, interval, baseTop);
      if (!ofIndex(choice)) {
        for (let i = 0; i < own.length; i++) {
          best[i] = Math.min(best[i], Number.isNaN(to[i]) ? best[i] : to[i]);
          worst[i] = Math.max(worst[i], Number.isNaN(to[i]) ? worst[i] : to[i]);
        }
      }
      return {
        id,
        choice,
        label,
        moved: movedAreas(base, from, to),
        agreement: spearman(from, to),
        unmetShare,
        topArea: top,
        flips: why !== '',
        why,
      };
    });
  const moves = new Set(alternatives.flatMap((a) => (ofIndex(a.choice) ? [] : a.moved.map((m) => m.code))));
  const { code, name } = base.areas;
  return {
    ranked,
    threshold: MOVES,
    unmetShare: base.headline.unmetShare,
    interval,
    topArea: baseTop,
    alternatives,
    moving: code
      .flatMap((c, i) =>
        moves.has(c) ? [{ code: c, name: name[i], rank: own[i], best: best[i], worst: worst[i] }] : [],
      )
      .sort((a, b) => b.worst - b.best - (a.worst - a.best)),
    areas: own.reduce((n, r) => (Number.isNaN(r) ? n : n + 1), 0),
    fragile: alternatives.some((a) => a.flips),
  };
}
