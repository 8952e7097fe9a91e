// Places of services by life stage and authority: what the cells of the coverage matrix are made of.
import { type AgeRange, ALL_AGES, LIFE_STAGES, sharedAges } from '../domain/ages.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Service } from '../domain/intervention.ts';
import type { Question } from '../domain/question.ts';
import { peopleAged } from './people.ts';
import { placesOfServices } from './provision.ts';

/** Sums of an LSOA column by authority. */
export function byAuthority(dataset: Dataset, values: Float64Array): Float64Array {
  const sums = new Float64Array(dataset.authorities.length);
  for (let i = 0; i < values.length; i++)
    if (!Number.isNaN(values[i])) sums[dataset.lsoas.authority[i]] += values[i];
  return sums;
}

/** A service that counts on the day, with the places it brings to each stage in each authority. */
export interface Brought {
  readonly service: Service;
  /** By stage, then authority. */
  readonly places: readonly Float64Array[];
}

/**
 * A service as the matrix spreads it. One that follows people has no point, but at the size of an authority its places can be shared
 * among the people of its ages there, or in the whole region where it names none.
 */
function spreadable(dataset: Dataset, service: Service): Service {
  if (service.form !== 'person') return service;
  const named = dataset.authorities.map((a) => a.code).filter((code) => service.areas.includes(code));
  return {
    ...service,
    form: 'area',
    areas: named.length > 0 ? named : dataset.authorities.map((a) => a.code),
  };
}

export function broughtBy(dataset: Dataset, question: Question, services: readonly Service[]): Brought[] {
  const { bands } = dataset;
  const people = new Map<string, Float64Array>();
  const aged = (ages: AgeRange) => {
    const key = `${ages.from}-${ages.to}`;
    const held = people.get(key) ?? peopleAged(bands, ages);
    people.set(key, held);
    return held;
  };
  const spread = placesOfServices(
    dataset,
    { ages: ALL_AGES, level: 'lsoa' },
    question.reach,
    services.map((s) => spreadable(dataset, s)),
  );
  return spread.map(({ places }, j) => {
    const service = services[j];
    const all = aged(service.ages);
    return {
      service,
      places: LIFE_STAGES.map((stage) => {
        const shared = sharedAges(service.ages, stage);
        if (!shared) return new Float64Array(dataset.authorities.length);
        const part = aged(shared);
        return byAuthority(
          dataset,
          places.map((p, i) => (all[i] > 0 ? (p * part[i]) / all[i] : 0)),
        );
      }),
    };
  });
}
