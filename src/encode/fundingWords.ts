// Who falls into gap when funding ends, as sentences made of the comparison's figures.
import type {
  DateComparison,
  FallenArea,
  ProvisionTimeline,
  TimelineService,
} from '../domain/provisionTimeline.ts';
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

/** Areas that fall into a gap that is more than what rounds to zero at these decimals. */
export function fallenShown({ fallen }: DateComparison, digits: number): readonly FallenArea[] {
  return fallen.filter((f) => Number(f.after.toFixed(digits)) > 0);
}

interface FallenWords {
  /** "ward", "wards" */
  readonly nouns: readonly [string, string];
  /** Decimals gaps are told with: what rounds to zero with them is not counted. */
  readonly digits: number;
  /** True where places are shared out by need, so that the Map, which shares out those of the day, says otherwise. */
  readonly fairShare: boolean;
}

/**
 * "31 wards fall into gap, and four already short get shorter; the share … goes from 28% to 35%, judged by today’s places. On the
 * Map the places of that day are shared out, which gives other figures."
 */
export function fallenSentence(
  comparison: DateComparison,
  { nouns, digits, fairShare }: FallenWords,
): string {
  const { before, after } = comparison;
  const fallen = fallenShown(comparison, digits);
  if (Number.isNaN(before.unmetShare))
    return `Whether anyone falls into gap is ${NOT_KNOWN}, because provision is not known as a whole.`;
  const who =
    fallen.length === 0
      ? `No ${nouns[0]} falls into gap that was not short before`
      : `${capital(inWords(fallen.length))} ${fallen.length === 1 ? `${nouns[0]} falls` : `${nouns[1]} fall`} into gap`;
  const deeper = comparison.deepened.filter((d) => Number((d.after - d.before).toFixed(digits)) > 0).length;
  const also =
    deeper === 0
      ? ''
      : `; ${inWords(deeper)} that ${deeper === 1 ? 'was' : 'were'} short already ${deeper === 1 ? 'gets' : 'get'} shorter still`;
  const judged = fairShare
    ? ', judged by the places of the first day. On the Map, the places of the day shown are shared out, which gives other figures.'
    : ', judged by the norm that is set.';
  return `${who}${also}; the share of the places need calls for that is missing goes from ${share(before.unmetShare)} to ${share(after.unmetShare)}${judged}`;
}

/** What is said where no end of funding lies ahead. */
export function noEndSentence(timeline: ProvisionTimeline, of: string): string {
  if (timeline.withoutEnd > 0)
    return `No end of funding is stated after this date for ${of}. ${capital(servicesWord(timeline.withoutEnd))} ${timeline.withoutEnd === 1 ? 'does' : 'do'} not say when funding ends, so it is ${NOT_KNOWN}: ask for it.`;
  return `No funding of ${of} ends after this date.`;
}
