// Provision by tier: what is known, what is not, what is not within reach, and the services behind it.

import { lastDay } from '../../domain/month.ts';
import type { PlaceProfile, TierHere } from '../../domain/placeProfile.ts';
import { decimals, whole } from '../../encode/numbers.ts';
import { noneText, placesText, serviceText, tierSentence } from '../../encode/placeSentences.ts';
import { capital, dayPhrase, tierMeaning } from '../../encode/words.ts';
import { comparedText } from './KeyFigures.tsx';

/** The one word of a tier: a figure, "none within reach", "none counted here", or "not known"; never one for another. Open lists make a figure a least one. */
export function tierWord(tier: TierHere): string {
  if (tier.status === 'not known') return 'not known';
  const open = tier.status === 'part known';
  if (tier.places === 0) return open ? 'none on the complete lists' : noneText(tier);
  return `${open ? '≥ ' : ''}${placesText(tier.places)} places`;
}

const SHOWN = 5;

/** One sheet of paper has room for three services of one tier, or one of each. */
function servicesOnPaper(profile: PlaceProfile): number {
  return profile.tiers.filter((t) => t.services.length > 1).length > 1 ? 1 : 3;
}

/** "5 of 14 services shown", on screen and on paper each with its own count; nothing where all are. */
function ShownOf({ all, screen, paper }: { all: number; screen: number; paper: number }) {
  const says = (shown: number) => `${whole(shown)} of ${whole(all)} services shown`;
  return (
    <>
      {all > screen && <span class="of shown-of on-screen">{says(screen)}</span>}
      {all > paper && <span class="of shown-of on-paper">{says(paper)}</span>}
    </>
  );
}

function Tier({ tier, profile }: { tier: TierHere; profile: PlaceProfile }) {
  const { services } = tier;
  const rest = services.length - SHOWN;
  const paper = servicesOnPaper(profile);
  return (
    <div class="tier" data-status={tier.status} data-none={tier.status === 'known' && tier.places === 0}>
      <h3>
        {capital(tier.tier)} <span class="of">{tierMeaning(tier.tier)}</span>{' '}
        <span class="tier-word">{tierWord(tier)}</span>{' '}
        <ShownOf all={services.length} screen={SHOWN} paper={paper} />
      </h3>
      <p>
        {tierSentence(tier, profile)}
        {!Number.isNaN(tier.access.here) &&
          ` Per 1,000 of them: ${decimals(tier.access.here, 1)}; ${comparedText(tier.access, profile, (v) => decimals(v, 1))}.`}
      </p>
      {services.length > 0 && (
        <ul class="tier-services">
          {services.slice(0, SHOWN).map((s, k) => (
            <li key={s.id} class={k < paper ? undefined : 'on-screen'}>
              <strong>{s.place}</strong>
              {s.organisation && ` (${s.organisation})`}
              {s.status === 'illustrative' && <em class="mark">illustrative</em>}: {serviceText(s)}
            </li>
          ))}
          {rest > 0 && <li class="on-screen">and {rest} more, listed on Provision</li>}
        </ul>
      )}
    </div>
  );
}

export function ProvisionHere({ profile }: { profile: PlaceProfile }) {
  const { question } = profile;
  return (
    <section class="place-provision" aria-labelledby="place-provision">
      <h2 id="place-provision">
        Provision by tier{' '}
        <span class="of">
          on {dayPhrase(question.date ?? lastDay(question.period.to))}; known, not known and none within reach
          are different things
        </span>
      </h2>
      <div class="tiers">
        {profile.tiers.map((tier) => (
          <Tier key={tier.tier} tier={tier} profile={profile} />
        ))}
      </div>
    </section>
  );
}
