// Search for sites ↔ text: "means:sites,sites:3,from:schools"; what equals the opening search is left out.
import { CANDIDATE_SOURCES, OPENING_SEARCH as OPENING, type PlanSearch } from '../domain/planSearch.ts';
import { parseNumber } from './words.ts';

type Read = (text: string) => Partial<PlanSearch> | null;

/** One part of the search: its word in the link, how it is written, and how it is read. */
interface Part {
  readonly word: string;
  write(search: PlanSearch): string;
  readonly read: Read;
}

function number(key: 'budget' | 'sites' | 'cost' | 'places', least: number, most: number): Part {
  return {
    word: key,
    write: (search) => String(search[key]),
    read: (text) => {
      const value = parseNumber(text, least, most);
      return value === null || (key === 'sites' && !Number.isInteger(value)) ? null : { [key]: value };
    },
  };
}

const NAME = /^[a-z0-9][a-z0-9-]*$/;
const AUTHORITY = /^E0\d{7}$/;

const PARTS: readonly Part[] = [
  {
    word: 'means',
    write: ({ means }) => means,
    read: (text) => (text === 'budget' || text === 'sites' ? { means: text } : null),
  },
  number('budget', 0, 1e10),
  number('sites', 1, 10_000),
  number('cost', 1, 1e9),
  number('places', 1, 1e6),
  {
    word: 'from',
    write: ({ from }) => from,
    read: (text) => {
      const from = CANDIDATE_SOURCES.find((source) => source === text);
      return from === undefined ? null : { from };
    },
  },
  {
    word: 'of',
    write: ({ authority }) => (authority === '' ? 'all' : authority),
    read: (text) => (text === 'all' ? { authority: '' } : AUTHORITY.test(text) ? { authority: text } : null),
  },
  {
    word: 'existing',
    write: ({ keepExisting }) => (keepExisting ? 'kept' : 'candidates'),
    read: (text) => (text === 'kept' || text === 'candidates' ? { keepExisting: text === 'kept' } : null),
  },
  {
    word: 'programme',
    write: ({ programme }) => (programme === '' ? 'first' : programme),
    read: (text) => (text === 'first' ? { programme: '' } : NAME.test(text) ? { programme: text } : null),
  },
];

export function writeSearch(search: PlanSearch): string {
  return PARTS.filter((part) => part.write(search) !== part.write(OPENING))
    .map((part) => `${part.word}:${part.write(search)}`)
    .join(',');
}

/** Null where any part is broken or not known. */
export function readSearch(text: string): PlanSearch | null {
  let search = OPENING;
  for (const given of text === '' ? [] : text.split(',')) {
    const [word, ...rest] = given.split(':');
    const read = PARTS.find((part) => part.word === word)?.read(rest.join(':')) ?? null;
    if (!read) return null;
    search = { ...search, ...read };
  }
  return search;
}
