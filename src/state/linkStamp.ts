// The stamp of a link that is kept: release, engine, day and the figures it was made with, written and read.
import { ENGINE_VERSION } from '../domain/answer.ts';
import type { LinkStamp, SeenFigures } from '../domain/decisionRecord.ts';
import { isDay, parseNumber, shorten } from './words.ts';

/** Parts of a link that are the stamp's. */
export const STAMP_KEYS = ['release', 'engine', 'made', 'seen'] as const;

const SEEN = ['unmet', 'lower', 'upper', 'gap', 'places', 'people', 'rate'] as const;
const CODE = /^[A-Za-z0-9]{1,12}$/;
/** Digits that a link carries of a figure. */
const DIGITS = 6;

/** "unmet:0.276,first:E05001234,gap:20.9"; what is not known is left out. */
function writeSeen(seen: SeenFigures): string {
  const parts = SEEN.filter((name) => Number.isFinite(seen[name])).map(
    (name) => `${name}:${Number(seen[name].toPrecision(DIGITS))}`,
  );
  return [...parts, ...(seen.first === '' ? [] : [`first:${seen.first}`])].join(',');
}

/** Null where a figure is broken: a record that cannot be trusted whole is not compared. */
function readSeen(text: string): SeenFigures | null {
  const given = new Map(
    (text === '' ? [] : text.split(',')).map((p) => p.split(':', 2) as [string, string | undefined]),
  );
  const figure = (name: string) => (given.has(name) ? parseNumber(given.get(name), -1e12, 1e12) : Number.NaN);
  const figures = SEEN.map((name) => [name, figure(name)] as const);
  const first = given.get('first') ?? '';
  if (figures.some(([, v]) => v === null) || (first !== '' && !CODE.test(first))) return null;
  return { ...(Object.fromEntries(figures) as Record<(typeof SEEN)[number], number>), first };
}

/** What a link to be kept says of the figures it was made with. */
export interface Stamping {
  readonly release: string;
  /** Day it is made, YYYY-MM-DD. */
  readonly made?: string;
  readonly seen?: SeenFigures;
}

/** The stamp as parts of a link. */
export function writeStamp(stamp: Stamping): string[] {
  const parts = [`release=${stamp.release}`, `engine=${ENGINE_VERSION}`];
  if (stamp.made) parts.push(`made=${stamp.made}`);
  const seen = stamp.seen ? writeSeen(stamp.seen) : '';
  if (stamp.seen) parts.push(`seen=${seen === '' ? 'none' : seen}`);
  return parts;
}

/** Release and engine are shown to the reader: short, or nothing. */
function said(text: string | undefined): string | null {
  return text ? shorten(text) : null;
}

/** The stamp among the parts of a link; a record that cannot be read is named in a notice, and not compared. */
export function readStamp(given: ReadonlyMap<string, string>): { stamp: LinkStamp; notices: string[] } {
  const made = given.get('made');
  const text = given.get('seen');
  const seen = text === undefined ? null : readSeen(text === 'none' ? '' : text);
  const notices =
    text !== undefined && seen === null
      ? [
          `The link's part "seen" (the figures it was made with) could not be read: "${shorten(text)}". They are not compared with today's.`,
        ]
      : [];
  const stamp: LinkStamp = {
    release: said(given.get('release')),
    engine: said(given.get('engine')),
    made: made !== undefined && isDay(made) ? made : null,
    seen,
  };
  return { stamp, notices };
}
