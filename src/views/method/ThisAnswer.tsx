// The settings and constants of the answer on screen, printed so that another can compute it again.
import type { Answer } from '../../domain/answer.ts';
import { decimals, NOT_KNOWN, rate, share, whole } from '../../encode/numbers.ts';
import { agesPhrase, decayPhrase, periodPhrase } from '../../encode/words.ts';

export function ThisAnswer({ answer }: { answer: Answer }) {
  const { question, headline, measures, yardstick } = answer;
  return (
    <dl class="settings">
      <div>
        <dt>Release</dt>
        <dd>
          {answer.release.id}, {answer.release.hash}; {answer.release.boundaries}
        </dd>
      </div>
      <div>
        <dt>Engine and seed</dt>
        <dd>
          version {answer.engine}, seed {question.seed}
          {answer.uncertainty && `, ${whole(answer.uncertainty.draws)} draws`}
        </dd>
      </div>
      <div>
        <dt>Period</dt>
        <dd>
          {periodPhrase(question.period)}: {answer.months.length} whole months
          {answer.partialMonths.length > 0 && `, ${answer.partialMonths.length} partial ones left out`}
        </dd>
      </div>
      <div>
        <dt>Reach</dt>
        <dd>
          {decimals(question.reach.catchment / 1000, 1)} km by path, straight line × {question.reach.detour},{' '}
          {decayPhrase(question.reach.decay)}
        </dd>
      </div>
      <div>
        <dt>Places and people</dt>
        <dd>
          {answer.areas.places.every(Number.isNaN) ? NOT_KNOWN : decimals(headline.totalPlaces, 1)} places a
          year for {whole(headline.region.eligible)} people, {agesPhrase(question.ages)}
        </dd>
      </div>
      <div>
        <dt>Yardstick ν</dt>
        <dd>
          {Number.isNaN(yardstick)
            ? NOT_KNOWN
            : `${decimals(yardstick * 1000, 4)} places a year per 1,000 eligible people at mean need`}
        </dd>
      </div>
      {measures.map((m) => (
        <div key={m.measure.id}>
          <dt>{m.measure.label}</dt>
          <dd>
            weight {share(m.weight)}, region {rate(m.region)} {m.unit}
            {!Number.isNaN(m.overdispersion) && `, φ ${decimals(m.overdispersion, 2)}`}
            {m.measure.note && <span class="line">{m.measure.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
