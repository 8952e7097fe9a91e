// What a comparator covers: the whole region, or of a reader's own counts only the areas they are known for.
import type { AreaTable, MeasureColumns } from '../domain/answer.ts';
import { rate, whole } from './numbers.ts';
import { levelNoun } from './words.ts';

/** "40 of 192 wards known"; empty where every area is known or the measure is none of the reader's own. */
export function ownCoverage(
  column: MeasureColumns,
  areas: Pick<AreaTable, 'level' | 'authority'>,
  authority: string | null = null,
): string {
  if (column.measure.kind !== 'own') return '';
  let all = 0;
  let known = 0;
  areas.authority.forEach((name, i) => {
    if (authority !== null && name !== authority) return;
    all++;
    if (!Number.isNaN(column.count[i])) known++;
  });
  if (known === all) return '';
  return `${whole(known)} of ${whole(all)} ${levelNoun(areas.level, all)} known`;
}

/** "region 8.8", or of own counts "the 40 of 192 wards known 8.8". */
export function regionFigure(column: MeasureColumns, areas: Pick<AreaTable, 'level' | 'authority'>): string {
  const covers = ownCoverage(column, areas);
  return `${covers ? `the ${covers}` : 'region'} ${rate(column.region)}`;
}
