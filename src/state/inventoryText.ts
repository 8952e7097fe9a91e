// Own inventory ↔ text kept in the browser: read strictly, because anything may have been written there.
import {
  type CoverageStatement,
  type Inventory,
  type RecordStatus,
  type Service,
  SPATIAL_FORMS,
  TIERS,
} from '../domain/intervention.ts';

const STATUSES: readonly RecordStatus[] = ['documented', 'illustrative', 'own'];

export function inventoryToText(inventory: Inventory): string {
  return JSON.stringify(inventory);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 20_000;
const isNumber = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;
const orNull = (value: unknown, test: (v: unknown) => boolean) => value === null || test(value);
const isDay = (value: unknown) => isText(value) && /^\d{4}-\d{2}(-\d{2})?$/.test(value);

const WORDS: readonly (keyof Service)[] = [
  'id',
  'programme',
  'organisation',
  'place',
  'eligibility',
  'capacityUnit',
  'source',
  'evidence',
  'lineage',
  'notes',
];

function isService(value: unknown): value is Service {
  if (typeof value !== 'object' || value === null) return false;
  const s = value as Record<keyof Service, unknown>;
  const ages = (s.ages ?? {}) as Record<'from' | 'to', unknown>;
  return (
    WORDS.every((key) => isText(s[key])) &&
    s.id !== '' &&
    TIERS.some((t) => t === s.tier) &&
    SPATIAL_FORMS.some((f) => f === s.form) &&
    STATUSES.some((x) => x === s.status) &&
    orNull(s.lon, (v) => isNumber(v, -180, 180)) &&
    orNull(s.lat, (v) => isNumber(v, -90, 90)) &&
    Array.isArray(s.areas) &&
    s.areas.every(isText) &&
    isNumber(ages.from, 0, 200) &&
    isNumber(ages.to, 0, 200) &&
    orNull(s.capacity, (v) => isNumber(v, 0, Number.MAX_VALUE)) &&
    orNull(s.cost, (v) => isNumber(v, 0, Number.MAX_VALUE)) &&
    [s.start, s.end, s.lastVerified].every((d) => orNull(d, isDay)) &&
    isNumber(s.confidence, 0, 1)
  );
}

function isStatement(value: unknown): value is CoverageStatement {
  if (typeof value !== 'object' || value === null) return false;
  const c = value as Record<keyof CoverageStatement, unknown>;
  return (
    isText(c.programme) && isText(c.authority) && isText(c.source) && STATUSES.some((x) => x === c.status)
  );
}

/** The inventory out of kept text; null where there is none or it is not one. What is no record is left out. */
export function inventoryFromText(text: string | null): Inventory | null {
  try {
    const kept = JSON.parse(text || 'null') as { services?: unknown; complete?: unknown } | null;
    if (!kept || !Array.isArray(kept.services) || !Array.isArray(kept.complete)) return null;
    return {
      status: 'own',
      services: kept.services.filter(isService),
      complete: kept.complete.filter(isStatement),
    };
  } catch {
    return null;
  }
}
