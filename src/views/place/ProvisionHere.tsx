// Provision by tier: what is known, what is not, what is not within reach, and the services behind it.
import type { PlaceProfile, TierHere } from '../../domain/placeProfile.ts';
import { decimals } from '../../encode/numbers.ts';
import { placesText, serviceText, tierSentence } from '../../encode/placeSentences.ts';
import { capital, tierMeaning } from '../../encode/words.ts';
import { comparedText } from './KeyFigures.tsx';

/** The one word of a tier: a figure, "none within reach", or "not known"; never one for another. */
export function tierWord(tier: TierHere): string {
  if (tier.status === 'not known') return 'not known';
  return tier.places === 0 ? 'none within reach' : `${placesText(tier.places)} places`;
}

const SHOWN = 5;

function Tier({ tier, profile }: { tier: TierHere; profile: PlaceProfile }) {
  const { services } = tier;
  const rest = services.length - SHOWN;
  return (
    <div class="tier" data-status={tier.status} data-none={tier.places === 0}>
      <h3>
        {capital(tier.tier)} <span class="of">{tierMeaning(tier.tier)}</span>{' '}
        <span class="tier-word">{tierWord(tier)}</span>
      </h3>
      <p>
        {tierSentence(tier, profile)}
        {!Number.isNaN(tier.access.here) &&
          ` Per 1,000: ${decimals(tier.access.here, 1)}; ${comparedText(tier.access, profile, (v) => decimals(v, 1))}.`}
      </p>
      {services.length > 0 && (
        <ul class="tier-services">
          {services.slice(0, SHOWN).map((s) => (
            <li key={s.id}>
              <strong>{s.place}</strong>
              {s.organisation && ` (${s.organisation})`}
              {s.status === 'illustrative' && <em class="mark">illustrative</em>}: {serviceText(s)}
            </li>
          ))}
          {rest > 0 && <li>and {rest} more, listed on Provision</li>}
        </ul>
      )}
    </div>
  );
}

export function ProvisionHere({ profile }: { profile: PlaceProfile }) {
  return (
    <section class="place-provision" aria-labelledby="place-provision">
      <h2 id="place-provision">
        Provision by tier <span class="of">known, not known and none within reach are different things</span>
      </h2>
      <div class="tiers">
        {profile.tiers.map((tier) => (
          <Tier key={tier.tier} tier={tier} profile={profile} />
        ))}
      </div>
    </section>
  );
}
