// What to say beside an area's figures: what is not known in it, and who its figures do not describe.
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import { apportion, areasOf } from './apportion.ts';

/** One sentence or more per area, empty for most. @param residents by LSOA. */
export function areaNotes(dataset: Dataset, level: Level, residents: Float64Array): string[] {
  const all = apportion(dataset, level, residents);
  const unrecorded = new Set(dataset.unrecorded);
  const untold = apportion(
    dataset,
    level,
    residents.map((r, i) => (unrecorded.has(i) ? r : 0)),
  );
  const areas = areasOf(dataset, level);
  return areas.code.map((_, i) => {
    const notes: string[] = [];
    if (untold[i] > 0) {
      const share = Math.round((100 * untold[i]) / all[i]);
      notes.push(
        level === 'lsoa'
          ? 'No crime record names this LSOA: its counts are not known.'
          : `${share < 1 ? 'Under 1' : share} % of residents live in an LSOA that no crime record names; rates are of the rest.`,
      );
    }
    if (areas.border[i])
      notes.push(
        'At the edge of the region: services outside it may reach people here and are not in the inventory.',
      );
    return notes.join(' ');
  });
}
