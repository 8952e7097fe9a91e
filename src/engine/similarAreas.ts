// The most similar places: alike in who lives there, so that what differs is what happens there and what is done about it.
import { type AgeRange, OPEN_END } from '../domain/ages.ts';
import type { Dataset } from '../domain/dataset.ts';
import { peopleAged } from './people.ts';
import { type Place, within } from './placeParts.ts';
import { GROUPS, GROUPS_OF } from './placePeople.ts';

/** Ages whose shares of residents are compared. */
const AGES: readonly AgeRange[] = [
  { from: 0, to: 10 },
  { from: 11, to: 24 },
  { from: 65, to: OPEN_END },
];

export const SIMILARITY_BASIS =
  'Alike in who lives there: shares of ages 0 to 10, 11 to 24 and 65 and over, deprivation in each domain but crime, residents per km² (logarithm), and census groups and renting where loaded. Each of these four blocks counts the same. Violence and provision are left out, so that they can be compared.';

/** Sums of LSOA values over each of the places that are compared with. */
export type SumsOver = (values: Float64Array) => Float64Array;

/** One compared figure: of the place, of each other one, and how much the others vary. */
interface Comparison {
  readonly here: number;
  readonly there: Float64Array;
  readonly deviation: number;
}

/** What is compared, in blocks. NaN is not known. */
function blocksOf(dataset: Dataset, place: Place, sums: SumsOver): Comparison[][] {
  const residents = dataset.residents;
  const share = (top: Float64Array, bottom: Float64Array, scale = (x: number) => x): Comparison => {
    const below = sums(bottom);
    const there = sums(top).map((t, i) => (below[i] > 0 ? scale(t / below[i]) : Number.NaN));
    return {
      here: scale(within(place, top) / within(place, bottom)),
      there,
      deviation: deviationOf(there),
    };
  };
  const scores = dataset.measures.flatMap((m) => {
    const domain = m.kind === 'score' && m.column?.endsWith('_x') && m.column !== 'crime_x';
    const column = domain ? dataset.columns.get(m.column ?? '') : undefined;
    return column ? [column] : [];
  });
  const counted = dataset.columns.get(GROUPS_OF);
  const households = dataset.columns.get('households');
  const given = (id: string, whole: Float64Array | undefined) => {
    const column = dataset.columns.get(id);
    return column && whole ? [share(column, whole)] : [];
  };
  return [
    AGES.map((ages) => share(peopleAged(dataset.bands, ages), residents)),
    scores.map((s) =>
      share(
        s.map((v, i) => v * residents[i]),
        residents,
      ),
    ),
    [share(residents, dataset.lsoas.km2, Math.log)],
    [
      ...GROUPS.flatMap(({ id }) => given(id, counted)),
      ...['social_rent', 'private_rent'].flatMap((id) => given(id, households)),
    ],
  ];
}

/**
 * Distances from one place to others: the root of the mean over blocks of the mean squared difference in standard deviations, the
 * deviation of each figure being that among the others. A figure that does not vary, or is not known of either, is left out of
 * its block.
 * @param sums of LSOA values over the others, such as `apportion` to a level. @returns by other; NaN where nothing can be compared.
 */
export function distances(dataset: Dataset, place: Place, sums: SumsOver): Float64Array {
  const blocks = blocksOf(dataset, place, sums);
  const others = blocks[0][0].there.length;
  return Float64Array.from({ length: others }, (_, k) => {
    let blocksCompared = 0;
    let total = 0;
    for (const block of blocks) {
      let compared = 0;
      let squares = 0;
      for (const { here, there, deviation } of block) {
        const difference = (there[k] - here) / deviation;
        if (!(deviation > 0) || Number.isNaN(difference)) continue;
        compared++;
        squares += difference * difference;
      }
      if (compared === 0) continue;
      blocksCompared++;
      total += squares / compared;
    }
    // No block compared: 0 / 0, not known.
    return Math.sqrt(total / blocksCompared);
  });
}

function deviationOf(values: Float64Array): number {
  const known = values.filter((v) => !Number.isNaN(v));
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  return Math.sqrt(known.reduce((sum, v) => sum + (v - mean) ** 2, 0) / known.length);
}
