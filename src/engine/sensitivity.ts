// Which ranks move: the point answer again under every other choice a reader could defend, and whether the headline stands.
import type { Answer } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Denominator, Measure } from '../domain/measure.ts';
import type { Question, Standardisation } from '../domain/question.ts';
import type { Column, Interval } from '../domain/reading.ts';
import type { Alternative, ChoiceKind, MovedArea, Sensitivity } from '../domain/sensitivity.ts';
import { analyse, measuresOf, ranksFromLargest } from './analyse.ts';
import { CATCHMENT_FACTORS } from './answerDraws.ts';
import { DECAY_NAMES } from './decay.ts';
import { requiredBy } from './needMeasures.ts';
import { spearman } from './ranks.ts';

/** An area moves when its rank changes by more than this. */
export const MOVES = 10;

export interface OtherChoice {
  readonly id: string;
  readonly choice: ChoiceKind;
  readonly label: string;
  readonly question: Question;
}

const PER: Record<Denominator, string> = {
  residents: 'per resident',
  ages: 'per person of the ages asked for',
  km2: 'per km²',
};
const SCALES: Record<Standardisation, string> = {
  percentile: 'need index from percentiles',
  z: 'need index from z-scores',
  minmax: 'need index from least to most',
  exponential: 'need index on the exponential scale of the Indices of Deprivation',
};
/** The two ways to read deprivation: beside recorded crime, the full index counts crime twice. */
const TWINS: Readonly<Record<string, string>> = { deprivation: 'imd', imd: 'deprivation' };

/** The question with deprivation read the other way, where the release has both and the question one of them. */
function withOtherDeprivation(measures: readonly Measure[], question: Question): Question | null {
  const has = (id: string) => measures.some((m) => m.id === id);
  const turns = (id: string) =>
    TWINS[id] !== undefined &&
    has(TWINS[id]) &&
    !question.need.some((n) => n.measure === TWINS[id] && n.weight > 0);
  if (!question.need.some((n) => n.weight > 0 && turns(n.measure))) return null;
  const rest = question.need.filter((n) => !Object.values(TWINS).includes(n.measure) || n.weight > 0);
  return {
    ...question,
    need: rest.map((n) => (turns(n.measure) ? { ...n, measure: TWINS[n.measure] } : n)),
  };
}

/** Every other choice that can change this question's figures; those that cannot are left out. */
export function otherChoices(measures: readonly Measure[], question: Question): OtherChoice[] {
  const { chosen } = measuresOf(measures, question);
  const counts = chosen.some((c) => c.measure.kind === 'count');
  const countable = counts || chosen.some((c) => c.measure.kind === 'proportion');
  const { reach } = question;
  const choices: OtherChoice[] = [];
  const add = (choice: ChoiceKind, key: string, label: string, changes: Partial<Question>) =>
    choices.push({ id: `${choice} ${key}`, choice, label, question: { ...question, ...changes } });

  for (const per of ['residents', 'ages', 'km2'] as const)
    if (counts && per !== question.per) add('denominator', per, PER[per], { per });
  const other = withOtherDeprivation(measures, question);
  const fullNow = question.need.some((n) => n.measure === 'imd' && n.weight > 0);
  if (other)
    add(
      'deprivation',
      fullNow ? 'without crime' : 'with crime',
      `deprivation ${fullNow ? 'without' : 'with'} its crime domain`,
      {
        need: other.need,
      },
    );
  if (countable)
    add(
      'smoothing',
      question.smoothed ? 'raw' : 'smoothed',
      question.smoothed ? 'rates as counted, not smoothed' : 'rates smoothed',
      {
        smoothed: !question.smoothed,
      },
    );
  for (const factor of CATCHMENT_FACTORS.filter((f) => f !== 1)) {
    const catchment = reach.catchment * factor;
    add(
      'catchment',
      String(factor),
      `reach of ${(catchment / 1000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} km`,
      {
        reach: { ...reach, catchment },
      },
    );
  }
  for (const decay of DECAY_NAMES.filter((d) => d !== reach.decay))
    add('decay', decay, `${decay} decay with distance`, { reach: { ...reach, decay } });
  if (chosen.length > 1) {
    for (const standardise of ['percentile', 'z', 'minmax', 'exponential'] as const) {
      const defined = !(standardise === 'z' && question.aggregate === 'geometric');
      if (standardise !== question.standardise && defined)
        add('standardisation', standardise, SCALES[standardise], { standardise });
    }
    const aggregate = question.aggregate === 'arithmetic' ? 'geometric' : 'arithmetic';
    if (!(aggregate === 'geometric' && question.standardise === 'z'))
      add('aggregation', aggregate, `need index as a ${aggregate} mean`, { aggregate });
  }
  return choices;
}

/** The columns the other choices need beyond the question's own. */
export function sensitivityNeeds(measures: readonly Measure[], question: Question): { columns: string[] } {
  const other = withOtherDeprivation(measures, question);
  const { chosen } = measuresOf(measures, other ?? question);
  return { columns: chosen.flatMap((c) => requiredBy(c.measure).columns) };
}

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
