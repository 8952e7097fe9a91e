// Month by month: the place, its authority and the region, each with its own control limits, and the change between two whole years.
import type { PlaceProfile } from '../../domain/placeProfile.ts';
import { whole } from '../../encode/numbers.ts';
import { changeText, changeWord, seriesSentence } from '../../encode/placeSentences.ts';
import { capital, periodPhrase } from '../../encode/words.ts';
import { ControlChart } from './ControlChart.tsx';

function YearChange({ profile }: { profile: PlaceProfile }) {
  const row = profile.violence.find((v) => v.id === 'need') ?? profile.violence.find((v) => v.inNeed);
  if (!row) return null;
  if (!profile.years || !row.change)
    return <p class="place-note">The release does not hold two whole years, so no change is given.</p>;
  const { earlier, later } = row.change;
  return (
    <p class="place-change">
      <strong>{capital(changeWord(row.change))}</strong>: {whole(earlier)} in{' '}
      {periodPhrase(profile.years.earlier)}, {whole(later)} in {periodPhrase(profile.years.later)}:{' '}
      {changeText(row.change)}, 95% interval.
    </p>
  );
}

export function PlaceMonths({ profile }: { profile: PlaceProfile }) {
  const { series, months } = profile;
  const withheld = months.filter((m) => m.status === 'partial').length;
  return (
    <section class="place-months" aria-labelledby="place-months">
      <h2 id="place-months">
        Month by month <span class="of">recorded events a month, with control limits</span>
      </h2>
      {series.length === 0 && <p class="place-note">No measure of this need is a monthly count.</p>}
      <div class="place-charts">
        {[...series].reverse().map((s) => (
          <figure key={s.name}>
            <figcaption>
              <strong>{capital(s.name)}</strong> {seriesSentence(s, months)}
            </figcaption>
            <ControlChart series={s} months={months} />
          </figure>
        ))}
      </div>
      <YearChange profile={profile} />
      {withheld > 0 && series.length > 0 && (
        <p class="place-note">
          {withheld} {withheld === 1 ? 'month' : 'months'} withheld (grey): incomplete, so neither drawn nor
          summed. Limits: mean ± 2.66 × mean moving range (XmR); a ring lies outside them.
        </p>
      )}
    </section>
  );
}
