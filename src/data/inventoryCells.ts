// Reads single cells of an inventory row: numbers, dates, ages, codes, points; each fault with its remedy.
import { OPEN_END } from '../domain/ages.ts';
import { lastDay } from '../domain/month.ts';
import { isFormulaLike, rearm } from './csvOut.ts';
import { type Fault, shown } from './fault.ts';
import { type FaultNames, FILE_NAMES } from './faultNames.ts';
import type { InventoryColumn } from './inventoryColumns.ts';

/** One row being read: cells by column name, faults gathered as they are met. */
export class InventoryCells {
  readonly faults: Fault[] = [];
  readonly #row: number;
  readonly #raw: (column: InventoryColumn) => string;
  readonly #names: FaultNames;

  constructor(row: number, raw: (column: InventoryColumn) => string, names: FaultNames = FILE_NAMES) {
    this.#row = row;
    this.#raw = raw;
    this.#names = names;
  }

  /** A column as the reader of the fault knows it. */
  called(column: InventoryColumn): string {
    return this.#names.column(column);
  }

  get broken(): boolean {
    return this.faults.some((fault) => fault.setAside);
  }

  fault(field: InventoryColumn | '', problem: string, remedy: string, setAside = true): void {
    this.faults.push({ row: this.#row, field, problem, remedy, setAside });
  }

  /** Free text as it was written; never run, never read as markup. */
  text(column: InventoryColumn): string {
    const raw = this.#raw(column);
    if (isFormulaLike(raw) && rearm(raw) === raw)
      this.fault(
        column,
        `${shown(raw)} begins like a spreadsheet formula; it is kept as plain text`,
        'Nothing needs doing: files written here put an apostrophe before it',
        false,
      );
    return rearm(raw);
  }

  word(column: InventoryColumn): string {
    return rearm(this.#raw(column)).trim();
  }

  /** One of a list; empty gives the fallback. */
  choice<T extends string>(column: InventoryColumn, choices: readonly T[], fallback: T): T {
    const word = this.word(column);
    if (word === '') return fallback;
    const found = choices.find((choice) => choice === word.toLowerCase());
    if (found) return found;
    this.fault(column, `${shown(word)} is not known here`, `Write one of: ${choices.join(', ')}`);
    return fallback;
  }

  /** A number from `least` on; empty is null, not known. */
  number(column: InventoryColumn, least: number, most: number): number | null {
    const word = this.word(column);
    if (word === '') return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(word)) {
      this.fault(
        column,
        `${shown(word)} is not a number`,
        'Write digits with a point, no unit and no comma; leave it empty where it is not known',
      );
      return null;
    }
    const value = Number(word);
    if (value >= least && value <= most) return value;
    const range = most === Infinity ? `${least} or more` : `between ${least} and ${most}`;
    this.fault(column, `${shown(word)} is outside what can be`, `Write a number ${range}`);
    return null;
  }

  ages(): { from: number; to: number } {
    const from = this.number('age_from', 0, OPEN_END) ?? 0;
    const to = this.number('age_to', 0, OPEN_END) ?? OPEN_END;
    if (!Number.isInteger(from) || !Number.isInteger(to))
      this.fault('age_from', 'ages are in whole years', 'Write completed years, such as 11 and 24');
    if (from > to)
      this.fault('age_to', `it is below ${this.called('age_from')} (${from})`, 'Exchange the two ages');
    return { from, to };
  }

  /** YYYY-MM-DD or YYYY-MM; empty is null, not known. */
  date(column: 'start' | 'end' | 'last_verified'): string | null {
    const word = this.word(column);
    if (word === '') return null;
    if (isDate(word)) return word;
    this.fault(column, `${shown(word)} is not a date`, 'Write 2026-03-31 or 2026-03');
    return null;
  }

  /** Start and end of the service; it cannot end before it starts. */
  span(): { start: string | null; end: string | null } {
    const start = this.date('start');
    const end = this.date('end');
    if (start && end && firstDayOf(start) > lastDayOf(end))
      this.fault('end', `it ends (${end}) before it starts (${start})`, 'Correct one of the two dates');
    return { start, end };
  }

  /** GSS codes separated by semicolons; with a list of known codes, only those. */
  codes(column: 'areas', known: ReadonlySet<string> | null): string[] {
    const codes = this.word(column)
      .split(';')
      .map((code) => code.trim())
      .filter(Boolean);
    for (const code of codes) {
      if (!/^[EWSN]\d{8}$/.test(code))
        this.fault(column, `${shown(code)} is not a GSS code`, 'Write codes such as E05011118; E08000025');
      else if (known && !known.has(code))
        this.fault(
          column,
          `${code} is not a ward, LSOA or authority of this release`,
          'Use the codes of the boundaries shown on the page; older ward codes have changed',
        );
    }
    return codes;
  }
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (!match) return false;
  const month = Number(match[2]);
  if (month < 1 || month > 12) return false;
  return match[3] === undefined || (match[3] >= '01' && text <= lastDay(text.slice(0, 7)));
}

function firstDayOf(date: string): string {
  return date.length === 7 ? `${date}-01` : date;
}

function lastDayOf(date: string): string {
  return date.length === 7 ? lastDay(date) : date;
}
