// An inventory as JSON, as a release stores it; checked on the way in, light enough for the first screen.
import * as z from 'zod/mini';
import type { Inventory } from '../domain/intervention.ts';

const status = z.enum(['documented', 'illustrative', 'own']);
const optionalNumber = z.nullable(z.number());
const optionalText = z.nullable(z.string());
const age = z.int().check(z.gte(0), z.lte(120));

const service = z.strictObject({
  id: z.string(),
  programme: z.string(),
  organisation: z.string(),
  place: z.string(),
  tier: z.enum(['primary', 'secondary', 'tertiary']),
  form: z.enum(['site', 'institution network', 'area', 'region', 'person']),
  lon: optionalNumber,
  lat: optionalNumber,
  areas: z.array(z.string()),
  ages: z.strictObject({ from: age, to: age }),
  eligibility: z.string(),
  capacity: z.nullable(z.number().check(z.gte(0))),
  capacityUnit: z.string(),
  cost: z.nullable(z.number().check(z.gte(0))),
  start: optionalText,
  end: optionalText,
  lastVerified: optionalText,
  source: z.string(),
  status,
  confidence: z.number().check(z.gte(0), z.lte(1)),
  evidence: z.string(),
  lineage: z.string(),
  notes: z.string(),
});

const inventory = z.strictObject({
  status,
  services: z.array(service),
  complete: z.array(
    z.strictObject({ programme: z.string(), authority: z.string(), source: z.string(), status }),
  ),
});

export function inventoryToJson(value: Inventory): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** Throws a RangeError that names the first field that is not as expected. */
export function inventoryFromJson(text: string): Inventory {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new RangeError('The inventory is no readable JSON; it may be cut short. Fetch the release again.');
  }
  const result = inventory.safeParse(parsed);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new RangeError(
    `The inventory is not as expected at ${issue.path.join('.') || 'its start'}. Fetch the release again.`,
  );
}
