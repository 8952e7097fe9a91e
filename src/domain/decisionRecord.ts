// Decision records: what a link says of the figures that were seen when it was made, so that a later reader can see what moved.
import type { Answer } from './answer.ts';

/** The figures a reader saw, as far as a link can carry them; NaN is not known, or was not yet there. */
export interface SeenFigures {
  /** Share of the places need calls for that are missing, 0 to 1, with its 90 % interval. */
  readonly unmet: number;
  readonly lower: number;
  readonly upper: number;
  /** Code of the area furthest short, '' for none, and its gap in places a year. */
  readonly first: string;
  readonly gap: number;
  /** What the figures were made of: places a year that count, eligible people, and the need's own rate in the region. */
  readonly places: number;
  readonly people: number;
  readonly rate: number;
}

/** What a link says of where its figures came from; null is not said. */
export interface LinkStamp {
  readonly release: string | null;
  readonly engine: string | null;
  /** Day the link was made, YYYY-MM-DD. */
  readonly made: string | null;
  readonly seen: SeenFigures | null;
}

/** The figures of an answer that a link carries. */
export function seenFigures(answer: Answer): SeenFigures {
  const { headline, areas, uncertainty } = answer;
  const top = areas.rank.indexOf(1);
  const counted = answer.measures.filter((m) => m.weight > 0);
  return {
    unmet: headline.unmetShare,
    lower: uncertainty?.unmetShare.lower ?? Number.NaN,
    upper: uncertainty?.unmetShare.upper ?? Number.NaN,
    first: top < 0 ? '' : areas.code[top],
    gap: top < 0 ? Number.NaN : areas.gap[top],
    places: headline.totalPlaces,
    people: headline.region.eligible,
    rate: counted.length === 1 ? counted[0].region : Number.NaN,
  };
}

const FIGURES = ['unmet', 'lower', 'upper', 'gap', 'places', 'people', 'rate'] as const;

/** A link carries five significant digits; what differs by less has not moved. */
const CARRIED = 1e-4;

/** Whether one figure is another one, as far as a link can tell. A figure the link could not carry says nothing. */
export function sameFigure(was: number, is: number): boolean {
  if (Number.isNaN(was) || Number.isNaN(is)) return Number.isNaN(was) && Number.isNaN(is);
  return Math.abs(was - is) <= CARRIED * Math.max(Math.abs(was), Math.abs(is), 1e-9);
}

/** Names of the figures that moved; an interval counts only where both had one. */
export function movedFigures(was: SeenFigures, is: SeenFigures): string[] {
  const moved = FIGURES.filter((name) => {
    const interval = name === 'lower' || name === 'upper';
    if (interval && Number.isNaN(was[name] + is[name])) return false;
    return !sameFigure(was[name], is[name]);
  });
  return was.first === is.first ? [...moved] : [...moved, 'first'];
}
