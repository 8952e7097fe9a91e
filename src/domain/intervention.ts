// Interventions: the inventory of what prevents violence, record by record, in the field's own words.
import type { AgeRange } from './ages.ts';

/** Primary: before it starts. Secondary: early risk. Tertiary: victims and perpetrators. */
export type Tier = 'primary' | 'secondary' | 'tertiary';
export const TIERS: readonly Tier[] = ['primary', 'secondary', 'tertiary'];

/** How an intervention reaches people; fixes how its places are spread. */
export type SpatialForm = 'site' | 'institution network' | 'area' | 'region' | 'person';
export const SPATIAL_FORMS: readonly SpatialForm[] = [
  'site',
  'institution network',
  'area',
  'region',
  'person',
];

export interface Programme {
  readonly id: string;
  readonly label: string;
  /** As it stands inside a sentence: "A&E interventions". */
  readonly phrase: string;
  readonly tier: Tier;
  readonly form: SpatialForm;
  readonly ages: AgeRange;
  readonly source: string;
}

/** Whether a record may be read as evidence. Illustrative records are marked wherever they count. */
export type RecordStatus = 'documented' | 'illustrative' | 'own';

/** One service at one site, or for one list of areas, or for the region. */
export interface Service {
  readonly id: string;
  readonly programme: string;
  readonly organisation: string;
  /** What the place is called: a hospital, a school, an estate. */
  readonly place: string;
  readonly tier: Tier;
  readonly form: SpatialForm;
  /** WGS84; null for forms that have no point. */
  readonly lon: number | null;
  readonly lat: number | null;
  /** GSS codes of wards, LSOAs or authorities, for the form "area"; empty otherwise. */
  readonly areas: readonly string[];
  readonly ages: AgeRange;
  /** Eligibility beyond age, such as "women and girls"; empty means none stated. */
  readonly eligibility: string;
  /** Places a year; null is not known, and counts as no known places, never as zero. */
  readonly capacity: number | null;
  readonly capacityUnit: string;
  /** Pounds a year; null is not known. */
  readonly cost: number | null;
  /** YYYY-MM-DD or YYYY-MM; null is not known. */
  readonly start: string | null;
  readonly end: string | null;
  readonly lastVerified: string | null;
  readonly source: string;
  readonly status: RecordStatus;
  /** Probability that the record is right, 0 to 1; used by the uncertainty draws. */
  readonly confidence: number;
  /** Rating of the evidence for the programme, in words; empty means not rated. */
  readonly evidence: string;
  /** Earlier programmes it builds on. */
  readonly lineage: string;
  readonly notes: string;
}

/** A statement that the list of one programme's services is complete for an authority: only then does "none" mean none. */
export interface CoverageStatement {
  readonly programme: string;
  /** GSS code of an authority, or "all". */
  readonly authority: string;
  readonly source: string;
  readonly status: RecordStatus;
}

export interface Inventory {
  /** documented, illustrative, or own with the reader's name for it. */
  readonly status: RecordStatus;
  readonly services: readonly Service[];
  readonly complete: readonly CoverageStatement[];
}
