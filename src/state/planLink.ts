// Plan ↔ text: a plan as readable words inside a link.
import type { Tier } from '../domain/intervention.ts';
import { SPATIAL_FORMS, TIERS } from '../domain/intervention.ts';
import { proposedService } from '../domain/plan.ts';
import type { Change, Plan } from '../domain/question.ts';
import { formatAges, parseAges, parseNumber } from './words.ts';

// encodeURIComponent leaves these three alone, and they separate things here.
const quote = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);

function writeChange(change: Change): string {
  switch (change.kind) {
    case 'close':
      return `close,${quote(change.id)}`;
    case 'resize':
      return `resize,${quote(change.id)},${change.capacity}`;
    case 'move':
      return `move,${quote(change.id)},${quote(change.place)},${change.lon},${change.lat}`;
    case 'add': {
      const s = change.service;
      return [
        'add',
        quote(s.id),
        quote(s.programme),
        s.tier,
        s.form.replace(' ', '-'),
        quote(s.place),
        s.lon ?? '',
        s.lat ?? '',
        s.areas.map(quote).join('+'),
        formatAges(s.ages),
        s.capacity ?? 0,
        s.cost ?? '',
      ].join(',');
    }
  }
}

/** The plan's name, then its changes in order, separated by "~". */
export function writePlan(plan: Plan): string {
  return [quote(plan.name), ...plan.changes.map(writeChange)].join('~');
}

function readChange(text: string): Change | null {
  const [kind, rawId, ...rest] = text.split(',');
  const id = decodeURIComponent(rawId ?? '');
  if (!id) return null;
  if (kind === 'close') return { kind, id };
  if (kind === 'resize') {
    const capacity = parseNumber(rest[0], 0, 1e6);
    return capacity === null ? null : { kind, id, capacity };
  }
  if (kind === 'move') {
    const [place, lon, lat] = [
      decodeURIComponent(rest[0] ?? ''),
      parseNumber(rest[1], -180, 180),
      parseNumber(rest[2], -90, 90),
    ];
    return lon === null || lat === null ? null : { kind, id, place, lon, lat };
  }
  if (kind !== 'add') return null;
  const [programme, tier, formText, place, lonText, latText, areas, ageText, capacityText, costText] = rest;
  const form = SPATIAL_FORMS.find((f) => f.replace(' ', '-') === formText);
  const ages = parseAges(ageText ?? '');
  const capacity = parseNumber(capacityText, 0, 1e6);
  if (!programme || !TIERS.includes(tier as Tier) || !form || !ages || capacity === null) return null;
  const lon = parseNumber(lonText, -180, 180);
  const lat = parseNumber(latText, -90, 90);
  if ((form === 'site' || form === 'institution network') && (lon === null || lat === null)) return null;
  return {
    kind: 'add',
    service: proposedService({
      id,
      programme: { id: decodeURIComponent(programme), tier: tier as Tier },
      form,
      place: decodeURIComponent(place ?? ''),
      lon,
      lat,
      areas: (areas ?? '').split('+').filter(Boolean).map(decodeURIComponent),
      ages,
      capacity,
      cost: parseNumber(costText, 0, 1e9),
    }),
  };
}

/** Reads a plan; changes that cannot be read are left out and counted, so that the page can say so. */
export function readPlan(text: string): { plan: Plan; unread: number } {
  const [name, ...parts] = text.split('~');
  const changes = parts.map((part) => {
    try {
      return readChange(part);
    } catch {
      return null;
    }
  });
  const kept = changes.filter((c): c is Change => c !== null);
  return { plan: { name: decodeURIComponent(name), changes: kept }, unread: changes.length - kept.length };
}
