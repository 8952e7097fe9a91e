// What a file of records does to those there are, said before it is done; and its faults, those that cost a row first.
import type { Fault } from '../../data/fault.ts';
import type { Inventory } from '../../domain/intervention.ts';
import { inWords } from '../../encode/numbers.ts';
import { sameIds } from '../../state/ownInventory.ts';

export const counted = (n: number, one: string, many: string) => `${inWords(n)} ${n === 1 ? one : many}`;

/** Faults that set a row aside, then what was read all the same: each of the whole file first, then from row to row. */
export function worstFirst(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => Number(b.setAside) - Number(a.setAside) || (a.row ?? 0) - (b.row ?? 0));
}

/** What the file's rows do where they are used alone; `held` is the own records there are, null without an own inventory. */
export function replacesSentence(held: number | null): string {
  if (held === null || held === 0)
    return 'Used alone, these rows become your own inventory and are read in place of the one shown now, which stays one button away.';
  return `Used alone, this replaces the ${counted(held, 'record', 'records')} of your own inventory; none of them is kept beside the file’s. Undo brings them back while the page is open.`;
}

/** What they do where they are added to the records of an inventory, and what becomes of those with the same id. */
export function addsSentence(base: Inventory, whose: Inventory['status'], file: Inventory): string {
  const there = counted(base.services.length, 'record', 'records');
  const to =
    whose === 'own'
      ? `the ${there} of your own inventory`
      : `a copy of the ${there} of the ${whose} inventory`;
  return `Added, they join ${to}: ${idsWords(base, file)}.`;
}

/** "two have the id of a record there and take its place, three are new" */
function idsWords(base: Inventory, file: Inventory): string {
  const replacing = sameIds(base, file);
  const fresh = file.services.length - replacing;
  if (file.services.length === 0) return 'none is a service; only statements are added';
  if (replacing === 0) return 'none has the id of a record there, so nothing is replaced';
  const take = `${inWords(replacing)} ${replacing === 1 ? 'has' : 'have'} the id of a record there and ${replacing === 1 ? 'takes' : 'take'} its place`;
  return fresh === 0 ? take : `${take}, ${inWords(fresh)} ${fresh === 1 ? 'is' : 'are'} new`;
}
