// The places most like this one in who lives there, and how need and provision differ in them.
import type { Answer } from '../../domain/answer.ts';
import type { PlaceProfile } from '../../domain/placeProfile.ts';
import { noGapBecause } from '../../encode/noGap.ts';
import { decimals, signed } from '../../encode/numbers.ts';
import { levelNoun, peopleAged } from '../../encode/words.ts';
import { placeHref } from './placeLink.ts';

export function SimilarPlaces({ profile, answer }: { profile: PlaceProfile; answer: Answer }) {
  const { similar, question, gap, title, kind } = profile;
  if (similar.areas.length === 0) return null;
  const digits = profile.level === 'lsoa' && kind !== 'authority' ? 2 : 1;
  const none = noGapBecause(answer);
  return (
    <section class="place-similar" aria-labelledby="place-similar">
      <h2 id="place-similar">
        Most similar {kind === 'authority' ? 'authorities' : levelNoun(profile.level)}
      </h2>
      <table class="place-table">
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">
              Unlike by <small>0 is the same</small>
            </th>
            <th scope="col">
              Need <small>region’s mean 1</small>
            </th>
            <th scope="col">
              Places <small>per 1,000 {peopleAged(question.ages)}</small>
            </th>
            {!none && (
              <th scope="col">
                Gap <small>places a year</small>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          <tr data-all="true">
            <th scope="row">{title}</th>
            <td>–</td>
            <td>{decimals(gap.need, 2)}</td>
            <td>{decimals(gap.access.here, 1)}</td>
            {!none && <td>{signed(gap.gap, digits)}</td>}
          </tr>
          {similar.areas.map((area) => (
            <tr key={area.code}>
              <th scope="row">
                <a href={placeHref(question, [area.code])}>{area.name}</a>
                {kind !== 'authority' && <span class="of"> {area.authority}</span>}
              </th>
              <td>{decimals(area.distance, 2)}</td>
              <td>{decimals(area.need, 2)}</td>
              <td>{decimals(area.access, 1)}</td>
              {!none && <td>{signed(area.gap, digits)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="place-note">
        {none && `No gap can be told: ${none}. `}
        {similar.basis} Unlike by: the difference in a typical one of them, in standard deviations.
      </p>
    </section>
  );
}
