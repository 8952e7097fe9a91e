// What stands in the fields of a record that is not there yet, and of one that is copied or changed by hand.
import { fieldsOf, type ServiceFields } from '../../data/serviceFields.ts';
import type { RecordStatus, Service } from '../../domain/intervention.ts';

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

/** What is changed by hand is no longer as documented; an invented record stays invented until its status is changed. */
export function statusAfterChange(service: Service): RecordStatus {
  return service.status === 'documented' ? 'own' : service.status;
}
