// The other choices a reader could defend: each the question with one thing decided otherwise.
import type { Denominator, Measure } from '../domain/measure.ts';
import type { Question, Standardisation } from '../domain/question.ts';
import type { ChoiceKind } from '../domain/sensitivity.ts';
import { CATCHMENT_FACTORS } from './answerDraws.ts';
import { DECAY_NAMES } from './decay.ts';
import { requiredBy } from './needMeasures.ts';
import { measuresOf } from './standing.ts';

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
