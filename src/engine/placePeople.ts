// Who lives in a place: deprivation by domain, people by age and by census group, beside authority and region.
import { OPEN_END } from '../domain/ages.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Compared, DeprivationRow, PeopleRow } from '../domain/placeProfile.ts';
import { weightedMean } from './apportion.ts';
import { type Place, within } from './placeParts.ts';
import type { Comparators } from './placeViolence.ts';

/** Census groups by the column that counts them; the labels are the census's own. */
export const GROUPS: readonly { readonly id: string; readonly label: string }[] = [
  { id: 'asian', label: 'Asian, Asian British or Asian Welsh' },
  { id: 'black', label: 'Black, Black British, Black Welsh, Caribbean or African' },
  { id: 'mixed', label: 'Mixed or multiple ethnic groups' },
  { id: 'white', label: 'White' },
  { id: 'other', label: 'Other ethnic group' },
  { id: 'disabled', label: 'Disabled under the Equality Act' },
];
/** The people the groups are parts of. */
export const GROUPS_OF = 'residents';

function compare(place: Place, { authority, region }: Comparators, of: (where: Place) => number): Compared {
  return { here: of(place), authority: authority ? of(authority) : Number.NaN, region: of(region) };
}

/** Σ p v / Σ p over the LSOAs where v is known. */
function meanIn(where: Place, values: Float64Array, people: Float64Array): number {
  const known = people.map((p, i) => (Number.isNaN(values[i]) ? Number.NaN : p));
  const weight = within(where, known);
  return weight > 0
    ? within(
        where,
        values.map((v, i) => v * people[i]),
      ) / weight
    : Number.NaN;
}

/** Share of values below, equal ones counting half, 0 to 100. */
function percentileAmong(value: number, values: Float64Array): number {
  let below = 0;
  let known = 0;
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    known++;
    if (v < value) below++;
    else if (v === value) below += 0.5;
  }
  return known > 0 && !Number.isNaN(value) ? (100 * below) / known : Number.NaN;
}

/** Every score the release has loaded: population-weighted mean, and its percentile among the areas of the level. */
export function deprivationRows(
  dataset: Dataset,
  place: Place,
  comparators: Comparators,
  residents: Float64Array,
): DeprivationRow[] {
  return dataset.measures.flatMap((m) => {
    const scores = m.kind === 'score' && m.column ? dataset.columns.get(m.column) : undefined;
    if (!scores) return [];
    const score = compare(place, comparators, (where) => meanIn(where, scores, residents));
    const all = weightedMean(dataset, place.level, scores, residents);
    // A single area's own figure, computed as the level's are, so that it is equal to itself.
    const own = place.rows.length === 1 ? all[place.rows[0]] : score.here;
    return [
      { id: m.id, label: m.label, score: { ...score, here: own }, percentile: percentileAmong(own, all) },
    ];
  });
}

/** People of every age band, and their share of residents. */
export function ageRows(dataset: Dataset, place: Place, comparators: Comparators): PeopleRow[] {
  const all = dataset.residents;
  return dataset.bands.map(({ ages, people }) => {
    const label =
      ages.to >= OPEN_END
        ? `${ages.from} and over`
        : ages.from === ages.to
          ? `${ages.from}`
          : `${ages.from} to ${ages.to}`;
    return {
      id: label,
      label,
      ages,
      people: within(place, people),
      share: compare(place, comparators, (where) => within(where, people) / within(where, all)),
    };
  });
}

/** People of every census group the release has loaded, and their share of the people the census counted. */
export function groupRows(dataset: Dataset, place: Place, comparators: Comparators): PeopleRow[] {
  const all = dataset.columns.get(GROUPS_OF);
  if (!all) return [];
  return GROUPS.flatMap(({ id, label }) => {
    const people = dataset.columns.get(id);
    if (!people) return [];
    const share = compare(place, comparators, (where) => within(where, people) / within(where, all));
    return [{ id, label, ages: null, people: within(place, people), share }];
  });
}
