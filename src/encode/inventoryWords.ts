// A record of the inventory in words: its form, ages, dates, reach; what is not stated reads "not known".
import { type AgeRange, ALL_AGES, OPEN_END, sameAges } from '../domain/ages.ts';
import type { Inventory, RecordStatus, Service, SpatialForm } from '../domain/intervention.ts';
import { inWords, NOT_KNOWN, whole } from './numbers.ts';
import { monthShort } from './words.ts';

const FORM: Record<SpatialForm, string> = {
  site: 'site',
  'institution network': 'institution',
  area: 'area',
  region: 'region',
  person: 'person',
};

export function formWord(form: SpatialForm): string {
  return FORM[form];
}

const FORM_MEANING: Record<SpatialForm, string> = {
  site: 'Site: reaches the people around it',
  'institution network': 'Institution network: each school or practice is a site',
  area: 'Area: reaches the people of the listed areas equally',
  region: 'Region: reaches everyone equally',
  person: 'Person: follows people; no point on the map',
};

export function formMeaning(form: SpatialForm): string {
  return FORM_MEANING[form];
}

/** "11–24", "16+", "all" */
export function agesShort(ages: AgeRange): string {
  if (sameAges(ages, ALL_AGES)) return 'all';
  return ages.to >= OPEN_END ? `${ages.from}+` : `${ages.from}–${ages.to}`;
}

/** "Oct 2019", "1 Oct 2019", "not known" */
export function dateShort(date: string | null): string {
  if (date === null) return NOT_KNOWN;
  return date.length > 7 ? `${Number(date.slice(8, 10))} ${monthShort(date.slice(0, 7))}` : monthShort(date);
}

export function pounds(value: number | null): string {
  return value === null || Number.isNaN(value) ? NOT_KNOWN : `£${whole(value)}`;
}

/** How far a record reaches, in a few words. */
export function reachWords(service: Service, catchment: number): string {
  switch (service.form) {
    case 'site':
    case 'institution network':
      return service.lon === null ? 'no point' : `${Number((catchment / 1000).toFixed(1))} km`;
    case 'area':
      if (service.areas.length === 0) return NOT_KNOWN;
      return service.areas.length === 1 ? 'one area' : `${service.areas.length} areas`;
    case 'region':
      return 'whole region';
    case 'person':
      return 'follows people';
  }
}

/** True where a record, or a statement that a list is complete, is invented: every view that counts them says so. */
export function holdsIllustrative(inventory: Inventory | null): boolean {
  return (
    inventory !== null &&
    [...inventory.services, ...inventory.complete].some((record) => record.status === 'illustrative')
  );
}

/** "It holds five documented records and 87 invented ones." */
export function inventedCount({ services }: Inventory): string {
  const invented = services.filter((s) => s.status === 'illustrative').length;
  const documented = services.filter((s) => s.status === 'documented').length;
  const real =
    documented === 0
      ? ''
      : `${inWords(documented)} documented ${documented === 1 ? 'record' : 'records'} and `;
  return `It holds ${real}${inWords(invented)} invented ${invented === 1 ? 'one' : 'ones'}.`;
}

const STATUS: Record<RecordStatus, string> = {
  documented: 'documented',
  illustrative: 'illustrative: invented, no evidence',
  own: 'your own',
};

export function statusWords(status: RecordStatus): string {
  return STATUS[status];
}
