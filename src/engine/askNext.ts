// What to ask next: the lists whose completion settles most areas, and the records that stand on little.
import type { OpenList, WeakRecord } from '../domain/coverageMatrix.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Inventory, Service } from '../domain/intervention.ts';
import { monthNumber } from '../domain/month.ts';
import type { Question } from '../domain/question.ts';
import { apportion, areasOf } from './apportion.ts';
import { completeIn } from './inventoryReading.ts';
import { peopleAged } from './people.ts';

/** Below this probability of being right, a record is asked after. */
const LOW_CONFIDENCE = 0.9;

function openLists(dataset: Dataset, question: Question, inventory: Inventory): OpenList[] {
  const { authority } = areasOf(dataset, question.level);
  const complete = new Map(dataset.programmes.map((p) => [p.id, completeIn(dataset, inventory, [p])]));
  const open = (id: string, a: number) => !complete.get(id)?.[a];
  const lists = dataset.programmes.map((p): OpenList => {
    const rows = dataset.authorities.map((_, a) => a).filter((a) => open(p.id, a));
    const people = apportion(dataset, question.level, peopleAged(dataset.bands, p.ages));
    const inside = new Set(rows);
    const rivals = dataset.programmes.filter((other) => other.tier === p.tier && other.id !== p.id);
    return {
      programme: p.id,
      label: p.label,
      tier: p.tier,
      authorities: rows.map((a) => dataset.authorities[a].code),
      areas: authority.reduce((sum, a) => sum + (inside.has(a) ? 1 : 0), 0),
      people: people.reduce((sum, n, i) => sum + (inside.has(authority[i]) && !Number.isNaN(n) ? n : 0), 0),
      settlesTier: rows.some((a) => !rivals.some((other) => open(other.id, a))),
    };
  });
  return lists
    .filter((list) => list.areas > 0)
    .sort(
      (a, b) => Number(b.settlesTier) - Number(a.settlesTier) || b.areas - a.areas || b.people - a.people,
    );
}

function reasonsToAsk(service: Service, day: string): string[] {
  const pointed = service.form === 'site' || service.form === 'institution network';
  const months =
    service.lastVerified === null
      ? Number.NaN
      : monthNumber(day.slice(0, 7)) - monthNumber(service.lastVerified.slice(0, 7));
  return [
    service.capacity === null ? 'places a year not known' : '',
    pointed && (service.lon === null || service.lat === null) ? 'location not known' : '',
    service.form === 'area' && service.areas.length === 0 ? 'its areas are not known' : '',
    service.confidence < LOW_CONFIDENCE ? `held to be right with a probability of ${service.confidence}` : '',
    Number.isNaN(months) ? 'never verified' : '',
    months > 12 ? `last verified ${service.lastVerified}` : '',
    service.end === null ? 'end of funding not known' : '',
  ].filter(Boolean);
}

/**
 * Lists not known to be complete, those first that are the last open one of their tier somewhere, then by how many areas of the
 * question's level wait for them; and records with something to ask, those first that count for nothing until it is answered.
 * An unknown end alone is no reason: most records have none.
 */
export function askNext(
  dataset: Dataset,
  question: Question,
  inventory: Inventory,
  day: string,
): { openLists: OpenList[]; weakRecords: WeakRecord[] } {
  const weakRecords = inventory.services
    .map((s) => ({ s, reasons: reasonsToAsk(s, day) }))
    .filter(({ reasons }) => reasons.some((r) => r !== 'end of funding not known'))
    .map(
      ({ s, reasons }): WeakRecord => ({
        id: s.id,
        place: s.place,
        programme: s.programme,
        tier: s.tier,
        status: s.status,
        places: s.capacity ?? Number.NaN,
        confidence: s.confidence,
        lastVerified: s.lastVerified,
        reasons,
      }),
    );
  const blocked = (r: WeakRecord) =>
    Number(r.reasons.some((reason) => /not known$/.test(reason) && !/^end/.test(reason)));
  weakRecords.sort(
    (a, b) => blocked(b) - blocked(a) || (b.places || 0) - (a.places || 0) || a.confidence - b.confidence,
  );
  return { openLists: openLists(dataset, question, inventory), weakRecords };
}
