// What a record says of where its point comes from: a site's own point, or the centre of an area that stands for it.
import type { NamedPlace } from '../../data/inventoryPlaces.ts';
import { decimals } from '../../encode/numbers.ts';

/** "Location used: Manor Hospital (hospital, Walsall), longitude −1.99891, latitude 52.58233." */
export function locationSentence({ name, sort, authority, point }: NamedPlace): string {
  if (!point) return '';
  const at = `longitude ${decimals(point.lon, 5)}, latitude ${decimals(point.lat, 5)}`;
  if (sort === 'authority')
    return `Location used: the middle of ${name} as a whole, ${at}. Write the address’s own where it is known.`;
  if (sort === 'ward')
    return `Location used: the centre of ${name}, ward in ${authority}, ${at}. Write the address’s own where it is known.`;
  return `Location used: ${name} (${sort}, ${authority}), ${at}.`;
}

/** What is kept with the record of a point that is not the address's own; empty for a site. */
export function locationNote({ name, sort, authority }: NamedPlace): string {
  if (sort === 'authority') return `The point is the middle of ${name}, not an address.`;
  return sort === 'ward' ? `The point is the centre of ${name} ward, ${authority}, not an address.` : '';
}

/** Notes with one such remark in place of an earlier one. */
export function withLocationNote(notes: string, earlier: string, remark: string): string {
  const rest = earlier === '' ? notes : notes.replace(earlier, '').trim();
  return [rest, remark].filter(Boolean).join(' ');
}
