// The reader's own files in the worker: counted, protected and kept as a measure. Raw counts never leave this thread.
import { openOwnFile } from '../data/ownFile.ts';
import type { OwnReport, OwnWish } from '../domain/ownCounts.ts';
import type { Question } from '../domain/question.ts';
import type { OwnHost } from './ownKept.ts';
import { GivenUp, takeStreetFiles } from './ownStreet.ts';
import { takeTable } from './ownTable.ts';

/** Null where the reader gave up on the way. */
export async function takeOwn(
  host: OwnHost,
  question: Question,
  wish: OwnWish,
  tell: (share: number) => void,
): Promise<OwnReport | null> {
  const opened = await Promise.all(wish.files.map(openOwnFile));
  const dataset = await host.holding(question);
  const street = wish.files.flatMap((file, k) =>
    opened[k].kind === 'street file' ? [{ file, name: wish.names[k] }] : [],
  );
  if (street.length > 0) {
    return takeStreetFiles(host, dataset, wish, street, tell).catch((error: unknown) => {
      if (error instanceof GivenUp) return null;
      throw error;
    });
  }
  const table = opened.find((f) => f.kind === 'table');
  if (!table) throw new RangeError('None of the files could be read.');
  return takeTable(host, dataset, wish, table.text);
}
