// Areas and shares of a release: tables to the columns the engine reads.
import type { Areas, Authority, Level, Shares } from '../domain/area.ts';
import { PARTS } from '../domain/area.ts';
import { DamagedRelease } from './damage.ts';
import { decodeTable, numbers, texts } from './decode.ts';

const AREA_HEADER = ['code', 'name', 'authority', 'lon', 'lat', 'km2', 'border'];
const SHARE_HEADER = ['lsoa', 'ward', 'parts'];

export function decodeAuthorities(text: string, file: string): Authority[] {
  return decodeTable(text, file, ['code', 'name']).rows.map(([code, name]) => ({ code, name }));
}

export function decodeAreas(
  text: string,
  file: string,
  level: Level,
  authorities: readonly Authority[],
): Areas {
  const table = decodeTable(text, file, AREA_HEADER);
  const place = new Map(authorities.map(({ code }, k) => [code, k]));
  const authority = Uint8Array.from(texts(table, 'authority', file), (code, k) => {
    const at = place.get(code);
    if (at === undefined) throw new DamagedRelease(file, `line ${k + 2} names the unknown authority ${code}`);
    return at;
  });
  return {
    level,
    code: texts(table, 'code', file),
    name: texts(table, 'name', file),
    authority,
    lon: numbers(table, 'lon', file),
    lat: numbers(table, 'lat', file),
    km2: numbers(table, 'km2', file),
    border: Uint8Array.from(numbers(table, 'border', file)),
  };
}

export function decodeShares(text: string, file: string, lsoas: Areas, wards: Areas): Shares {
  const table = decodeTable(text, file, SHARE_HEADER);
  const lsoa = Uint16Array.from(rowsOf(texts(table, 'lsoa', file), lsoas, file));
  const ward = Uint8Array.from(rowsOf(texts(table, 'ward', file), wards, file));
  const parts = Uint16Array.from(numbers(table, 'parts', file));
  const sums = new Uint32Array(lsoas.code.length);
  parts.forEach((part, k) => {
    sums[lsoa[k]] += part;
  });
  const wrong = sums.findIndex((sum) => sum !== PARTS);
  if (wrong >= 0)
    throw new DamagedRelease(
      file,
      `the parts of ${lsoas.code[wrong]} sum to ${sums[wrong]}, expected ${PARTS}`,
    );
  return { lsoa, ward, parts };
}

function rowsOf(codes: readonly string[], areas: Areas, file: string): number[] {
  const row = new Map(areas.code.map((code, k) => [code, k]));
  return codes.map((code, k) => {
    const at = row.get(code);
    if (at === undefined) throw new DamagedRelease(file, `line ${k + 2} names the unknown area ${code}`);
    return at;
  });
}
