// Counts the crimes of street files by type, month and LSOA, in pieces, and accounts for every row.
import { isMonth } from '../domain/month.ts';
import { type LsoaUnit, placeCrime } from './lsoaUnit.ts';
import { StreamedRows } from './streamedRows.ts';
import {
  CRIME_TYPES,
  cleanHeader,
  type FileAccount,
  STREET_COLUMNS,
  type StreetColumn,
  type StreetReason,
  streetHeaderFault,
} from './streetFile.ts';

export interface StreetFile {
  readonly name: string;
  /** The text in order, cut anywhere. */
  readonly pieces: AsyncIterable<string>;
}

/** Crime type → month → LSOA → crimes. */
export type CrimesByPlace = Map<string, Map<string, Map<string, number>>>;

export interface StreetCounts {
  readonly counts: CrimesByPlace;
  /** Months with at least one crime counted, in order. */
  readonly months: readonly string[];
  readonly files: readonly FileAccount[];
}

export interface StreetOptions {
  /** Without a unit, crimes count under the code they carry, whatever its vintage. */
  readonly unit?: LsoaUnit;
  /** Without it, every month counts. */
  readonly wanted?: (month: string) => boolean;
  /** Called after each piece, so that a page can draw and a command can report. */
  readonly breathe?: (file: string, rowsRead: number) => void | Promise<void>;
}

/** What a tally has so far, as plain data: long runs are kept and taken up again. */
export interface TallyState {
  readonly counts: readonly (readonly [type: string, month: string, lsoa: string, crimes: number])[];
  readonly seen: readonly (readonly [monthAndForce: string, file: string])[];
  readonly files: readonly FileAccount[];
}

/**
 * Counts file after file. A force's month that an earlier file held is set aside, so that a file chosen twice does not count
 * twice; rows without Crime ID are genuine and count.
 */
export class StreetTally {
  readonly #counts: CrimesByPlace = new Map();
  /** Month and force → the file that brought them. */
  readonly #seen: Map<string, string>;
  readonly #files: FileAccount[];
  readonly #options: StreetOptions;

  constructor(options: StreetOptions = {}, before: TallyState = { counts: [], seen: [], files: [] }) {
    this.#options = options;
    this.#seen = new Map(before.seen);
    this.#files = [...before.files];
    for (const [type, month, lsoa, crimes] of before.counts) addTo(this.#counts, type, month, lsoa, crimes);
  }

  async add(file: StreetFile): Promise<FileAccount> {
    const tally = new FileTally(this.#counts, this.#seen, `${this.#files.length}`, this.#options);
    const rows = new StreamedRows();
    for await (const piece of file.pieces) {
      tally.take(rows.push(piece));
      if (tally.refused) break;
      await this.#options.breathe?.(file.name, tally.rowsRead);
    }
    tally.take(rows.end());
    const account = tally.account(file.name);
    this.#files.push(account);
    return account;
  }

  result(): StreetCounts {
    const months = new Set([...this.#counts.values()].flatMap((byMonth) => [...byMonth.keys()]));
    return { counts: this.#counts, months: [...months].sort(), files: this.#files };
  }

  state(): TallyState {
    const counts: [string, string, string, number][] = [];
    for (const [type, byMonth] of this.#counts)
      for (const [month, byLsoa] of byMonth)
        for (const [lsoa, crimes] of byLsoa) counts.push([type, month, lsoa, crimes]);
    return { counts, seen: [...this.#seen], files: [...this.#files] };
  }
}

/** Counts over all files. */
export async function countStreetFiles(
  files: Iterable<StreetFile> | AsyncIterable<StreetFile>,
  options: StreetOptions = {},
): Promise<StreetCounts> {
  const tally = new StreetTally(options);
  for await (const file of files) await tally.add(file);
  return tally.result();
}

class FileTally {
  refused = '';
  rowsRead = 0;
  #used = 0;
  #withoutCrimeId = 0;
  #recoded = 0;
  #placedByPoint = 0;
  #width = 0;
  #at: Record<StreetColumn, number> | null = null;
  readonly #setAside: Partial<Record<StreetReason, number>> = {};
  readonly #months = new Set<string>();
  readonly #forces = new Set<string>();
  readonly #counts: CrimesByPlace;
  readonly #seen: Map<string, string>;
  readonly #file: string;
  readonly #options: StreetOptions;

  constructor(counts: CrimesByPlace, seen: Map<string, string>, file: string, options: StreetOptions) {
    this.#counts = counts;
    this.#seen = seen;
    this.#file = file;
    this.#options = options;
  }

  take(rows: readonly string[][]): void {
    for (const cells of rows) {
      if (this.refused) return;
      if (this.#at === null) this.#readHeader(cells);
      else if (cells.length > 1 || cells[0].trim() !== '') {
        this.rowsRead++;
        const reason = this.#count(cells, this.#at);
        if (reason === null) this.#used++;
        else this.#setAside[reason] = (this.#setAside[reason] ?? 0) + 1;
      }
    }
  }

  account(name: string): FileAccount {
    return {
      name,
      refused: this.#at === null && !this.refused ? 'the file is empty' : this.refused,
      rowsRead: this.rowsRead,
      used: this.#used,
      setAside: this.#setAside,
      withoutCrimeId: this.#withoutCrimeId,
      recoded: this.#recoded,
      placedByPoint: this.#placedByPoint,
      months: [...this.#months].sort(),
      forces: [...this.#forces].sort(),
    };
  }

  #readHeader(cells: readonly string[]): void {
    this.refused = streetHeaderFault(cells);
    this.#width = cells.length;
    const names = cells.map(cleanHeader);
    this.#at = Object.fromEntries(STREET_COLUMNS.map((name) => [name, names.indexOf(name)])) as Record<
      StreetColumn,
      number
    >;
  }

  /** Counts one row, or says why not. */
  #count(cells: readonly string[], at: Record<StreetColumn, number>): StreetReason | null {
    if (cells.length !== this.#width) return 'row not whole';
    if (cells[at['Crime ID']] === '') this.#withoutCrimeId++;
    const month = cells[at.Month];
    if (!isMonth(month)) return 'month not readable';
    const force = cells[at['Reported by']];
    this.#months.add(month);
    this.#forces.add(force);
    if (this.#options.wanted && !this.#options.wanted(month)) return 'month not asked for';
    const holder = keep(this.#seen, `${month} ${force}`, () => this.#file);
    if (holder !== this.#file) return 'month and force read before, from another file';
    const name = cells[at['Crime type']].trim();
    // The list's own string: a piece of the row would hold the whole piece of file in memory.
    const type = CRIME_TYPES.find((each) => each === name);
    if (type === undefined) return 'crime type not known';
    const published = cells[at['LSOA code']].trim();
    if (published === '') return 'no LSOA';
    const { unit } = this.#options;
    const place = unit
      ? placeCrime(unit, published, cells[at.Longitude], cells[at.Latitude])
      : { how: 'as published' as const, code: published };
    if (!('code' in place)) return place.how;
    if (place.how === 'recoded') this.#recoded++;
    if (place.how === 'by point') this.#placedByPoint++;
    addTo(this.#counts, type, month, place.code, 1);
    return null;
  }
}

function addTo(counts: CrimesByPlace, type: string, month: string, lsoa: string, crimes: number): void {
  const byMonth = keep(counts, type, () => new Map<string, Map<string, number>>());
  const byLsoa = keep(byMonth, month, () => new Map<string, number>());
  byLsoa.set(lsoa, (byLsoa.get(lsoa) ?? 0) + crimes);
}

/** What the map has at the key, made and kept where it has nothing. */
function keep<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
