// The fields of a record's form: what each is called, what is said of it, and in which group it stands.
import type { InventoryColumn } from '../../data/inventoryColumns.ts';

export interface FieldSpec {
  readonly column: InventoryColumn;
  readonly label: string;
  readonly hint?: string;
  readonly wide?: boolean;
  readonly mode?: 'decimal' | 'numeric';
}

export const WHERE: readonly FieldSpec[] = [
  { column: 'lon', label: 'Longitude', hint: 'degrees, such as −1.9', mode: 'decimal' },
  { column: 'lat', label: 'Latitude', hint: 'degrees, such as 52.48', mode: 'decimal' },
  {
    column: 'areas',
    label: 'Areas',
    hint: 'GSS codes, separated by “;”, for the form “area”',
    wide: true,
  },
];

export const GROUPS: readonly { legend: string; fields: readonly FieldSpec[] }[] = [
  {
    legend: 'Who it is for',
    fields: [
      { column: 'age_from', label: 'Ages from', mode: 'numeric' },
      { column: 'age_to', label: 'Ages to', hint: 'empty: and over', mode: 'numeric' },
      { column: 'eligibility', label: 'Eligibility beyond age', wide: true },
    ],
  },
  {
    legend: 'How much, and for how long',
    fields: [
      { column: 'capacity', label: 'Places a year', hint: 'empty: not known', mode: 'decimal' },
      { column: 'cost', label: 'Cost, £ a year', hint: 'empty: not known', mode: 'decimal' },
      { column: 'start', label: 'Funded from', hint: '2025-04 or 2025-04-01' },
      { column: 'end', label: 'Funded to', hint: 'empty: not known' },
    ],
  },
  {
    legend: 'How it is known',
    fields: [
      { column: 'last_verified', label: 'Last verified', hint: '2026-03' },
      { column: 'confidence', label: 'Confidence', hint: '0 to 1', mode: 'decimal' },
      { column: 'source', label: 'Source', wide: true },
      { column: 'evidence', label: 'Rating of the evidence', wide: true },
      { column: 'lineage', label: 'Builds on', wide: true },
      { column: 'notes', label: 'Notes', wide: true },
    ],
  },
];

/** The label of every field, as a fault names it. */
export const LABELS: ReadonlyMap<string, string> = new Map([
  ['programme', 'Programme'],
  ['tier', 'Tier'],
  ['form', 'Form'],
  ['status', 'Status'],
  ...[...WHERE, ...GROUPS.flatMap((g) => g.fields)].map((f): [string, string] => [f.column, f.label]),
]);
