// The kind of gap, and the steps from "a service exists" to "with rated evidence" as a small bar and a sentence.
import type { PlaceProfile } from '../../domain/placeProfile.ts';
import { whole } from '../../encode/numbers.ts';
import { cascadeSentence, kindMeaning, kindsSentence, ratingSentence } from '../../encode/placeSentences.ts';
import { capital } from '../../encode/words.ts';

export function GapCascade({ profile, what }: { profile: PlaceProfile; what: string }) {
  const { gap, level } = profile;
  const most = Math.max(1, ...gap.cascade.map((s) => s.services));
  return (
    <section class="place-kind" aria-labelledby="place-kind">
      <h2 id="place-kind">
        Kind of gap <span class="of">{what}; services left</span>
      </h2>
      {gap.kind ? (
        <p>
          <strong>{capital(gap.kind)}.</strong> {kindMeaning(gap.kind)}
        </p>
      ) : (
        <p>{kindsSentence(gap.kinds, level)}</p>
      )}
      <ol class="cascade">
        {gap.cascade.map((s) => (
          <li key={s.step}>
            <span class="cascade-step">{capital(s.step)}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect class="ground" width="100" height="8" />
              <rect class="fill" width={(100 * s.services) / most} height="8" />
            </svg>
            <span class="cascade-count">{whole(s.services)}</span>
          </li>
        ))}
      </ol>
      <p class="place-note">
        {cascadeSentence(gap.cascade, what)} {ratingSentence(gap, what)}
      </p>
    </section>
  );
}
