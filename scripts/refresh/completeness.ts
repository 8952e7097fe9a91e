// Whether a month of counts is whole, judged against the months nearest to it.
import { type Month, monthNumber } from '../../src/domain/month.ts';

/** One month's totals. */
export interface MonthTotals {
  readonly month: Month;
  readonly total: number;
  /** By authority, in a fixed order. */
  readonly byAuthority: readonly number[];
  /** LSOAs with at least one record. */
  readonly lsoas: number;
}

export interface Judgement {
  readonly status: 'whole' | 'partial';
  /** In words, with the figures it rests on. */
  readonly why: string;
  /** All records as a share of what is usual; NaN where there is nothing to compare with. */
  readonly share: number;
}

/** Whole months a month is held against, the nearest in time, and how few are too few. */
const COMPARED = 12;
export const FEWEST = 3;
/** Below this share of what is usual, records are strays of another force's files and make no month. */
export const STRAY = 0.05;
/** Within these shares of the median of the compared months, a month is whole. */
const WHOLE = {
  total: [0.75, 1.5],
  authority: [0.6, 2],
  lsoas: [0.95, Number.POSITIVE_INFINITY],
} as const;

/**
 * Whole where the region's total lies within 0.75 and 1.5, every authority's within 0.6 and 2, and the LSOAs with a record at
 * no less than 0.95 of their medians over the twelve nearest of the other months; a month cannot be judged against fewer than three.
 */
export function judgeMonth(
  month: MonthTotals,
  others: readonly MonthTotals[],
  authorities: readonly string[],
): Judgement {
  const distance = (other: MonthTotals) => Math.abs(monthNumber(other.month) - monthNumber(month.month));
  const compared = others
    .filter((other) => other.month !== month.month)
    .sort((a, b) => distance(a) - distance(b) || (a.month < b.month ? -1 : 1))
    .slice(0, COMPARED);
  if (compared.length < FEWEST)
    return {
      status: 'partial',
      why: `cannot be judged: ${compared.length} months to compare with, ${FEWEST} are needed`,
      share: Number.NaN,
    };
  const faults: string[] = [];
  const check = (
    name: string,
    value: number,
    of: (other: MonthTotals) => number,
    range: readonly [number, number],
  ) => {
    const usual = median(compared.map(of));
    const share = usual > 0 ? value / usual : value > 0 ? Number.POSITIVE_INFINITY : 1;
    if (share < range[0] || share > range[1])
      faults.push(`${name} ${value}, usually ${Math.round(usual)} (${Math.round(share * 100)} %)`);
    return share;
  };
  const share = check('all records', month.total, (other) => other.total, WHOLE.total);
  authorities.forEach((authority, k) => {
    check(authority, month.byAuthority[k], (other) => other.byAuthority[k], WHOLE.authority);
  });
  check('LSOAs with a record', month.lsoas, (other) => other.lsoas, WHOLE.lsoas);
  if (faults.length > 0) return { status: 'partial', why: faults.join('; '), share };
  return {
    status: 'whole',
    why: `${Math.round(share * 100)} % of the median of the ${compared.length} nearest months`,
    share,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
