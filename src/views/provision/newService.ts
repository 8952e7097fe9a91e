// What stands in the fields of a record that is not there yet, and of one that is copied or changed by hand.
import { fieldsOf, type ServiceFields } from '../../data/serviceFields.ts';
import { OPEN_END } from '../../domain/ages.ts';
import type { Programme, RecordStatus, Service } from '../../domain/intervention.ts';

export const EMPTY_FIELDS: ServiceFields = {
  ...fieldsOf({
    id: 'new',
    programme: '',
    organisation: '',
    place: '',
    tier: 'primary',
    form: 'site',
    lon: null,
    lat: null,
    areas: [],
    ages: { from: 0, to: 120 },
    eligibility: '',
    capacity: null,
    capacityUnit: 'places a year',
    cost: null,
    start: null,
    end: null,
    lastVerified: null,
    source: '',
    status: 'own',
    confidence: 0.9,
    evidence: '',
    lineage: '',
    notes: '',
  }),
  age_from: '',
};

const agesOf = (programme: Programme | undefined) => ({
  age_from: programme ? String(programme.ages.from) : '',
  // Empty is "and over", as a file has it.
  age_to: programme && programme.ages.to < OPEN_END ? String(programme.ages.to) : '',
});

/** The ages of a programme, both of them, as long as those that stand there are the earlier programme's or none. */
export function agesFollowing(
  draft: Pick<ServiceFields, 'age_from' | 'age_to'>,
  earlier: Programme | undefined,
  programme: Programme | undefined,
): Pick<ServiceFields, 'age_from' | 'age_to'> {
  const { age_from, age_to } = draft;
  const before = agesOf(earlier);
  const untouched =
    (age_from === '' && age_to === '') || (age_from === before.age_from && age_to === before.age_to);
  return programme && untouched ? agesOf(programme) : { age_from, age_to };
}

/** What is changed by hand is no longer as documented; an invented record stays invented until its status is changed. */
export function statusAfterChange(service: Service): RecordStatus {
  return service.status === 'documented' ? 'own' : service.status;
}
