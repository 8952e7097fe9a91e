// How many records stand behind the coverage matrix, and how many of them were verified of late.
import type { CoverageRecords } from '../domain/coverageMatrix.ts';
import type { Dataset } from '../domain/dataset.ts';
import { type Inventory, type Service, TIERS, type Tier } from '../domain/intervention.ts';
import { monthNumber } from '../domain/month.ts';
import type { Brought } from './placesByStage.ts';

/** Whether a record was last verified in the twelve months before a day. */
export function recentlyVerified(service: Service, day: string): boolean {
  if (service.lastVerified === null) return false;
  return monthNumber(day.slice(0, 7)) - monthNumber(service.lastVerified.slice(0, 7)) <= 12;
}

/** Records by tier and authority: those that bring places there, or name the authority or an area of it without known places. */
export function recordsOf(
  dataset: Dataset,
  inventory: Inventory,
  brought: readonly Brought[],
  day: string,
): CoverageRecords[] {
  const placesOf = new Map(brought.map((b) => [b.service.id, b.places]));
  const concerns = (service: Service, a: number) =>
    service.areas.includes(dataset.authorities[a].code) ||
    (placesOf.get(service.id) ?? []).some((stage) => stage[a] > 0);
  const count = (tier: Tier, authority: string | null, services: readonly Service[]): CoverageRecords => ({
    tier,
    authority,
    records: services.length,
    verified: services.filter((s) => recentlyVerified(s, day)).length,
  });
  return TIERS.flatMap((tier) => {
    const ofTier = inventory.services.filter((s) => s.tier === tier);
    return [
      count(tier, null, ofTier),
      ...dataset.authorities.map(({ code }, a) =>
        count(
          tier,
          code,
          ofTier.filter((s) => concerns(s, a)),
        ),
      ),
    ];
  });
}
