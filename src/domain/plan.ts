// Plans: what a reader would add, close, resize or move, and how an inventory looks once that is done.
import type { AgeRange } from './ages.ts';
import type { Inventory, Programme, Service, SpatialForm } from './intervention.ts';
import type { Change, Plan } from './question.ts';

/** What a reader says of a service that does not exist yet; the rest of its record follows from that. */
export interface ProposedService {
  readonly id: string;
  readonly programme: Pick<Programme, 'id' | 'tier'>;
  readonly form: SpatialForm;
  readonly place: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly areas: readonly string[];
  readonly ages: AgeRange;
  readonly capacity: number;
  readonly cost: number | null;
}

/** The record of a proposed service: certain to be there, because the plan says so. */
export function proposedService(proposed: ProposedService): Service {
  return {
    id: proposed.id,
    programme: proposed.programme.id,
    organisation: 'proposed',
    place: proposed.place,
    tier: proposed.programme.tier,
    form: proposed.form,
    lon: proposed.lon,
    lat: proposed.lat,
    areas: proposed.areas,
    ages: proposed.ages,
    eligibility: '',
    capacity: proposed.capacity,
    capacityUnit: 'places a year',
    cost: proposed.cost,
    start: null,
    end: null,
    lastVerified: null,
    source: 'plan',
    status: 'own',
    confidence: 1,
    evidence: '',
    lineage: '',
    notes: '',
  };
}

/** Applies one change; a change to a service that is not there leaves the list as it is. */
function changed(services: readonly Service[], change: Change): readonly Service[] {
  switch (change.kind) {
    case 'add':
      return [...services.filter((s) => s.id !== change.service.id), change.service];
    case 'close':
      return services.filter((s) => s.id !== change.id);
    case 'resize':
      return services.map((s) => (s.id === change.id ? { ...s, capacity: change.capacity } : s));
    case 'move':
      return services.map((s) =>
        s.id === change.id ? { ...s, place: change.place, lon: change.lon, lat: change.lat } : s,
      );
  }
}

/** Services with a plan carried out. */
export function servicesWithPlan(services: readonly Service[], plan: Plan | null): readonly Service[] {
  return (plan?.changes ?? []).reduce(changed, services);
}

/** The inventory with a plan carried out. */
export function withPlan(inventory: Inventory, plan: Plan | null): Inventory {
  if (!plan || plan.changes.length === 0) return inventory;
  return { ...inventory, services: servicesWithPlan(inventory.services, plan) };
}

/** Ids of services that a plan adds or alters. */
export function touchedBy(plan: Plan | null): ReadonlySet<string> {
  return new Set((plan?.changes ?? []).map((c) => (c.kind === 'add' ? c.service.id : c.id)));
}
