// What the words of a step are made of: an answer, the rows it speaks of, and the place they make up.
import type { Answer, AreaTable } from '../domain/answer.ts';
import { inWords, whole } from './numbers.ts';
import type { Vocabulary } from './sentence.ts';
import { levelNoun } from './words.ts';

export interface StepWords {
  readonly title: string;
  /** The one figure set large; empty where nothing is known. */
  readonly figure: string;
  /** What the figure counts, with unit, comparator and interval. */
  readonly figureMeans: string;
  /** Orange for what is short, otherwise ink. */
  readonly tone: 'short' | 'plain';
  readonly list: readonly { readonly figure: string; readonly label: string }[];
  readonly caption: string;
}

/** A slide's list has room for so many lines. */
export const LONGEST_LIST = 4;

export interface Scope {
  readonly answer: Answer;
  readonly vocabulary: Vocabulary;
  /** Rows of the table the story speaks of. */
  readonly rows: readonly number[];
  /** "the seven authorities", "Walsall" */
  readonly place: string;
  readonly authority: Answer['authorities'][number] | null;
  readonly authorityIndex: number;
}

export function scopeOf(answer: Answer, vocabulary: Vocabulary, code: string | null): Scope {
  const authorityIndex = answer.authorities.findIndex((a) => a.code === code);
  const authority = authorityIndex < 0 ? null : answer.authorities[authorityIndex];
  const rows = answer.areas.code.flatMap((_, i) =>
    authority === null || answer.areas.authorityCode[i] === authority.code ? [i] : [],
  );
  const place = authority?.name ?? `the ${inWords(answer.authorities.length)} authorities`;
  return { answer, vocabulary, rows, place, authority, authorityIndex };
}

export const named = (areas: AreaTable, row: number, authority: unknown) =>
  authority === null ? `${areas.name[row]}, ${areas.authority[row]}` : areas.name[row];

/** Rows by a column from the largest, those not known left out. */
export function fromLargest(rows: readonly number[], column: Float64Array): number[] {
  return rows.filter((i) => !Number.isNaN(column[i])).sort((a, b) => column[b] - column[a]);
}

export const nouns = (s: Scope, count: number) => `${whole(count)} ${levelNoun(s.answer.areas.level, count)}`;
