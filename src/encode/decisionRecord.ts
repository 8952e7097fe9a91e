// A decision record in words: which release and engine a link was made with, what moved since, and why as far as can be known.
import type { Answer } from '../domain/answer.ts';
import {
  type LinkStamp,
  movedFigures,
  type SeenFigures,
  sameFigure,
  seenFigures,
} from '../domain/decisionRecord.ts';
import { decimals, NOT_KNOWN, share, shareRange, signed, whole } from './numbers.ts';
import { dayPhrase, peopleAged } from './words.ts';

export interface RecordWords {
  /** Where the link's figures came from, against where these come from. */
  readonly origin: string;
  /** "28% of places, St Michael's furthest short (+20.9)", then and now; empty where the link carries no figures. */
  readonly before: string;
  readonly now: string;
  /** Why, part by part; empty where nothing moved or nothing is known. */
  readonly why: readonly string[];
  readonly same: boolean;
}

type NameOf = (code: string) => string;

function figuresText(seen: SeenFigures, nameOf: NameOf): string {
  if (Number.isNaN(seen.unmet)) return `provision was ${NOT_KNOWN}, so no gap was stated`;
  const interval = Number.isNaN(seen.lower) ? '' : ` (90% interval ${shareRange(seen.lower, seen.upper)})`;
  const first =
    seen.first === '' ? 'no area short' : `${nameOf(seen.first)} furthest short (${signed(seen.gap)})`;
  return `${share(seen.unmet)} of places${interval}, ${first}`;
}

/** A part of the figures that changed, or that did not: both narrow down the cause. */
function part(what: string, was: number, is: number, text: (v: number) => string): string {
  if (Number.isNaN(was) && Number.isNaN(is)) return '';
  return sameFigure(was, is)
    ? `${what} are the same: ${text(is)}.`
    : `${what} went from ${text(was)} to ${text(is)}.`;
}

function reasons(stamp: LinkStamp, was: SeenFigures, answer: Answer): string[] {
  const is = seenFigures(answer);
  const { question } = answer;
  const parts = [
    part('Places a year that count', was.places, is.places, whole),
    part(`Estimated ${peopleAged(question.ages)}`, was.people, is.people, whole),
    part('Recorded rates of the need in the region', was.rate, is.rate, (v) => decimals(v, 1)),
  ];
  if (stamp.engine !== null && stamp.engine !== answer.engine)
    parts.push(
      `The engine is version ${answer.engine} instead of ${stamp.engine}, which may compute the same question otherwise.`,
    );
  if (question.inventory === 'own')
    parts.push('The link asks for an inventory of the reader’s own, which no link carries.');
  return parts.filter(Boolean);
}

/** Whether the release named in a link is this one, by its id or its hash. */
function sameRelease(stamp: LinkStamp, answer: Answer): boolean {
  return stamp.release === answer.release.hash || stamp.release === answer.release.id;
}

/**
 * What a record says once its question is answered here; null where there is nothing to say: the link carries no stamp, or release,
 * engine and figures are those of this page. Waits for the intervals, so that they are compared too.
 */
export function recordWords(stamp: LinkStamp, answer: Answer, nameOf: NameOf): RecordWords | null {
  if (stamp.release === null) return null;
  const { release, engine } = answer;
  const is = seenFigures(answer);
  const moved = stamp.seen ? movedFigures(stamp.seen, is) : [];
  const here = sameRelease(stamp, answer) && (stamp.engine === null || stamp.engine === engine);
  if (here && moved.length === 0) return null;
  const made = stamp.made ? ` on ${dayPhrase(stamp.made)}` : '';
  const now = `release ${release.id} (${release.hash}), engine ${engine}`;
  const origin = here
    ? `This link was made${made} with the same release and engine.`
    : `This link was made${made} with release ${stamp.release}, engine ${stamp.engine ?? 'not named'}; this page has ${now}.`;
  if (!stamp.seen)
    return {
      origin: `${origin} It carries no figures to compare, so whether they moved is ${NOT_KNOWN}.`,
      before: '',
      now: '',
      why: [],
      same: false,
    };
  const same = moved.length === 0;
  return {
    origin,
    before: figuresText(stamp.seen, nameOf),
    now: same
      ? ''
      : figuresText(is, nameOf).replace('provision was', 'provision is').replace('was stated', 'is stated'),
    why: same ? [] : reasons(stamp, stamp.seen, answer),
    same,
  };
}
