// The ranking behind the list: which figure the areas are ordered by, its interval, and the order itself.
import type { Answer, Hotspots } from '../domain/answer.ts';
import type { Column } from '../domain/reading.ts';
import { statisticShort } from './clusterRoles.ts';
import { needPeriod } from './needPeriod.ts';
import { gapColumn } from './noGap.ts';
import { decimals, rate, signed } from './numbers.ts';
import { provisionOnAnotherDay } from './readingDay.ts';
import { shown } from './shown.ts';
import { capital, levelNoun } from './words.ts';

export interface Ranking {
  /** "Wards by gap" */
  readonly title: string;
  /** What the column of figures holds: "places a year short" */
  readonly unit: string;
  /** Rows of the answer's table, first to last; those not known come last and have no rank. */
  readonly order: Uint16Array;
  /** By row: 1 for the first; equal figures share a rank; NaN where not known. */
  readonly rank: Column;
  readonly value: Column;
  /** Heading of the figures: one word. */
  readonly figure: string;
  /** "90% interval", or how wide it is for this figure. */
  readonly interval: string;
  /** Null while intervals are being computed, or where the figure has none. */
  readonly lower: Column | null;
  readonly upper: Column | null;
  /** By row: P(gap > 0); null where there is none. */
  readonly odds: Column | null;
  /** Ends of the axis that all bars share; always takes in 0. */
  readonly domain: readonly [number, number];
  /** The figure that the bars are held against. */
  readonly reference: number;
  readonly text: (value: number) => string;
  /** Of a cluster search: each area's p, the same adjusted for the many tests, and its role. */
  readonly tests?: Pick<Hotspots, 'p' | 'pAdjusted' | 'role'>;
}

function ordered(value: Column, descending: boolean): { order: Uint16Array; rank: Column } {
  const order = Uint16Array.from(value, (_, i) => i);
  const key = value.map((v) => (Number.isNaN(v) ? Number.NEGATIVE_INFINITY : descending ? v : -v));
  order.sort((a, b) => {
    const difference = key[b] - key[a];
    // Two unknowns differ by NaN; the order of the table then stands.
    return difference > 0 ? 1 : difference < 0 ? -1 : a - b;
  });
  const rank = new Float64Array(value.length).fill(Number.NaN);
  for (let k = 0; k < order.length; k++) {
    const row = order[k];
    if (Number.isNaN(value[row])) break;
    rank[row] = k > 0 && value[order[k - 1]] === value[row] ? rank[order[k - 1]] : k + 1;
  }
  return { order, rank };
}

/** The axis takes in every figure and interval but a few of the widest, which are cut at its ends. */
function domainOf(columns: readonly (Column | null)[]): readonly [number, number] {
  let low = 0;
  let high = 0;
  for (const column of columns) {
    if (!column) continue;
    for (const v of column) {
      if (v < low) low = v;
      if (v > high) high = v;
    }
  }
  return low === high ? [low, low + 1] : [low, high];
}

/**
 * How the list ranks areas for what is shown: gap and need from the most, provision from the least, classes by relative gap. A
 * reader's own counts are of a period that the page's months do not name, so the title does; likewise of a day for provision.
 */
export function ranking(answer: Answer): Ranking {
  const list = ranked(answer);
  const own = answer.measures.some((m) => m.weight > 0 && m.measure.kind === 'own');
  const { show } = answer.question;
  const period = own && show !== 'provision' ? `, ${needPeriod(answer)}` : '';
  const day = show === 'need' || show === 'hotspots' ? '' : provisionOnAnotherDay(answer.question);
  return { ...list, title: list.title + period + day };
}

function ranked(answer: Answer): Ranking {
  const { question, areas, uncertainty } = answer;
  const nouns = capital(levelNoun(areas.level));
  const common = { lower: null, upper: null, odds: null, reference: 0, interval: '' };
  if (question.show === 'need') {
    const { column, unit, region } = shown(answer, 'need');
    const value = column ?? areas.needIndex;
    const counted = answer.measures.filter((m) => m.weight > 0);
    const [lower, upper] = counted.length === 1 ? [counted[0].lower, counted[0].upper] : [null, null];
    return {
      ...common,
      ...ordered(value, true),
      title: `${nouns} by need`,
      unit,
      figure: counted.length === 1 ? 'figure' : 'index',
      interval: '95% interval',
      value,
      lower,
      upper,
      domain: domainOf([value, lower, upper]),
      reference: Number.isNaN(region) ? 0 : region,
      text: rate,
    };
  }
  if (question.show === 'provision') {
    const { unit, region } = shown(answer, 'provision');
    return {
      ...common,
      ...ordered(areas.access, false),
      title: `${nouns} by provision, least first`,
      unit,
      figure: 'places',
      value: areas.access,
      domain: domainOf([areas.access]),
      reference: Number.isNaN(region) ? 0 : region,
      text: (v) => decimals(v, 1),
    };
  }
  if (question.show === 'class') {
    return {
      ...common,
      ...ordered(areas.relativeGap, true),
      title: `${nouns} by relative gap`,
      unit: 'percentile of need less percentile of provision',
      figure: 'gap',
      value: areas.relativeGap,
      domain: [-100, 100],
      text: (v) => signed(v, 0),
    };
  }
  if (question.show === 'hotspots') {
    const { hotspots } = answer;
    const value = hotspots?.value ?? new Float64Array(areas.code.length).fill(Number.NaN);
    return {
      ...common,
      ...ordered(value, true),
      title: `${nouns} by clustering`,
      unit: statisticShort(question.hotspots.statistic),
      figure: 'score',
      value,
      domain: domainOf([value]),
      text: (v) => signed(v, 2),
      ...(hotspots ? { tests: hotspots } : {}),
    };
  }
  const gap = gapColumn(answer, areas.gap);
  const lower = gapColumn(answer, uncertainty?.gapLower ?? null);
  const upper = gapColumn(answer, uncertainty?.gapUpper ?? null);
  const digits = areas.level === 'lsoa' ? 2 : 1;
  return {
    ...ordered(gap, true),
    title: `${nouns} by gap`,
    unit: question.yardstick.kind === 'norm' ? 'places a year short of the norm' : 'places a year short',
    figure: 'gap',
    interval: '90% interval',
    value: gap,
    lower,
    upper,
    odds: gapColumn(answer, uncertainty?.odds ?? null),
    domain: domainOf([gap, lower, upper]),
    reference: 0,
    text: (v) => signed(v, digits),
  };
}
