// What the files a reader chose seem to be, before anything is counted.
import type { Fault } from '../data/fault.ts';
import { type OpenedFile, openOwnFile } from '../data/ownFile.ts';
import { recognise } from '../data/ownGuess.ts';
import { periodsIn } from '../data/ownPeriods.ts';
import { readTable } from '../data/table.ts';
import type { OwnLook } from '../domain/ownCounts.ts';
import { whole } from '../encode/numbers.ts';

/** Faults of one kind are told once: where the first of them stands, and how many more there are. */
function faultsInShort(faults: readonly Fault[]): string[] {
  const alike = new Map<string, Fault[]>();
  for (const fault of faults) alike.set(fault.remedy, [...(alike.get(fault.remedy) ?? []), fault]);
  return [...alike].map(([remedy, [first, ...more]]) => {
    const where = first.row === null ? '' : `row ${first.row}: `;
    const rest =
      more.length === 0
        ? ''
        : `, and so in ${more.length === 1 ? 'one more row' : `${whole(more.length)} more rows`}`;
    return `${where}${first.problem}${rest}. ${remedy}`;
  });
}

export async function lookAtFiles(files: readonly Blob[], names: readonly string[]): Promise<OwnLook> {
  const opened = await Promise.all(files.map(openOwnFile));
  const looks = opened.map((file, k) => ({ name: names[k], kind: file.kind, note: file.note }));
  const nothing = { files: looks, columns: [], sample: [], guess: null, why: [], periods: [] };
  if (opened.some((f) => f.kind === 'street file'))
    return {
      ...nothing,
      kind: 'street files',
      files: looks.map((f) =>
        f.kind === 'table'
          ? { ...f, kind: 'refused', note: 'a table of another kind: bring it by itself' }
          : f,
      ),
    };
  const tables = opened.filter((f): f is Extract<OpenedFile, { kind: 'table' }> => f.kind === 'table');
  if (tables.length === 0) return { ...nothing, kind: 'nothing' };
  if (tables.length > 1)
    return {
      ...nothing,
      kind: 'nothing',
      why: ['Choose one table at a time; only police.uk street files can be brought many at once'],
    };
  const guess = recognise(tables[0].text);
  const { rows } = readTable(tables[0].text);
  return {
    kind: guess.kind === 'inventory' ? 'inventory' : guess.columns.length > 0 ? 'table' : 'nothing',
    files: looks,
    columns: guess.columns,
    sample: guess.sample,
    guess: guess.mapping && {
      code: guess.mapping.code,
      count: guess.mapping.count,
      period: guess.mapping.period,
    },
    periods: guess.columns.map((_, k) => periodsIn(rows.map((row) => row.cells[k]))),
    why: [...guess.why, ...faultsInShort(guess.faults)],
  };
}
