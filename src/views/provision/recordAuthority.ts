// The authorities a record is found by: those its areas lie in, and that of the place of the release nearest to its point.
import type { NamedPlace } from '../../data/inventoryPlaces.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Service } from '../../domain/intervention.ts';

/** A point farther than this (degrees of latitude, some 5 km) from every known place is taken to lie outside the region. */
const NEAR = 0.045;

/** Names in one text, empty where none is known. An estimate near a border: places are points, not outlines. */
export function recordAuthority(
  { areas, authorities }: Pick<Catalogue, 'areas' | 'authorities'>,
  places: readonly NamedPlace[],
): (service: Service) => string {
  const named = new Map<string, string>();
  for (const { code, authority } of areas) named.set(code, authority);
  for (const { code, name } of authorities) named.set(code, name);
  const found = new Map<string, string>();
  return ({ lon, lat, areas: codes }) => {
    const stated = codes.map((code) => named.get(code) ?? '');
    if (lon === null || lat === null) return stated.join(' ');
    const key = `${lon} ${lat}`;
    if (!found.has(key)) found.set(key, nearestAuthority(lon, lat, places));
    return [...stated, found.get(key)].join(' ');
  };
}

function nearestAuthority(lon: number, lat: number, places: readonly NamedPlace[]): string {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  let least = NEAR * NEAR;
  let nearest = '';
  for (const { point, sort, authority } of places) {
    if (!point || sort === 'authority') continue;
    const squared = ((point.lon - lon) * narrowing) ** 2 + (point.lat - lat) ** 2;
    if (squared >= least) continue;
    least = squared;
    nearest = authority;
  }
  return nearest;
}
