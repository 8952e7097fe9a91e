// What each word of the sentence can be changed to, and the change to the question that choosing it makes.
import { type AgeRange, ALL_AGES, LIFE_STAGES, sameAges } from '../../domain/ages.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { TIERS } from '../../domain/intervention.ts';
import { type MonthRecord, monthNumber, type Period } from '../../domain/month.ts';
import { oneOfEachFile, withOwnPeriod } from '../../domain/ownChoices.ts';
import type { Question, WeightedMeasure } from '../../domain/question.ts';
import { periodsOf } from '../../encode/needPeriod.ts';
import { readingDay, readsAnotherDay, usualReadingDay } from '../../encode/readingDay.ts';
import type { Word } from '../../encode/sentence.ts';
import { agesPhrase, capital, periodPhrase, perPhrase, tierMeaning, tierPhrase } from '../../encode/words.ts';
import type { Choice } from './Choices.tsx';

interface WordChoice extends Choice {
  readonly change: Partial<Question>;
}

export const WORD_TITLES: Record<Word, string> = {
  need: 'Change what need is made of',
  per: 'Change what counts are divided by',
  provision: 'Change which provision is read',
  ages: 'Change the ages provision is for',
  period: 'Change the period',
};

export interface WordMenu {
  readonly choices: readonly WordChoice[];
  readonly chosen: string | null;
  /** True where the choices are all there is: no months of the release to choose from. */
  readonly closed?: boolean;
}

/** Mixtures offered ready-made beside the single measures. */
const MIXTURES: readonly { label: string; note: string; need: readonly WeightedMeasure[] }[] = [
  {
    label: 'all violence and deprivation without crime',
    note: 'half each',
    need: [
      { measure: 'violence', weight: 0.5 },
      { measure: 'deprivation', weight: 0.5 },
    ],
  },
  {
    label: 'all violence, deprivation and overcrowding',
    note: 'a half and two quarters',
    need: [
      { measure: 'violence', weight: 0.5 },
      { measure: 'deprivation', weight: 0.25 },
      { measure: 'overcrowded', weight: 0.25 },
    ],
  },
];

function sameNeed(a: readonly WeightedMeasure[], b: readonly WeightedMeasure[]): boolean {
  const key = (need: readonly WeightedMeasure[]) => {
    const counted = need.filter((n) => n.weight > 0);
    const sum = counted.reduce((s, n) => s + n.weight, 0);
    return counted
      .map((n) => `${n.measure}:${(n.weight / sum).toFixed(4)}`)
      .sort()
      .join();
  };
  return key(a) === key(b);
}

function needMenu(question: Question, catalogue: Catalogue): WordMenu {
  const ids = new Set(catalogue.measures.map((m) => m.id));
  const single = oneOfEachFile(catalogue.measures, question).map((m) => ({
    id: m.id,
    label: m.label,
    ...(m.kind === 'own' ? { note: `your own counts, ${m.period}` } : {}),
    change: { need: [{ measure: m.id, weight: 1 }] },
  }));
  const mixed = MIXTURES.filter((mix) => mix.need.every((n) => ids.has(n.measure))).map((mix) => ({
    id: mix.label,
    label: capital(mix.label),
    note: mix.note,
    change: { need: mix.need },
  }));
  const choices = [...single.slice(0, 1), ...mixed, ...single.slice(1)];
  const chosen = choices.find((c) => sameNeed(c.change.need, question.need));
  return { choices, chosen: chosen?.id ?? null };
}

function perMenu(question: Question): WordMenu {
  const choices = (['residents', 'ages', 'km2'] as const).map((per) => ({
    id: per,
    label: `per ${perPhrase(per, question.ages)}`,
    note: per === 'residents' ? 'city centres look extreme: people hurt there live elsewhere' : undefined,
    change: { per },
  }));
  return { choices, chosen: question.per };
}

function provisionMenu(question: Question, catalogue: Catalogue): WordMenu {
  const choices = TIERS.flatMap((tier) => [
    ...catalogue.programmes
      .filter((p) => p.tier === tier)
      .map((p) => ({
        id: p.id,
        label: p.label,
        note: capital(tier),
        change: { tier, programmes: [p.id] },
      })),
    {
      id: `tier ${tier}`,
      label: `All ${tierPhrase(tier)}`,
      note: tierMeaning(tier),
      change: { tier, programmes: [] },
    },
  ]);
  const chosen = question.programmes.length === 0 ? `tier ${question.tier}` : question.programmes[0];
  return {
    choices,
    chosen: question.programmes.length > 1 ? null : chosen,
  };
}

function agesMenu(question: Question, catalogue: Catalogue): WordMenu {
  const offered = [question.ages, ...catalogue.programmes.map((p) => p.ages), ...LIFE_STAGES, ALL_AGES];
  const distinct = offered.filter((ages, k) => offered.findIndex((other) => sameAges(other, ages)) === k);
  distinct.sort((a, b) => a.from - b.from || a.to - b.to);
  const id = (ages: AgeRange) => `${ages.from}-${ages.to}`;
  const choices = distinct.map((ages) => ({ id: id(ages), label: agesPhrase(ages), change: { ages } }));
  return { choices, chosen: id(question.ages) };
}

/** Runs of twelve whole months one after another, newest first: the periods in which a year is really a year. */
export function wholeYears(months: readonly MonthRecord[]): Period[] {
  const sorted = [...months].sort((a, b) => a.month.localeCompare(b.month));
  const years: Period[] = [];
  for (let last = sorted.length - 1; last >= 11; last--) {
    const run = sorted.slice(last - 11, last + 1);
    const whole = run.every((m) => m.status === 'whole');
    if (!whole || monthNumber(run[11].month) - monthNumber(run[0].month) !== 11) continue;
    years.push({ from: run[0].month, to: run[11].month });
    // The next year offered does not overlap this one.
    last -= 11;
  }
  return years;
}

/** The periods of the reader's own counts, where nothing else of the question has months; null otherwise. */
function ownPeriodMenu(question: Question, catalogue: Catalogue): WordMenu | null {
  const tested = question.show === 'hotspots' && question.hotspots.of !== 'need';
  const ids = tested
    ? [question.hotspots.of]
    : question.need.filter((n) => n.weight > 0).map((n) => n.measure);
  if (periodsOf(ids, catalogue.measures).monthly) return null;
  const own = catalogue.measures.find((m) => ids.includes(m.id) && m.periods !== undefined);
  if (!own?.periods) return null;
  const choices = own.periods.map(({ measure, period, sum }) => ({
    id: measure,
    label: period,
    ...(sum ? { note: 'all your periods added up' } : {}),
    change: withOwnPeriod(question, own.id, measure),
  }));
  return { choices, chosen: own.id, closed: true };
}

function periodMenu(question: Question, catalogue: Catalogue): WordMenu {
  const whole = catalogue.months.filter((m) => m.status === 'whole').map((m) => m.month);
  const id = (period: Period) => `${period.from}..${period.to}`;
  const years = wholeYears(catalogue.months).map((period) => ({
    id: id(period),
    label: periodPhrase(period),
    note: 'a whole year',
    change: { period },
  }));
  const all = { from: whole[0], to: whole[whole.length - 1] };
  const partial = catalogue.months.length - whole.length;
  const choices = [
    ...years,
    {
      id: id(all),
      label: periodPhrase(all),
      note: `${whole.length} whole months${partial > 0 ? `, ${partial} partial ones left out` : ''}`,
      change: { period: all },
    },
  ];
  return { choices: whole.length > 0 ? choices : [], chosen: id(question.period) };
}

/** The way back to the day that provision is read on by itself, where the question names another. */
function withUsualDay(question: Question, menu: WordMenu): WordMenu {
  if (!readsAnotherDay(question)) return menu;
  const back = {
    id: 'usual-day',
    label: `Provision on ${usualReadingDay(question)}`,
    note: `the last day of the period, instead of ${readingDay(question)}`,
    change: { date: null },
  };
  return { ...menu, choices: [...menu.choices, back] };
}

export function menuOf(word: Word, question: Question, catalogue: Catalogue): WordMenu {
  if (word === 'need') return needMenu(question, catalogue);
  if (word === 'per') return perMenu(question);
  if (word === 'provision') return provisionMenu(question, catalogue);
  if (word === 'ages') return agesMenu(question, catalogue);
  return withUsualDay(question, ownPeriodMenu(question, catalogue) ?? periodMenu(question, catalogue));
}
