// How much of a profile one printed page has room for.
import type { PlaceProfile } from '../../domain/placeProfile.ts';

/** An authority with more areas than these fills the page with them; the rest is cut to what the need is made of. */
const MANY_AREAS = 40;

export function crowded({ kind, codes }: Pick<PlaceProfile, 'kind' | 'codes'>): boolean {
  return kind === 'authority' && codes.length > MANY_AREAS;
}
