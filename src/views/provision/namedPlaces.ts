// The places a record's point can be taken from, read from the release when they are first wanted; what cannot be read is named.
import { signal } from '@preact/signals';
import { centresIn, type NamedPlace, SITE_FILES, sitesIn, WARD_FILE } from '../../data/inventoryPlaces.ts';
import type { Catalogue } from '../../domain/catalogue.ts';

export interface NamedPlaces {
  readonly places: readonly NamedPlace[];
  /** What could not be read, in words. */
  readonly missing: readonly string[];
  readonly ready: boolean;
}

const NONE: NamedPlaces = { places: [], missing: [], ready: false };
const held = signal<NamedPlaces>(NONE);
let asked = '';

async function readAll(read: (path: string) => Promise<string>, catalogue: Catalogue): Promise<void> {
  const names = new Map(catalogue.authorities.map((a) => [a.code, a.name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const sources: readonly { what: string; places: () => Promise<NamedPlace[]> }[] = [
    { what: 'wards and authorities', places: async () => centresIn(await read(WARD_FILE), nameOf) },
    ...(['hospital', 'practice', 'school'] as const).map((sort) => ({
      what: `${sort}s`,
      places: async () => sitesIn(await read(SITE_FILES[sort]), sort, nameOf),
    })),
  ];
  const found = await Promise.allSettled(sources.map((s) => s.places()));
  held.value = {
    places: found.flatMap((f) => (f.status === 'fulfilled' ? f.value : [])),
    missing: sources.filter((_, k) => found[k].status === 'rejected').map((s) => s.what),
    ready: true,
  };
  // What failed once is tried again at the next wish.
  if (held.value.missing.length > 0) asked = '';
}

/** Call `want` before they are needed; the reading is done once for a release. */
export function namedPlaces(
  read: (path: string) => Promise<string>,
  catalogue: Catalogue,
): { readonly known: NamedPlaces; readonly want: () => void } {
  return {
    known: held.value,
    want() {
      if (asked === catalogue.release.hash) return;
      asked = catalogue.release.hash;
      readAll(read, catalogue);
    },
  };
}
