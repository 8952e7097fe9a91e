// The order and choice of records: what they can be sorted by, and which ones words find.
import type { Service } from '../../domain/intervention.ts';

export interface RecordColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'date';
  /** What it is sorted by; null comes last whichever way. */
  readonly key: (s: Service) => string | number | null;
}

export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

export function recordColumns(programme: (s: Service) => string): readonly RecordColumn[] {
  return [
    { id: 'programme', label: 'Programme', kind: 'text', key: programme },
    { id: 'organisation', label: 'Organisation', kind: 'text', key: (s) => s.organisation },
    { id: 'place', label: 'Where', kind: 'text', key: (s) => s.place },
    { id: 'form', label: 'Form', kind: 'text', key: (s) => s.form },
    { id: 'ages', label: 'Ages', kind: 'number', key: (s) => s.ages.from },
    { id: 'capacity', label: 'Places a year', kind: 'number', key: (s) => s.capacity },
    { id: 'cost', label: 'Cost a year', kind: 'number', key: (s) => s.cost },
    { id: 'start', label: 'From', kind: 'date', key: (s) => s.start },
    { id: 'end', label: 'To', kind: 'date', key: (s) => s.end },
    { id: 'verified', label: 'Last verified', kind: 'date', key: (s) => s.lastVerified },
    { id: 'status', label: 'Status', kind: 'text', key: (s) => s.status },
    { id: 'confidence', label: 'Confidence', kind: 'number', key: (s) => s.confidence },
  ];
}

/** What comes first, in words, ascending and descending. */
export const WAYS: Record<RecordColumn['kind'], readonly [string, string]> = {
  text: ['A to Z', 'Z to A'],
  number: ['least first', 'most first'],
  date: ['earliest first', 'latest first'],
};

/** Which way a column is sorted before the reader turns it round: what is largest is looked for first. */
export const startsDescending = ({ kind }: RecordColumn) => kind === 'number';

/** Rows by a column; what is not known comes last whichever way it is sorted. */
export function sortedServices(
  services: readonly Service[],
  key: (s: Service) => string | number | null,
  descending: boolean,
): Service[] {
  const way = descending ? -1 : 1;
  return services
    .map((service, at) => ({ service, at, k: key(service) }))
    .sort((a, b) => {
      if (a.k === null || b.k === null) return Number(a.k === null) - Number(b.k === null) || a.at - b.at;
      const order =
        typeof a.k === 'number' && typeof b.k === 'number'
          ? a.k - b.k
          : String(a.k).localeCompare(String(b.k), 'en-GB');
      return way * order || a.at - b.at;
    })
    .map(({ service }) => service);
}

/** Records every word occurs in, in programme, organisation, place, authority or status; all of them for no words. */
export function foundServices(
  services: readonly Service[],
  words: string,
  programme: (s: Service) => string,
  authority: (s: Service) => string = () => '',
): readonly Service[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return services;
  return services.filter((s) => {
    const text = `${programme(s)} ${s.organisation} ${s.place} ${authority(s)} ${s.status}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
