// A place as parts of LSOAs: a ward, an LSOA, an authority or a group of them, so that every figure adds up in one way.
import { type Level, PARTS } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import { areasOf } from './apportion.ts';

export interface Place {
  readonly title: string;
  readonly kind: Level | 'authority' | 'group';
  readonly level: Level;
  /** Rows of the level's areas that make it up, ascending. */
  readonly rows: readonly number[];
  /** Ten-thousandths of each LSOA that lie in it. */
  readonly parts: Float64Array;
  /** Rows of the authorities its areas belong to. */
  readonly authorities: readonly number[];
}

function placeOfRows(
  dataset: Dataset,
  level: Level,
  rows: readonly number[],
): Pick<Place, 'level' | 'rows' | 'parts' | 'authorities'> {
  const parts = new Float64Array(dataset.lsoas.code.length);
  const inside = new Set(rows);
  if (level === 'lsoa') for (const i of rows) parts[i] = PARTS;
  else {
    const { lsoa, ward, parts: shares } = dataset.shares;
    for (let k = 0; k < shares.length; k++) if (inside.has(ward[k])) parts[lsoa[k]] += shares[k];
  }
  const { authority } = areasOf(dataset, level);
  const authorities = [...new Set(rows.map((i) => authority[i]))].sort((a, b) => a - b);
  return { level, rows: [...inside].sort((a, b) => a - b), parts, authorities };
}

function rowsOfAuthority(dataset: Dataset, level: Level, a: number): number[] {
  const { authority } = areasOf(dataset, level);
  return Array.from(authority.keys()).filter((i) => authority[i] === a);
}

/** The whole region, or one authority by its row, at a level. */
export function widerPlace(dataset: Dataset, level: Level, authority: number | null): Place {
  const rows =
    authority === null
      ? Array.from(areasOf(dataset, level).code.keys())
      : rowsOfAuthority(dataset, level, authority);
  const title = authority === null ? 'the region' : dataset.authorities[authority].name;
  return { title, kind: authority === null ? 'group' : 'authority', ...placeOfRows(dataset, level, rows) };
}

/** Names as a reader would say them: "A", "A and B", "A, B and 3 more". */
function together(names: readonly string[]): string {
  if (names.length <= 2) return names.join(' and ');
  if (names.length === 3) return `${names[0]}, ${names[1]} and ${names[2]}`;
  return `${names[0]}, ${names[1]} and ${names.length - 2} more`;
}

/**
 * The place that GSS codes name: areas of one level, authorities (as all of their areas), or both together. Areas named twice count
 * once. An authority's areas are those of `level` where only authorities are named, so that its figures are the page's sums.
 * RangeError: no code, a code this release does not have, or wards and LSOAs together.
 */
export function placeOf(dataset: Dataset, level: Level, codes: readonly string[]): Place {
  const named = [...new Set(codes)];
  if (named.length === 0) throw new RangeError('No place is chosen. Choose a ward, an LSOA or an authority.');
  const authorities = named.map((c) => dataset.authorities.findIndex((a) => a.code === c));
  const levels = named.map((c, k): Level | null => {
    if (authorities[k] >= 0) return null;
    if (dataset.wards.code.includes(c)) return 'ward';
    if (dataset.lsoas.code.includes(c)) return 'lsoa';
    throw new RangeError(`${c} is no area of this release. Choose the place again from the list.`);
  });
  const distinct = new Set(levels.filter((l) => l !== null));
  if (distinct.size > 1)
    throw new RangeError('Wards and LSOAs cannot be put together into one place. Choose areas of one level.');
  const own = [...distinct][0] ?? level;
  const { code, name } = areasOf(dataset, own);
  const rows = named.flatMap((c, k) =>
    authorities[k] >= 0 ? rowsOfAuthority(dataset, own, authorities[k]) : [code.indexOf(c)],
  );
  const titles = named.map((c, k) =>
    authorities[k] >= 0 ? dataset.authorities[authorities[k]].name : name[code.indexOf(c)],
  );
  const single = named.length === 1;
  const kind = single ? (authorities[0] >= 0 ? ('authority' as const) : own) : ('group' as const);
  return { title: together(titles), kind, ...placeOfRows(dataset, own, rows) };
}

/**
 * Σ share · value over the place's LSOAs; an LSOA that is not known (NaN) adds nothing, and NaN is returned where none is known.
 */
export function within(place: Pick<Place, 'parts'>, values: ArrayLike<number>): number {
  const { parts } = place;
  let total = 0;
  let known = false;
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] === 0 || Number.isNaN(values[i])) continue;
    total += values[i] * parts[i];
    known = true;
  }
  return known ? total / PARTS : Number.NaN;
}
