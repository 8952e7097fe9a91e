// Words for what is not a number: months, ages, tiers, how sure, what a rate is taken of. One wording for every view.
import { type AgeRange, ALL_AGES, OPEN_END, sameAges } from '../domain/ages.ts';
import type { Level } from '../domain/area.ts';
import type { Tier } from '../domain/intervention.ts';
import type { Denominator } from '../domain/measure.ts';
import type { Month, Period } from '../domain/month.ts';
import type { DecayShape, Show } from '../domain/question.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "April 2025"; text that is no month comes back as it is. */
export function monthName(month: Month): string {
  const name = MONTHS[Number(month.slice(5, 7)) - 1];
  return name ? `${name} ${month.slice(0, 4)}` : month;
}

/** "Apr 2025" */
export function monthShort(month: Month): string {
  const name = MONTHS[Number(month.slice(5, 7)) - 1];
  return name ? `${name.slice(0, 3)} ${month.slice(0, 4)}` : month;
}

/** "April 2025 – March 2026", or one month alone. */
export function periodPhrase(period: Period): string {
  return period.from === period.to
    ? monthName(period.from)
    : `${monthName(period.from)} – ${monthName(period.to)}`;
}

/** For narrow screens: a financial year as "2025–26", anything else with short months. */
export function periodShort(period: Period): string {
  const year = Number(period.from.slice(0, 4));
  if (period.from === `${year}-04` && period.to === `${year + 1}-03`)
    return `${year}–${String(year + 1).slice(2)}`;
  return period.from === period.to
    ? monthShort(period.from)
    : `${monthShort(period.from)} – ${monthShort(period.to)}`;
}

/** A day or month of a record, as far as it is known: "March 2024", "1 March 2024". */
export function dayPhrase(day: string): string {
  return day.length > 7 ? `${Number(day.slice(8, 10))} ${monthName(day.slice(0, 7))}` : monthName(day);
}

/** "15 km", "1.5 km" */
export function kilometres(metres: number): string {
  return `${Number((metres / 1000).toFixed(2))} km`;
}

function years(ages: AgeRange): string {
  if (ages.to >= OPEN_END) return `${ages.from} and over`;
  return ages.from === ages.to ? `${ages.from}` : `${ages.from}–${ages.to}`;
}

/** "ages 11–24", "all ages", "ages 65 and over" */
export function agesPhrase(ages: AgeRange): string {
  return sameAges(ages, ALL_AGES) ? 'all ages' : `ages ${years(ages)}`;
}

/** "people aged 11–24", or "people of all ages" */
export function peopleAged(ages: AgeRange): string {
  return sameAges(ages, ALL_AGES) ? 'people of all ages' : `people aged ${years(ages)}`;
}

/** What stands after "per" in the sentence. */
export function perPhrase(per: Denominator, ages: AgeRange): string {
  if (per === 'km2') return 'km²';
  return per === 'ages' ? `1,000 ${peopleAged(ages)}` : '1,000 residents';
}

const TIER_MEANING: Record<Tier, string> = {
  primary: 'before it starts',
  secondary: 'early risk',
  tertiary: 'victims and perpetrators',
};

export function tierPhrase(tier: Tier): string {
  return `${tier} prevention`;
}

export function tierMeaning(tier: Tier): string {
  return TIER_MEANING[tier];
}

export type Sureness = 'robust' | 'likely' | 'uncertain';

/**
 * How sure the sign of a gap is: robust from 0.8, likely from 0.5, else uncertain. `odds` is P(gap > 0), so for an area
 * with more provision than need calls for the odds that count are those of the other side.
 */
export function sureness(gap: number, odds: number): Sureness | null {
  if (Number.isNaN(gap) || Number.isNaN(odds)) return null;
  const p = gap >= 0 ? odds : 1 - odds;
  return p >= 0.8 ? 'robust' : p >= 0.5 ? 'likely' : 'uncertain';
}

export function levelNoun(level: Level, count = 2): string {
  if (level === 'ward') return count === 1 ? 'ward' : 'wards';
  return count === 1 ? 'LSOA' : 'LSOAs';
}

const SHOW: Record<Show, string> = {
  need: 'Need',
  provision: 'Provision',
  gap: 'Gap',
  class: '3 × 3',
  hotspots: 'Hot spots',
};

export function showLabel(show: Show): string {
  return SHOW[show];
}

const DECAY: Record<DecayShape, string> = {
  step: 'all equally',
  gaussian: 'fading slowly, then fast (Gaussian)',
  exponential: 'fading fast, then slowly (exponential)',
};

export function decayPhrase(decay: DecayShape): string {
  return DECAY[decay];
}

/** "Walsall", "Walsall or Sandwell", "Walsall, Sandwell or Solihull" */
export function listed(names: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${joiner} ${names[names.length - 1]}`;
}

/** The first letter as a capital, for the start of a sentence or a heading. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A unit's short name as a heading: "west-midlands" → "West Midlands". */
export function unitName(unit: string): string {
  return unit
    .split(/[-_ ]+/)
    .map(capital)
    .join(' ');
}
