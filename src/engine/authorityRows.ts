// The areas of each authority together, as the cards and sheets of an authority show them.
import type { AreaTable, AuthorityRow } from '../domain/answer.ts';
import type { Dataset } from '../domain/dataset.ts';

/**
 * The areas of each authority together. Like the headline, places, target and gap are of the areas where both sides are known; an
 * authority without any such area is not known. An LSOA that no record names thus leaves the rest of its authority standing.
 */
export function authorityRows(dataset: Dataset, table: AreaTable): AuthorityRow[] {
  const rowsOf = new Map<string, number[]>(dataset.authorities.map(({ code }) => [code, []]));
  for (let i = 0; i < table.code.length; i++) rowsOf.get(table.authorityCode[i])?.push(i);
  return dataset.authorities.map(({ code, name }) => {
    const rows = rowsOf.get(code) ?? [];
    const sum = (of: readonly number[], value: (i: number) => number) =>
      of.length === 0 ? Number.NaN : of.reduce((total, i) => total + value(i), 0);
    const known = rows.filter((i) => !Number.isNaN(table.gap[i]));
    const needed = rows.filter((i) => !Number.isNaN(table.need[i]));
    return {
      code,
      name,
      eligible: sum(rows, (i) => table.eligible[i]),
      places: sum(known, (i) => table.places[i]),
      target: sum(known, (i) => table.target[i]),
      gap: sum(known, (i) => table.gap[i]),
      need: sum(needed, (i) => table.need[i] * table.eligible[i]) / sum(needed, (i) => table.eligible[i]),
    };
  });
}
