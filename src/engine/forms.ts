// The five spatial forms: how the places of one intervention spread over areas.
import type { SpatialForm } from '../domain/intervention.ts';
import { access } from './access.ts';
import type { Reach } from './reach.ts';

/** What an intervention's places spread over. */
export interface Spread {
  /** Places a year by area; NaN where they are not known. */
  readonly places: Float64Array;
  /** Places a year that reach no area: an unreached site, areas without eligible people, or a form without a map point. */
  readonly unplaced: number;
}

interface AtSites {
  /** Places a year by site. */
  readonly capacity: ArrayLike<number>;
  readonly reach: Reach;
}

interface AsAWhole {
  /** Places a year. */
  readonly capacity: number;
}

export type FormRecord =
  | ({ readonly form: 'site' } & AtSites)
  | ({ readonly form: 'institution network' } & AtSites)
  | ({
      readonly form: 'area';
      readonly areas: readonly number[];
      /** Part of each listed area that belongs to it, 0 to 1; all of it unless told. */
      readonly parts?: readonly number[];
    } & AsAWhole)
  | ({ readonly form: 'region' } & AsAWhole)
  | ({ readonly form: 'person' } & AsAWhole);

/** Which forms may be drawn as a point. A region-wide campaign never is; support for a person is sensitive. */
export const DRAWN_AS_POINT: Readonly<Record<SpatialForm, boolean>> = {
  site: true,
  'institution network': true,
  area: false,
  region: false,
  person: false,
};

/**
 * Places a year by area.
 *
 * site, institution network: E2SFCA from each site or participating institution over eligible people (`access`).
 * area: over the eligible people of the listed areas, each person equally: S p_i E_i / Σ p E over the list, p the part listed.
 * region: over all eligible people, equally. person: capacity only; no area receives places that could be mapped.
 *
 * Places are conserved: Σ places + unplaced = Σ capacity. An area listed twice counts once. Eligible people not known
 * (NaN) receive NaN from the forms that would reach them, and ask for nothing of the rest. Capacity not known (NaN) makes
 * the places of every area it would reach NaN. RangeError: negative figures, a listed area that does not exist.
 */
export function spreadPlaces(record: FormRecord, eligible: ArrayLike<number>): Spread {
  if (record.form === 'site' || record.form === 'institution network') {
    const { places, unreachedSites } = access(eligible, record.capacity, record.reach);
    return { places, unplaced: unreachedSites.reduce((total, j) => total + record.capacity[j], 0) };
  }
  const { capacity } = record;
  if (capacity < 0 || capacity === Number.POSITIVE_INFINITY) {
    throw new RangeError(`Capacity must be 0 places a year or more; got ${capacity}.`);
  }
  const places = new Float64Array(eligible.length);
  if (record.form === 'person') return { places, unplaced: capacity };
  const listed = record.form === 'area' ? partsListed(record) : everyArea(eligible.length);
  let people = 0;
  for (const [i, part] of listed) {
    if (!Number.isInteger(i) || i < 0 || i >= eligible.length) {
      throw new RangeError(
        `The intervention names area ${i}, which does not exist; there are ${eligible.length}.`,
      );
    }
    if (eligible[i] < 0)
      throw new RangeError(`Eligible people of area ${i + 1} must be 0 or more; got ${eligible[i]}.`);
    if (!Number.isNaN(eligible[i])) people += part * eligible[i];
  }
  for (const [i, part] of listed)
    places[i] = people > 0 ? (capacity * part * eligible[i]) / people : eligible[i] * 0;
  return { places, unplaced: people > 0 ? 0 : capacity };
}

/** The listed areas with their parts; an area listed twice counts once, by its larger part. */
function partsListed(record: { readonly areas: readonly number[]; readonly parts?: readonly number[] }) {
  const listed = new Map<number, number>();
  record.areas.forEach((i, k) => {
    listed.set(i, Math.max(listed.get(i) ?? 0, record.parts?.[k] ?? 1));
  });
  return listed;
}

function everyArea(count: number): Map<number, number> {
  return new Map(Array.from({ length: count }, (_, i) => [i, 1]));
}
