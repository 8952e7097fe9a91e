// Age bands as a release names them: "0-4", "10", "65+".
import { type AgeBand, type AgeRange, OPEN_END } from '../domain/ages.ts';
import { DamagedRelease } from './damage.ts';
import { decodeMatrix, matrixColumn } from './decode.ts';

/** The ages a band's name stands for, or null where the name is none. */
export function bandAges(name: string): AgeRange | null {
  const match = /^(\d{1,3})(?:-(\d{1,3})|(\+))?$/.exec(name);
  if (!match) return null;
  const from = Number(match[1]);
  const to = match[3] ? OPEN_END : match[2] === undefined ? from : Number(match[2]);
  return from <= to ? { from, to } : null;
}

/** Whether the bands cover all ages once, in order. */
export function coversAllAges(bands: readonly AgeRange[]): boolean {
  return (
    bands.length > 0 &&
    bands[0].from === 0 &&
    bands[bands.length - 1].to === OPEN_END &&
    bands.every((band, k) => k === 0 || band.from === bands[k - 1].to + 1)
  );
}

/** The table of people by age: one row per LSOA, one column per band. */
export function decodeBands(text: string, file: string, codes: readonly string[]): AgeBand[] {
  const matrix = decodeMatrix(text, file, codes);
  const bands = matrix.columns.map((name, column) => {
    const ages = bandAges(name);
    if (!ages) throw new DamagedRelease(file, `line 1 has “${name}”, expected an age band`);
    return { ages, people: matrixColumn(matrix, column) };
  });
  if (!coversAllAges(bands.map((band) => band.ages)))
    throw new DamagedRelease(file, 'its bands do not cover all ages once');
  return bands;
}
