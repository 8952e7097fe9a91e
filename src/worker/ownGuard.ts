// Two showings of the same counts side by side could give away what each withholds: what may be shown beside what was shown before.
import type { Level } from '../domain/area.ts';
import type { Counted, OwnRule, OwnTable } from '../domain/ownCounts.ts';
import type { Shown } from '../engine/ownProtection.ts';

/** How counts were shown: by which areas, and what of their periods. */
interface Manner {
  readonly label: string;
  readonly by: Level;
  readonly counted: Counted;
  readonly rule: OwnRule;
}

export interface Showing extends Manner {
  readonly id: string;
  /** Every count of the file, by area and period. */
  readonly raw: Float64Array;
  readonly shown: Shown;
}

interface Forgotten extends Manner {
  readonly fingerprint: string;
}

export interface OwnKept {
  readonly tables: Map<string, OwnTable>;
  /** Every showing of this visit, so that two of them do not give away what each withholds. */
  shown: Showing[];
  /** Of counts that were forgotten: no count, only enough to know them again. */
  forgotten: Forgotten[];
}

const keyOf = (counted: Counted) =>
  counted.kind === 'some' ? `some ${counted.from} ${counted.to}` : counted.kind;

const sameRule = (a: OwnRule, b: OwnRule) => a.threshold === b.threshold && a.base === b.base;

const mannerText = ({ by, counted }: Pick<Manner, 'by' | 'counted'>) =>
  `by ${by === 'ward' ? 'ward' : 'LSOA'}${{ sum: '', each: ', each period by itself', some: ', some of its periods' }[counted.kind]}`;

/** Two runs of periods have no count in common where one ends before the other begins. */
const apart = (a: Counted, b: Counted) =>
  a.kind === 'some' && b.kind === 'some' && (a.to < b.from || b.to < a.from);

/** FNV-1a over the bytes, twice with different starts: enough to know the same counts again, and none of them can be read from it. */
function fingerprint(raw: Float64Array): string {
  const bytes = new Uint8Array(raw.buffer, raw.byteOffset, raw.byteLength);
  const hash = (start: number) => {
    let h = start;
    for (const byte of bytes) h = Math.imul(h ^ byte, 0x01000193);
    return (h >>> 0).toString(16);
  };
  return `${raw.length} ${hash(0x811c9dc5)} ${hash(0x12345677)}`;
}

export function sameCounts(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((v, i) => Object.is(v, b[i]));
}

function refuse(how: Pick<Manner, 'by' | 'counted'>, before: Pick<Manner, 'by' | 'counted'>): never {
  throw new RangeError(
    `These counts were shown ${mannerText(before)} already. Shown ${mannerText(how)} as well, withheld ones could be worked out. Keep to the first, or reload the page to begin again.`,
  );
}

/**
 * The last showing of the same counts, or of counts of the same name, which the next has to mind; null where there is none. RangeError
 * where the wished-for showing beside an earlier one could give a withheld count away.
 */
export function minded(
  kept: OwnKept,
  wished: Manner & { readonly raw: Float64Array },
): Pick<Showing, 'raw' | 'rule' | 'shown'> | null {
  const before = kept.shown.filter((s) => s.label === wished.label || sameCounts(s.raw, wished.raw));
  const other = before.find(
    (s) =>
      s.by !== wished.by || (keyOf(s.counted) !== keyOf(wished.counted) && !apart(s.counted, wished.counted)),
  );
  if (other) refuse(wished, other);
  const print = kept.forgotten.length > 0 ? fingerprint(wished.raw) : '';
  const once = kept.forgotten.find(
    (f) =>
      f.fingerprint === print &&
      !apart(f.counted, wished.counted) &&
      (f.by !== wished.by || keyOf(f.counted) !== keyOf(wished.counted) || !sameRule(f.rule, wished.rule)),
  );
  if (once)
    throw new RangeError(
      `These counts were shown ${mannerText(once)} before they were forgotten, with 1 to ${once.rule.threshold} withheld and the rest rounded to ${once.rule.base}. Shown in another way, withheld ones could be worked out. Bring them in the same way, or reload the page to begin again.`,
    );
  const same = before.filter((s) => keyOf(s.counted) === keyOf(wished.counted));
  return same[same.length - 1] ?? null;
}

/** Forgets every count; what remains says only how they were shown. */
export function forgetAll(kept: OwnKept): void {
  const gone = kept.shown.map(({ label, by, counted, rule, raw }) => ({
    label,
    by,
    counted,
    rule,
    fingerprint: fingerprint(raw),
  }));
  kept.forgotten = [...kept.forgotten, ...gone];
  kept.shown = [];
  kept.tables.clear();
}
