// The reader's own counts month by month: what may be drawn beside the sums that are shown by area.
import type { Level } from '../domain/area.ts';
import { monthNumber, monthsOf } from '../domain/month.ts';
import type { OwnMonths, OwnRule } from '../domain/ownCounts.ts';
import { type OwnProtected, protectOwnPeriods } from './ownProtection.ts';

/** The months of a file, in order, and the areas' authorities. */
interface Setting {
  /** YYYY-MM, in order; months may be missing between. */
  readonly keys: readonly string[];
  /** Index of each area's authority. */
  readonly authority: ArrayLike<number>;
  readonly authorities: number;
}

/** Columns of the file's months set into every month from the first to the last; those not in the file are NaN. */
function spread(keys: readonly string[], values: ArrayLike<number>, rows: number): Float64Array {
  const first = monthNumber(keys[0]);
  const all = monthNumber(keys[keys.length - 1]) - first + 1;
  const out = new Float64Array(rows * all).fill(Number.NaN);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < keys.length; j++)
      out[i * all + monthNumber(keys[j]) - first] = values[i * keys.length + j];
  return out;
}

function assembled(
  { keys }: Setting,
  region: Float64Array,
  byAuthority: Float64Array,
  byArea: OwnMonths['byArea'],
): OwnMonths {
  const held = new Set(keys);
  const months = monthsOf({ from: keys[0], to: keys[keys.length - 1] });
  return {
    months,
    inFile: Uint8Array.from(months, (m) => (held.has(m) ? 1 : 0)),
    byArea,
    byAuthority: spread(keys, byAuthority, byAuthority.length / keys.length),
    region: spread(keys, region, 1),
  };
}

/** Authorities in rising order, as the protected table numbers its groups. */
const seatsOf = ({ authority }: Setting) => [...new Set(Array.from(authority))].sort((a, b) => a - b);

/**
 * Each month by area, authority and region, from a table that was protected with all of them. A sum over areas is known only for a
 * month that every area with any month has: sums over other areas are not compared.
 * @param counts as they were given to be protected.
 */
export function monthsOfEach(
  shown: OwnProtected,
  counts: Float64Array,
  setting: Setting,
  level: Level,
): OwnMonths {
  const { keys, authority, authorities } = setting;
  const n = keys.length;
  const rows = authority.length;
  const lacking = (inside: (row: number) => boolean, month: number): boolean => {
    for (let i = 0; i < rows; i++) {
      if (!inside(i) || !Number.isNaN(counts[i * n + month])) continue;
      if (counts.subarray(i * n, (i + 1) * n).some((c) => !Number.isNaN(c))) return true;
    }
    return false;
  };
  const byAuthority = new Float64Array(authorities * n).fill(Number.NaN);
  seatsOf(setting).forEach((a, g) => {
    const here = (row: number) => authority[row] === a;
    const any = counts.some((c, k) => here(Math.floor(k / n)) && !Number.isNaN(c));
    for (let m = 0; any && m < n; m++) if (!lacking(here, m)) byAuthority[a * n + m] = shown.groups[g][m];
  });
  const region = shown.region.map((value, m) => (lacking(() => true, m) ? Number.NaN : value));
  const byArea = new Float64Array(rows * n);
  shown.levels.forEach((l, m) => {
    for (let i = 0; i < rows; i++) byArea[i * n + m] = l.counts[i];
  });
  return assembled(setting, region, byAuthority, { [level]: spread(keys, byArea, rows) });
}

/**
 * Month by month for authorities and region, beside sums by area that are shown already. Those sums and these months have only the
 * totals of authorities and region in common: while all of these are shown, neither says more of the other's withheld counts. Where
 * one of them is withheld, only the region's months are told, or nothing: null.
 * @param counts by area and month; areas that lack a month are in no sum.
 * @param totalsWithheld whether the sums by area keep back the total of an authority or the region.
 */
export function monthsBesideSum(
  counts: Float64Array,
  setting: Setting,
  rule: OwnRule,
  totalsWithheld: boolean,
): OwnMonths | null {
  if (totalsWithheld) return null;
  const { keys, authority, authorities } = setting;
  const n = keys.length;
  const seats = seatsOf(setting);
  const sums = new Float64Array(seats.length * n);
  for (let i = 0; i < authority.length; i++) {
    const row = counts.subarray(i * n, (i + 1) * n);
    if (row.some((c) => Number.isNaN(c))) continue;
    const seat = seats.indexOf(authority[i]);
    row.forEach((c, m) => {
      sums[seat * n + m] += c;
    });
  }
  const held = protectOwnPeriods(sums, n, new Uint8Array(seats.length), rule);
  const byAuthority = new Float64Array(authorities * n).fill(Number.NaN);
  if (!held.totalsWithheld && !held.sum.suppressed.some((s) => s === 1)) {
    held.levels.forEach((l, m) => {
      seats.forEach((a, seat) => {
        byAuthority[a * n + m] = l.counts[seat];
      });
    });
    return assembled(setting, held.region, byAuthority, {});
  }
  const whole = Float64Array.from(keys, (_, m) => seats.reduce((sum, __, g) => sum + sums[g * n + m], 0));
  const region = protectOwnPeriods(whole, n, [0], rule);
  if (region.totalsWithheld || region.sum.suppressed[0] === 1) return null;
  return assembled(setting, region.region, byAuthority, {});
}

/** Public records month by month, as they are. @param counts by area and month of each level. */
export function openMonths(
  counts: Readonly<Record<Level, Float64Array>>,
  setting: Setting & { readonly level: Level },
): OwnMonths {
  const { keys, authority, authorities, level } = setting;
  const n = keys.length;
  const byAuthority = new Float64Array(authorities * n);
  const region = new Float64Array(n);
  const held = new Uint8Array(authorities);
  for (let i = 0; i < authority.length; i++)
    for (let m = 0; m < n; m++) {
      const c = counts[level][i * n + m];
      if (Number.isNaN(c)) continue;
      held[authority[i]] = 1;
      byAuthority[authority[i] * n + m] += c;
      region[m] += c;
    }
  const known = byAuthority.map((c, k) => (held[Math.floor(k / n)] ? c : Number.NaN));
  const byArea = {
    ward: spread(keys, counts.ward, counts.ward.length / n),
    lsoa: spread(keys, counts.lsoa, counts.lsoa.length / n),
  };
  return assembled(setting, region, known, byArea);
}
