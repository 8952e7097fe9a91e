// Who falls into gap when funding ends, as sentences made of the comparison's figures.
import type { DateComparison, ProvisionTimeline, TimelineService } from '../domain/provisionTimeline.ts';
import { inWords, NOT_KNOWN, share, whole } from './numbers.ts';
import { capital, dayPhrase, listed } from './words.ts';

function placesOf(services: readonly TimelineService[]): string {
  const known = services.filter((s) => s.capacity !== null);
  if (known.length === 0) return 'their places a year are not known';
  return `${whole(known.reduce((sum, s) => sum + (s.capacity ?? 0), 0))} places a year`;
}

const servicesWord = (n: number) => `${inWords(n)} ${n === 1 ? 'service' : 'services'}`;

/** "From 1 April 2026 two services with 80 places a year are no longer funded: Acocks Green, Nechells." */
export function endedSentence({ to, ended, started }: DateComparison): string {
  const named = ended.slice(0, 4).map((s) => s.place || s.id);
  const more = ended.length - named.length;
  const names = listed(more > 0 ? [...named, `${more} more`] : named);
  const gone =
    ended.length === 0
      ? `On ${dayPhrase(to)} every service is still there`
      : `From ${dayPhrase(to)} ${servicesWord(ended.length)} ${ended.length === 1 ? 'is' : 'are'} no longer funded (${placesOf(ended)}): ${names}`;
  const come =
    started.length === 0
      ? ''
      : `; ${servicesWord(started.length)} ${started.length === 1 ? 'has' : 'have'} started`;
  return `${gone}${come}.`;
}

/** "31 wards fall into gap; the missing share of the places need calls for goes from 28% to 35%, on today’s yardstick." */
export function fallenSentence(
  { fallen, before, after }: DateComparison,
  nouns: readonly [string, string],
): string {
  if (Number.isNaN(before.unmetShare))
    return `Whether anyone falls into gap is ${NOT_KNOWN}, because provision is not known as a whole.`;
  const who =
    fallen.length === 0
      ? `No ${nouns[0]} falls into gap that was not short before`
      : `${capital(inWords(fallen.length))} ${fallen.length === 1 ? `${nouns[0]} falls` : `${nouns[1]} fall`} into gap`;
  return `${who}; the share of the places need calls for that is missing goes from ${share(before.unmetShare)} to ${share(after.unmetShare)}, on today’s yardstick.`;
}

/** What is said where no end of funding lies ahead. */
export function noEndSentence(timeline: ProvisionTimeline, of: string): string {
  if (timeline.withoutEnd > 0)
    return `No end of funding is stated after this date for ${of}. ${capital(servicesWord(timeline.withoutEnd))} ${timeline.withoutEnd === 1 ? 'does' : 'do'} not say when funding ends, so it is ${NOT_KNOWN}: ask for it.`;
  return `No funding of ${of} ends after this date.`;
}
