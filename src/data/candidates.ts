// Candidates: schools, GP practices and hospitals of the unit, as places a programme could work from.
import { decodeTable, numbers, texts } from './decode.ts';

export type CandidateKind = 'schools' | 'practices' | 'hospitals';

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  /** GSS code, by polygon. */
  readonly authority: string;
  /** Schools only: phase of education. */
  readonly phase?: string;
  /** Schools only; null is not known. */
  readonly pupils?: number | null;
}

export function decodeCandidates(text: string, file: string): Candidate[] {
  const table = decodeTable(text, file);
  const id = texts(table, 'id', file);
  const name = texts(table, 'name', file);
  const lon = numbers(table, 'lon', file);
  const lat = numbers(table, 'lat', file);
  const authority = texts(table, 'authority', file);
  const phase = table.header.includes('phase') ? texts(table, 'phase', file) : null;
  const pupils = table.header.includes('pupils') ? numbers(table, 'pupils', file) : null;
  return id.map((code, k) => ({
    id: code,
    name: name[k],
    lon: lon[k],
    lat: lat[k],
    authority: authority[k],
    ...(phase ? { phase: phase[k] } : {}),
    ...(pupils ? { pupils: Number.isNaN(pupils[k]) ? null : pupils[k] } : {}),
  }));
}
