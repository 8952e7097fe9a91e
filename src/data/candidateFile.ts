// Candidate sites from a file someone brings: name, lon, lat; the good rows are taken, the others named.
import type { CandidateSite } from '../domain/bestSites.ts';
import { type Fault, shown } from './fault.ts';
import { columnAt, readTable } from './table.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** Degrees within which a site is believed: the United Kingdom. */
const inUnitedKingdom = (lon: number, lat: number) => lon >= -8.7 && lon <= 1.8 && lat >= 49.8 && lat <= 60.9;

/** A point from what was written in two fields, or a sentence that says which is wrong and how to mend it. */
export function readPoint(
  lonText: string,
  latText: string,
):
  | { readonly lon: number; readonly lat: number }
  | { readonly field: 'lon' | 'lat'; readonly problem: string } {
  const [lon, lat] = [lonText, latText].map((t) => (NUMBER.test(t.trim()) ? Number(t) : Number.NaN));
  if (Number.isNaN(lon))
    return { field: 'lon', problem: `${shown(lonText)} is not a longitude; write degrees, such as -1.9` };
  if (Number.isNaN(lat))
    return { field: 'lat', problem: `${shown(latText)} is not a latitude; write degrees, such as 52.48` };
  if (inUnitedKingdom(lon, lat)) return { lon, lat };
  if (inUnitedKingdom(lat, lon))
    return {
      field: 'lon',
      problem: 'longitude and latitude are exchanged; write −1.9 as longitude and 52.48 as latitude',
    };
  return {
    field: 'lon',
    problem: `the point ${lon}, ${lat} lies outside the United Kingdom; write degrees (WGS84), not metres`,
  };
}

export function readCandidates(text: string): {
  readonly sites: readonly CandidateSite[];
  readonly faults: readonly Fault[];
} {
  const table = readTable(text);
  const faults: Fault[] = [...table.faults];
  const [name, lon, lat] = ['name', 'lon', 'lat'].map((column) => columnAt(table, column));
  if (table.header.length > 0 && Math.min(name, lon, lat) < 0) {
    faults.push({
      row: null,
      field: ['name', 'lon', 'lat'].filter((c) => columnAt(table, c) < 0).join(', '),
      problem: 'the column is missing',
      remedy: 'Write a table with the columns name, lon, lat',
      setAside: true,
    });
    return { sites: [], faults };
  }
  const sites: CandidateSite[] = [];
  for (const { row, cells } of table.rows) {
    const point = readPoint(cells[lon] ?? '', cells[lat] ?? '');
    if ('problem' in point)
      faults.push({
        row,
        field: point.field,
        problem: point.problem,
        remedy: 'Correct the row',
        setAside: true,
      });
    else sites.push({ id: `own-${row}`, name: (cells[name] ?? '').trim() || `Row ${row}`, ...point });
  }
  return { sites, faults };
}
