// The codes of a release and what became of others, fetched when someone brings a file of their own.
import type { Dataset } from '../domain/dataset.ts';
import { type Archive, archiveOf, type Read } from './archive.ts';
import type { KnownCodes, OtherWard } from './areaCodes.ts';
import { decodeTable } from './decode.ts';
import type { LsoaUnit } from './lsoaUnit.ts';

const CHANGES = 'areas/lsoa-changes.csv';
const OTHER_WARDS = 'areas/other-wards.csv';

/** For joining own counts by code and vintage. */
export async function loadKnownCodes(read: Read, dataset: Dataset): Promise<KnownCodes> {
  const archive = archiveOf(read);
  const [lsoaChanges, otherWards] = await Promise.all([changesOf(archive), otherWardsOf(archive)]);
  return {
    wards: new Set(dataset.wards.code),
    lsoas: new Set(dataset.lsoas.code),
    authorities: new Map(dataset.authorities.map(({ code, name }) => [code, name])),
    otherWards,
    lsoaChanges,
    boundaries: dataset.release.boundaries,
  };
}

/** For counting police.uk street files by the release's LSOAs. */
export async function loadLsoaUnit(read: Read, dataset: Dataset): Promise<LsoaUnit> {
  const { code, lon, lat } = dataset.lsoas;
  return {
    codes: new Set(code),
    successors: await changesOf(archiveOf(read)),
    centres: new Map(code.map((each, k) => [each, [lon[k], lat[k]] as const])),
  };
}

async function changesOf(archive: Archive): Promise<Map<string, string[]>> {
  const { rows } = decodeTable(await archive.text(CHANGES), CHANGES, ['lsoa_2011', 'lsoa_2021']);
  const changes = new Map<string, string[]>();
  for (const [old, now] of rows) changes.set(old, [...(changes.get(old) ?? []), now]);
  return changes;
}

async function otherWardsOf(archive: Archive): Promise<Map<string, OtherWard>> {
  const header = ['code', 'name', 'authority', 'first_seen'];
  const { rows } = decodeTable(await archive.text(OTHER_WARDS), OTHER_WARDS, header);
  return new Map(rows.map(([code, name, , firstSeen]) => [code, { name, firstSeen: Number(firstSeen) }]));
}
