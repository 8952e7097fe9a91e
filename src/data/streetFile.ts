// Police.uk monthly street files: what they look like, and how the rows of one are accounted for.

/** The columns as the publisher writes them. */
export const STREET_COLUMNS = [
  'Crime ID',
  'Month',
  'Reported by',
  'Falls within',
  'Longitude',
  'Latitude',
  'Location',
  'LSOA code',
  'LSOA name',
  'Crime type',
  'Last outcome category',
  'Context',
] as const;

export type StreetColumn = (typeof STREET_COLUMNS)[number];

export const CRIME_TYPES: readonly string[] = [
  'Anti-social behaviour',
  'Bicycle theft',
  'Burglary',
  'Criminal damage and arson',
  'Drugs',
  'Other crime',
  'Other theft',
  'Possession of weapons',
  'Public order',
  'Robbery',
  'Shoplifting',
  'Theft from the person',
  'Vehicle crime',
  'Violence and sexual offences',
];

/** Why a row does not count. */
export type StreetReason =
  | 'row not whole'
  | 'month not readable'
  | 'month not asked for'
  | 'month and force read before, from another file'
  | 'crime type not known'
  | 'no LSOA'
  | 'outside the unit'
  | 'split LSOA without a point'
  | 'LSOA not known in earlier months';

export interface RowAccount {
  /** Rows below the header = used + every reason of setAside. */
  readonly rowsRead: number;
  readonly used: number;
  readonly setAside: Readonly<Partial<Record<StreetReason, number>>>;
}

export interface FileAccount extends RowAccount {
  readonly name: string;
  /** In words, why the file as a whole is not used; empty where it is. */
  readonly refused: string;
  /** Of those read: rows without Crime ID, for the most part anti-social behaviour. They are genuine and count. */
  readonly withoutCrimeId: number;
  /** Of those used: the code of an LSOA 2011 that was merged or renamed. */
  readonly recoded: number;
  /** Of those used: given to a part of a split LSOA 2011 by its point. */
  readonly placedByPoint: number;
  readonly months: readonly string[];
  readonly forces: readonly string[];
}

/** Empty where a header is that of a street file, else what is missing, in words. */
export function streetHeaderFault(header: readonly string[]): string {
  const cells = header.map(cleanHeader);
  const missing = STREET_COLUMNS.filter((column) => !cells.includes(column));
  if (missing.length === 0) return '';
  const list =
    missing.length > 4
      ? `${missing.length} of its 12 columns`
      : missing.map((name) => `“${name}”`).join(', ');
  return `it is no police.uk street file: the header lacks ${list}`;
}

export function cleanHeader(cell: string): string {
  return cell
    .replace(/^\ufeff/, '')
    .replaceAll('"', '')
    .trim();
}

/** True where a text begins with the header of a street file. */
export function isStreetFile(start: string): boolean {
  return streetHeaderFault(start.split(/\r?\n/, 1)[0].split(',')) === '';
}

/** The figures of several files as one. */
export function wholeAccount(files: readonly RowAccount[]): RowAccount {
  const setAside: Partial<Record<StreetReason, number>> = {};
  let rowsRead = 0;
  let used = 0;
  for (const file of files) {
    rowsRead += file.rowsRead;
    used += file.used;
    for (const [reason, rows] of Object.entries(file.setAside) as [StreetReason, number][])
      setAside[reason] = (setAside[reason] ?? 0) + rows;
  }
  return { rowsRead, used, setAside };
}

/** "8,412 rows read = 7,905 used + 507 set aside (no LSOA 507)". */
export function accountSentence(account: RowAccount): string {
  const figure = (n: number) => n.toLocaleString('en-GB');
  const reasons = Object.entries(account.setAside).sort((a, b) => b[1] - a[1]);
  const aside = reasons.reduce((total, [, rows]) => total + rows, 0);
  const list = reasons.map(([reason, rows]) => `${reason} ${figure(rows)}`).join(', ');
  const end = list ? ` (${list})` : '';
  return `${figure(account.rowsRead)} rows read = ${figure(account.used)} used + ${figure(aside)} set aside${end}`;
}
