// What a GSS code is to a release: an area of it, a code of another year, of another kind, or of another place.
import type { Level } from '../domain/area.ts';

export interface OtherWard {
  readonly name: string;
  /** Year in which the code was first seen. */
  readonly firstSeen: number;
}

/** The codes a release knows. */
export interface KnownCodes {
  readonly wards: ReadonlySet<string>;
  readonly lsoas: ReadonlySet<string>;
  /** Names of authorities by code. */
  readonly authorities: ReadonlyMap<string, string>;
  /** Ward codes of the unit that are not of the boundaries in use. */
  readonly otherWards: ReadonlyMap<string, OtherWard>;
  /** LSOA 2011 codes that changed → LSOA 2021 codes they became. */
  readonly lsoaChanges: ReadonlyMap<string, readonly string[]>;
  /** Vintage of the ward codes in use, in words. */
  readonly boundaries: string;
}

export type CodeReading =
  | { readonly status: 'area'; readonly level: Level; readonly code: string }
  | { readonly status: 'merged'; readonly level: 'lsoa'; readonly code: string }
  | { readonly status: 'other'; readonly problem: string; readonly remedy: string };

const BY_LSOA = 'Give counts by LSOA, which carry over, or by the wards of this release';

/** Reads one cell; names are never matched, only codes. */
export function readCode(cell: string, known: KnownCodes): CodeReading {
  const code = cell.trim().toUpperCase();
  if (known.wards.has(code)) return { status: 'area', level: 'ward', code };
  if (known.lsoas.has(code)) return { status: 'area', level: 'lsoa', code };
  const parts = known.lsoaChanges.get(code);
  if (parts?.length === 1) return { status: 'merged', level: 'lsoa', code: parts[0] };
  if (parts)
    return other(
      `${code} is an LSOA of 2011 that was split into ${parts.join(' and ')} in 2021; one count cannot be shared out`,
      'Give the counts of its parts by LSOA 2021 code',
    );
  const ward = known.otherWards.get(code);
  if (ward) return otherWard(code, ward, known);
  return other(...elsewhere(cell.trim(), code, known));
}

function otherWard(code: string, ward: OtherWard, known: KnownCodes): CodeReading {
  const newest = Number(/\d{4}/.exec(known.boundaries)?.[0] ?? Number.POSITIVE_INFINITY);
  const when = ward.firstSeen > newest ? `from ${ward.firstSeen} on` : 'before its boundary changed';
  return other(
    `${code} is the code of a ward ${ward.name} ${when}; this release has ${known.boundaries}`,
    `${BY_LSOA}; the same name does not make it the same area`,
  );
}

function elsewhere(cell: string, code: string, known: KnownCodes): [problem: string, remedy: string] {
  const authority = known.authorities.get(code);
  if (authority)
    return [`${code} is an authority (${authority}); a figure for it cannot be shared out`, BY_LSOA];
  const kind = /^[EWSN]\d{8}$/.test(code) ? KINDS[code.slice(1, 3)] : undefined;
  if (kind === 'ward' || kind === 'LSOA')
    return [`${code} is a ${kind} outside this release, or of another year`, BY_LSOA];
  if (kind) return [`${code} is the code of ${kind}, neither ward nor LSOA`, BY_LSOA];
  if (cell === '') return ['the area code is empty', 'Write the GSS code of a ward or LSOA'];
  return [
    `“${cell.slice(0, 40)}” is no GSS code`,
    'Write codes such as E05011118 or E01008881: names are not enough, as wards of the same name have had several boundaries',
  ];
}

const KINDS: Readonly<Record<string, string>> = {
  '00': 'an output area',
  '01': 'LSOA',
  '02': 'a middle layer super output area',
  '05': 'ward',
  '06': 'an authority',
  '07': 'an authority',
  '08': 'an authority',
  '09': 'an authority',
  '10': 'a county',
  '12': 'a region',
  '22': 'a community safety partnership',
  '23': 'a police force area',
};

function other(problem: string, remedy: string): CodeReading {
  return { status: 'other', problem, remedy };
}
