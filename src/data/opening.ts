// The opening: what the first question needs of a release, packed into one file; the same figures as its tables.
import * as z from 'zod/mini';
import type { AgeBand } from '../domain/ages.ts';
import type { Areas, Level } from '../domain/area.ts';
import type { Dataset, MonthlyCounts } from '../domain/dataset.ts';
import type { Inventory } from '../domain/intervention.ts';
import { DamagedRelease } from './damage.ts';
import { type Packed, pack, unpack } from './packing.ts';
import { inventorySchema, measuresSchema, programmesSchema } from './schema.ts';

export const OPENING_PATH = 'opening.json';

export interface Opening
  extends Pick<
    Dataset,
    | 'authorities'
    | 'wards'
    | 'lsoas'
    | 'shares'
    | 'residents'
    | 'bands'
    | 'counts'
    | 'measures'
    | 'programmes'
  > {
  readonly documented: Inventory;
}

const packed = z.object({ least: z.number(), per: z.number(), digits: z.string() });
const areas = z.object({
  code: z.array(z.string()),
  /** LSOAs go by their codes until their names are loaded. */
  name: z.optional(z.array(z.string())),
  authority: packed,
  lon: packed,
  lat: packed,
  km2: packed,
  border: packed,
});
const openingSchema = z.object({
  authorities: z.array(z.object({ code: z.string(), name: z.string() })),
  wards: areas,
  lsoas: areas,
  shares: z.object({ rows: z.number(), lsoa: packed, ward: packed, parts: packed }),
  /** Residents less the sum of the bands: small numbers pack best. */
  beyondBands: packed,
  bands: z.array(z.object({ ages: z.object({ from: z.number(), to: z.number() }), people: packed })),
  counts: z.record(z.string(), packed),
  measures: measuresSchema,
  programmes: programmesSchema,
  documented: inventorySchema,
});
type PackedOpening = z.infer<typeof openingSchema>;

/** Decimal places of the release's tables: degrees, and square kilometres. */
const DEGREE_PLACES = 5;
const AREA_PLACES = 4;

/** The file's text. */
export function encodeOpening(opening: Opening): string {
  const { authorities, shares, measures, programmes, documented } = opening;
  const value: PackedOpening = {
    authorities: [...authorities],
    wards: packAreas(opening.wards),
    lsoas: { ...packAreas(opening.lsoas), name: undefined },
    shares: {
      rows: shares.lsoa.length,
      lsoa: pack(shares.lsoa),
      ward: pack(shares.ward),
      parts: pack(shares.parts),
    },
    beyondBands: pack(opening.residents.map((r, i) => r - inBands(opening.bands, i))),
    bands: opening.bands.map(({ ages, people }) => ({ ages, people: pack(people) })),
    counts: Object.fromEntries([...opening.counts].map(([type, counts]) => [type, pack(counts)])),
    measures: measures.map((measure) => ({
      ...measure,
      crimeTypes: measure.crimeTypes && [...measure.crimeTypes],
    })),
    programmes: [...programmes],
    documented: {
      ...documented,
      services: documented.services.map((service) => ({ ...service, areas: [...service.areas] })),
      complete: [...documented.complete],
    },
  };
  return `${JSON.stringify(value)}\n`;
}

/** `months` is how many months the release has; `file` is named by what is wrong. */
export function decodeOpening(value: unknown, file: string, months: number): Opening {
  const result = openingSchema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new DamagedRelease(file, `${issue.path.join('.') || 'the file'} is not as a release has it`);
  }
  const { authorities, wards, lsoas, shares, beyondBands, bands, counts, measures, programmes, documented } =
    result.data;
  const read = (what: string, column: Packed, length: number) => {
    const values = unpack(column, length);
    if (!values) throw new DamagedRelease(file, `${what} are not ${length} figures`);
    return values;
  };
  const areasOf = (level: Level, one: typeof wards): Areas => {
    const column = (what: 'authority' | 'lon' | 'lat' | 'km2' | 'border') =>
      read(`${level} ${what}`, one[what], one.code.length);
    return {
      level,
      code: one.code,
      name: one.name ?? one.code,
      authority: Uint8Array.from(column('authority')),
      lon: column('lon'),
      lat: column('lat'),
      km2: column('km2'),
      border: Uint8Array.from(column('border')),
    };
  };
  const size = lsoas.code.length;
  const people = bands.map((band) => ({
    ages: band.ages,
    people: read(`people from ${band.ages.from}`, band.people, size),
  }));
  return {
    authorities,
    wards: areasOf('ward', wards),
    lsoas: areasOf('lsoa', lsoas),
    shares: {
      lsoa: Uint16Array.from(read('shares', shares.lsoa, shares.rows)),
      ward: Uint8Array.from(read('shares', shares.ward, shares.rows)),
      parts: Uint16Array.from(read('shares', shares.parts, shares.rows)),
    },
    residents: read('residents', beyondBands, size).map((beyond, i) => beyond + inBands(people, i)),
    bands: people,
    counts: new Map(
      Object.entries(counts).map(([type, column]): [string, MonthlyCounts] => [
        type,
        Uint16Array.from(read(`counts of ${type}`, column, size * months)),
      ]),
    ),
    measures,
    programmes,
    documented,
  };
}

function inBands(bands: readonly AgeBand[], i: number): number {
  return bands.reduce((sum, band) => sum + band.people[i], 0);
}

function packAreas(areas: Areas): PackedOpening['wards'] {
  return {
    code: [...areas.code],
    name: [...areas.name],
    authority: pack(areas.authority),
    lon: pack(areas.lon, DEGREE_PLACES),
    lat: pack(areas.lat, DEGREE_PLACES),
    km2: pack(areas.km2, AREA_PLACES),
    border: pack(areas.border),
  };
}
