// The shape of a release's descriptions and tables, shared by the page and the scripts that make the release.
import * as z from 'zod/mini';
import { SPATIAL_FORMS, type SpatialForm, TIERS, type Tier } from '../domain/intervention.ts';

const resource = z.object({
  name: z.string(),
  path: z.string(),
  title: z.optional(z.string()),
  bytes: z.number(),
  hash: z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/)),
  schema: z.optional(
    z.object({
      fields: z.array(
        z.object({
          name: z.string(),
          type: z.string(),
          description: z.optional(z.string()),
          unit: z.optional(z.string()),
        }),
      ),
    }),
  ),
  sources: z.array(z.object({ title: z.string(), path: z.string() })),
});

const month = z.object({
  month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  status: z.enum(['whole', 'partial']),
  located: z.enum(['polygon', 'published']),
  note: z.optional(z.string()),
});

/** datapackage.json, as far as the page reads it. */
export const dataPackageSchema = z.object({
  name: z.string(),
  title: z.string(),
  release: z.object({
    id: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
    hash: z.string().check(z.regex(/^[0-9a-f]{12}$/)),
    unit: z.string(),
    boundaries: z.string(),
    attribution: z.string(),
  }),
  months: z.array(month),
  unrecorded: z.array(z.string()),
  resources: z.array(resource),
});
export type DataPackage = z.infer<typeof dataPackageSchema>;
export type Resource = DataPackage['resources'][number];

const ages = z.object({ from: z.number(), to: z.number() });
const tier = z.enum(TIERS as readonly [Tier, ...Tier[]]);
const form = z.enum(SPATIAL_FORMS as readonly [SpatialForm, ...SpatialForm[]]);

export const measuresSchema = z.array(
  z.object({
    id: z.string(),
    label: z.string(),
    phrase: z.string(),
    unit: z.string(),
    kind: z.enum(['count', 'proportion', 'score', 'own']),
    direction: z.union([z.literal(1), z.literal(-1)]),
    period: z.string(),
    source: z.string(),
    crimeTypes: z.optional(z.array(z.string())),
    column: z.optional(z.string()),
    numerator: z.optional(z.string()),
    denominator: z.optional(z.string()),
    note: z.optional(z.string()),
  }),
);

export const programmesSchema = z.array(
  z.object({ id: z.string(), label: z.string(), phrase: z.string(), tier, form, ages, source: z.string() }),
);

const status = z.enum(['documented', 'illustrative', 'own']);

export const inventorySchema = z.object({
  status,
  services: z.array(
    z.object({
      id: z.string(),
      programme: z.string(),
      organisation: z.string(),
      place: z.string(),
      tier,
      form,
      lon: z.nullable(z.number()),
      lat: z.nullable(z.number()),
      areas: z.array(z.string()),
      ages,
      eligibility: z.string(),
      capacity: z.nullable(z.number()),
      capacityUnit: z.string(),
      cost: z.nullable(z.number()),
      start: z.nullable(z.string()),
      end: z.nullable(z.string()),
      lastVerified: z.nullable(z.string()),
      source: z.string(),
      status,
      confidence: z.number(),
      evidence: z.string(),
      lineage: z.string(),
      notes: z.string(),
    }),
  ),
  complete: z.array(z.object({ programme: z.string(), authority: z.string(), source: z.string(), status })),
});
