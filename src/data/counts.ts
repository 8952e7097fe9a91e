// Counts of one crime type: LSOA by month, where blank means an LSOA that does not occur at all.
import type { MonthlyCounts } from '../domain/dataset.ts';
import type { Month } from '../domain/month.ts';
import { DamagedRelease } from './damage.ts';
import { decodeMatrix, sameHeader } from './decode.ts';

export interface CountAxes {
  readonly lsoas: readonly string[];
  readonly months: readonly Month[];
  /** Rows of LSOAs that are not known; they are blank in the table and stand as 0 in the counts. */
  readonly unrecorded: readonly number[];
}

export function decodeCounts(text: string, file: string, axes: CountAxes): MonthlyCounts {
  const matrix = decodeMatrix(text, file, axes.lsoas);
  sameHeader(matrix.columns, axes.months, file);
  const blank = new Set(axes.unrecorded);
  const width = axes.months.length;
  return Uint16Array.from(matrix.values, (value, k) => {
    const row = Math.floor(k / width);
    if (Number.isNaN(value) === blank.has(row)) return value;
    throw new DamagedRelease(
      file,
      `line ${row + 2} is ${blank.has(row) ? 'filled' : 'blank'}, which the list of unrecorded LSOAs denies`,
    );
  });
}

/** Rows of the LSOAs that the data package lists as unrecorded. */
export function unrecordedRows(unrecorded: readonly string[], codes: readonly string[]): number[] {
  return unrecorded.map((code) => {
    const row = codes.indexOf(code);
    if (row < 0) throw new DamagedRelease('datapackage.json', `it names the unknown LSOA ${code}`);
    return row;
  });
}
