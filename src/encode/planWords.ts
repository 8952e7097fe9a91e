// A plan in words: its changes, what a place costs, and whom provision favours before and after.
import type { Answer } from '../domain/answer.ts';
import type { Service } from '../domain/intervention.ts';
import type { Change } from '../domain/question.ts';
import { pounds } from './inventoryWords.ts';
import { decimals, NOT_KNOWN, signed } from './numbers.ts';

const places = (n: number) => `${decimals(n, Number.isInteger(n) ? 0 : 1)} ${n === 1 ? 'place' : 'places'}`;

/** "+ Manor Hospital, 80 places"; `services` are those there are without the plan. */
export function changeWords(change: Change, services: readonly Service[]): string {
  const named = (id: string) => services.find((s) => s.id === id)?.place || id;
  switch (change.kind) {
    case 'add':
      return `+ ${change.service.place || change.service.id}, ${places(change.service.capacity ?? 0)}`;
    case 'close':
      return `− ${named(change.id)} closes`;
    case 'resize': {
      const before = services.find((s) => s.id === change.id)?.capacity ?? null;
      const from = before === null ? '' : ` instead of ${decimals(before, Number.isInteger(before) ? 0 : 1)}`;
      return `${named(change.id)}: ${places(change.capacity)}${from}`;
    }
    case 'move':
      return `${named(change.id)} moves to ${change.place || 'another place'}`;
  }
}

/** That a team is there already, before a second one is added; a team of the plan is told from one of today. */
export function teamThereWords(there: Service): string {
  const has = there.capacity === null ? '' : ` (${places(there.capacity)} a year)`;
  const name = there.place || there.id;
  const where =
    there.source === 'plan' ? `already a team at ${name} in this plan` : `a team at ${name} today`;
  return `There is ${where}${has}; this adds a second one.`;
}

/** Places a year of the gap that the plan closes, on today's yardstick; below zero where it opens more than it closes. */
export function placesClosed(answer: Answer): number {
  return answer.before ? answer.before.headline.unmetPlaces - answer.headline.unmetPlaces : Number.NaN;
}

/** "£2,000 for each place of gap closed", or why it cannot be said. */
export function costPerPlaceWords(cost: number | null, closed: number): string {
  if (Number.isNaN(closed)) return `cost of a place ${NOT_KNOWN}`;
  if (closed <= 0) return 'closes no gap';
  if (cost === null) return `cost of a place ${NOT_KNOWN}: not every change has a cost`;
  if (cost <= 0) return `costs ${cost < 0 ? 'less than' : 'as much as'} today`;
  return `${pounds(Math.round(cost / closed))} a year for each place of gap closed`;
}

/** From here on a concentration index is read as favouring somebody. */
const EVEN = 0.03;

/** How provision follows need, in words: a sign alone confuses readers. */
export function equityPhrase(concentration: number): string {
  if (Number.isNaN(concentration)) return `is ${NOT_KNOWN}`;
  if (concentration > EVEN) return 'favours the neediest';
  if (concentration < -EVEN) return 'favours the less needy';
  return 'is close to even';
}

export interface EquityWords {
  readonly now: string;
  readonly planned: string | null;
  /** The indices themselves, for those who read them. */
  readonly figures: string;
}

export function equityWords(answer: Answer): EquityWords {
  const index = (c: number) => (Number.isNaN(c) ? NOT_KNOWN : signed(c, 2));
  const { before, equity } = answer;
  if (!before)
    return {
      now: equityPhrase(equity.concentration),
      planned: null,
      figures: `Concentration index of provision over need: ${index(equity.concentration)}; 0 is alike at every level of need, above 0 the neediest have more.`,
    };
  return {
    now: equityPhrase(before.equity.concentration),
    planned: equityPhrase(equity.concentration),
    figures: `Concentration index of provision over need: ${index(before.equity.concentration)} now, ${index(equity.concentration)} with the plan; 0 is alike at every level of need, above 0 the neediest have more.`,
  };
}

export interface ShortRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly authority: string;
  readonly before: number;
  /** Equal to `before` where there is no plan. */
  readonly after: number;
}

/**
 * The areas furthest short today, and those furthest short with the plan where they are others: at most so many of each,
 * the larger of the two gaps first.
 */
export function furthestShortRows(answer: Answer, most: number): ShortRow[] {
  const before = (answer.before?.areas ?? answer.areas).gap;
  const { areas } = answer;
  const furthest = (gap: Float64Array) =>
    Array.from(gap.keys())
      .filter((i) => gap[i] > 0)
      .sort((a, b) => gap[b] - gap[a] || a - b)
      .slice(0, most);
  const larger = (i: number) => (before[i] >= areas.gap[i] ? before[i] : areas.gap[i]);
  return [...new Set([...furthest(before), ...furthest(areas.gap)])]
    .sort((a, b) => larger(b) - larger(a) || a - b)
    .map((row) => ({
      row,
      code: areas.code[row],
      name: areas.name[row],
      authority: areas.authority[row],
      before: before[row],
      after: areas.gap[row],
    }));
}

/** "Certified: at most 1.8% from the best possible." */
export function certifiedWords(gap: number): string {
  if (gap < 0.0005) return 'Certified: nothing better is possible with these means.';
  return `Certified: at most ${decimals(gap * 100, gap < 0.1 ? 1 : 0)}% from the best possible.`;
}

/** What was asked of a search and what it found: the least that has to be known to say why it found no more. */
interface ChoiceRead {
  readonly chosen: number;
  readonly candidates: number;
  /** Teams at most; undefined where pounds are counted. */
  readonly sites?: number;
  readonly budget?: number;
  /** Pounds a year of the cheapest team; null where costs are not known. */
  readonly cheapest: number | null;
}

/** Why fewer sites were chosen than the means allow, or none at all; empty where the means are what ends the list. */
export function fewerChosenWords({ chosen, candidates, sites, budget, cheapest }: ChoiceRead): string {
  if (chosen === 0 && budget !== undefined && cheapest !== null && budget < cheapest)
    return `No site is chosen: ${pounds(budget)} a year does not pay for one team, which costs ${pounds(cheapest)}.`;
  if (chosen === 0) return 'No site is chosen: no candidate would close any gap.';
  if (sites === undefined || chosen >= sites) return '';
  const found = `${chosen} of at most ${sites} sites are chosen`;
  return chosen === candidates
    ? `${found}: there are no more candidates.`
    : `${found}: one more would close no gap.`;
}

/** For a reader who meets either word for the first time. */
export const CERTIFIED_MEANING =
  'Certified: the search also works out a ceiling that no choice with these means can pass, and holds the sites found against it. Proved: another solver has gone through every choice. Both take the figures as they stand; how sure those are is said under How sure.';

/** The certificate of sites that are no longer those of the plan, the question or the means in hand. */
export function certifiedThenWords(gap: number): string {
  const words = certifiedWords(gap)
    .replace('Certified: ', '')
    .replace('is possible with these', 'was possible with those');
  return `The sites found then were certified: ${words}`;
}

/** What has changed since sites were found: the question, the plan, or what was searched with. */
type Since = 'question' | 'plan' | 'means';

const FOUND_BEFORE: Record<Since, string> = {
  question: 'Found for another question.',
  plan: 'Found for the plan as it was, or for another one.',
  means: 'Found with other means or candidates.',
};

/** That what was found is no longer what stands here, and how to renew it. */
export function foundBeforeWords(since: Since): string {
  return `${FOUND_BEFORE[since]} Find the best sites again to renew it.`;
}

/** How an exact solver ended: the least it needs to be told of it here. */
interface ProofRead {
  readonly status: 'proven' | 'time limit' | 'failed';
  /** Places a year its best choice closes; NaN where it has none. */
  readonly met: number;
  readonly solverStatus: string;
}

/** What the proof says of a choice that closes so many places a year. */
export function provedWords(proof: ProofRead, closed: number, seconds: number): string {
  if (proof.status === 'failed')
    return `The exact solver ended without an answer (${proof.solverStatus}); the certificate stands.`;
  const better = proof.met - closed;
  const more = better > 1e-6 * Math.max(1, closed);
  if (proof.status === 'time limit')
    return more
      ? `The exact solver stopped at ${seconds} seconds with a choice that closes ${decimals(better, 2)} places a year more; it is not known whether that is the best.`
      : `The exact solver found nothing better in ${seconds} seconds, and did not come to a proof; the certificate stands.`;
  return more
    ? `Proved: the best possible closes ${decimals(better, 2)} places a year more than this choice.`
    : 'Proved: no other choice with these means closes more.';
}
