// The reader's own counts month by month as rows of a file: as they may be shown, and no month filled in.
import type { Cell } from '../data/csvOut.ts';
import type { Answer, MeasureColumns } from '../domain/answer.ts';
import { exact } from '../encode/numbers.ts';

/** Why a month has no figure, or that it is one. */
function statusOf(inFile: boolean, value: number): string {
  if (!inFile) return 'not in the file';
  return Number.isNaN(value) ? 'withheld or not known' : 'in the file';
}

function rowsOf(answer: Answer, { measure, byMonth }: MeasureColumns): Cell[][] {
  if (!byMonth) return [];
  const n = byMonth.months.length;
  const lines = (code: string, name: string, values: ArrayLike<number>, from: number): Cell[][] =>
    byMonth.months.map((month, m) => {
      const value = values[from + m];
      const figure = Number.isNaN(value) ? null : Number(exact(value)) + 0;
      return [code, name, month, statusOf(byMonth.inFile[m] === 1, value), figure, measure.label];
    });
  const byArea = byMonth.byArea[answer.areas.level];
  return [
    ...lines('own counts', 'All areas of the file', byMonth.region, 0),
    ...answer.authorities.flatMap(({ code, name }, a) => lines(code, name, byMonth.byAuthority, a * n)),
    ...(byArea
      ? answer.areas.code.flatMap((code, i) => lines(code, answer.areas.name[i], byArea, i * n))
      : []),
  ];
}

/** Rows of area, name, month, status, count and measure; empty where no own counts of the need have months. */
export function ownMonthRows(answer: Answer): Cell[][] {
  const columns = answer.measures.filter((m) => m.weight > 0 && m.byMonth);
  const files = columns.filter((m, k) => columns.findIndex((other) => other.byMonth === m.byMonth) === k);
  return files.flatMap((column) => rowsOf(answer, column));
}
