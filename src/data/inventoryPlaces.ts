// Places of the release a record can stand at, found by name: hospitals, schools and practices, and the centres of wards and authorities.
import type { AreaName } from '../domain/catalogue.ts';
import { decodeCandidates } from './candidates.ts';
import { decodeTable, numbers, texts } from './decode.ts';

type PlaceSort = 'hospital' | 'authority' | 'ward' | 'practice' | 'school' | 'LSOA';

export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly sort: PlaceSort;
  /** The authority it lies in, by name; its own for an authority. */
  readonly authority: string;
  /** WGS84; null where a place is known by its code alone. */
  readonly point: { readonly lon: number; readonly lat: number } | null;
}

type AuthorityName = (code: string) => string;

export const SITE_FILES = {
  hospital: 'services/hospitals.csv',
  practice: 'services/practices.csv',
  school: 'services/schools.csv',
} as const;
export const WARD_FILE = 'areas/wards.csv';

export function sitesIn(text: string, sort: keyof typeof SITE_FILES, nameOf: AuthorityName): NamedPlace[] {
  return decodeCandidates(text, SITE_FILES[sort]).map((c) => ({
    id: c.id,
    name: c.name.trim(),
    sort,
    authority: nameOf(c.authority),
    point: { lon: c.lon, lat: c.lat },
  }));
}

/** Centres of wards as the release has them, and of authorities: the mean of their wards' centres, weighted by area. */
export function centresIn(text: string, nameOf: AuthorityName): NamedPlace[] {
  const table = decodeTable(text, WARD_FILE);
  const [code, name, authority] = ['code', 'name', 'authority'].map((c) => texts(table, c, WARD_FILE));
  const [lon, lat, km2] = ['lon', 'lat', 'km2'].map((c) => numbers(table, c, WARD_FILE));
  const wards = code.map(
    (id, k): NamedPlace => ({
      id,
      name: name[k],
      sort: 'ward',
      authority: nameOf(authority[k]),
      point: { lon: lon[k], lat: lat[k] },
    }),
  );
  const mean = (values: Float64Array, rows: readonly number[]) =>
    rows.reduce((sum, k) => sum + values[k] * km2[k], 0) / rows.reduce((sum, k) => sum + km2[k], 0);
  const wholes = [...new Set(authority)].map((id): NamedPlace => {
    const rows = [...code.keys()].filter((k) => authority[k] === id);
    const point = { lon: Number(mean(lon, rows).toFixed(5)), lat: Number(mean(lat, rows).toFixed(5)) };
    return { id, name: nameOf(id), sort: 'authority', authority: nameOf(id), point };
  });
  return [...wholes, ...wards];
}

/** Areas a service can be for, by their codes. */
export function areasNamed(areas: readonly AreaName[]): NamedPlace[] {
  return areas.map(({ code, name, authority, level }) => ({
    id: code,
    name,
    sort: level === 'lsoa' ? 'LSOA' : level,
    authority,
    point: null,
  }));
}

const ORDER: readonly PlaceSort[] = ['hospital', 'authority', 'ward', 'practice', 'school', 'LSOA'];

/** Letters and digits in words, without accents or apostrophes. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim();
}

/** Places every word of the query occurs in: those whose name begins with it first, then by sort and name. */
export function findPlaces(places: readonly NamedPlace[], query: string): NamedPlace[] {
  const wanted = plain(query);
  if (wanted === '') return [];
  const words = wanted.split(' ');
  return places
    .map((place) => ({
      place,
      name: plain(place.name),
      text: plain(`${place.name} ${place.authority} ${place.id}`),
    }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort(
      (a, b) =>
        Number(b.name.startsWith(wanted)) - Number(a.name.startsWith(wanted)) ||
        ORDER.indexOf(a.place.sort) - ORDER.indexOf(b.place.sort) ||
        a.name.localeCompare(b.name, 'en-GB'),
    )
    .map(({ place }) => place);
}
