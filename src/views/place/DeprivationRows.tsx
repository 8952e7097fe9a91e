// Deprivation by domain: where the place stands among the level's areas, and the score beside authority and region.
import type { PlaceProfile } from '../../domain/placeProfile.ts';
import { decimals } from '../../encode/numbers.ts';
import { percentileText } from '../../encode/placeSentences.ts';
import { levelNoun } from '../../encode/words.ts';
import { ShareBar } from './ShareBar.tsx';

export function DeprivationRows({ profile }: { profile: PlaceProfile }) {
  const { authority, level, deprivation } = profile;
  return (
    <section class="place-deprivation" aria-labelledby="place-deprivation">
      <h2 id="place-deprivation">
        Deprivation <span class="of">Indices 2025; bar: share of {levelNoun(level)} less deprived</span>
      </h2>
      {deprivation.length === 0 ? (
        <p class="place-note">Not known: this release holds no Indices of Deprivation.</p>
      ) : (
        <table class="place-table">
          <thead>
            <tr>
              <th scope="col">Domain</th>
              <th scope="col" class="drawn">
                0 to 100%
              </th>
              <th scope="col">Score</th>
              {authority && <th scope="col">{authority.name}</th>}
              <th scope="col">Region</th>
            </tr>
          </thead>
          <tbody>
            {deprivation.map((row) => (
              <tr key={row.id} data-all={row.id === 'deprivation' || row.id === 'imd'}>
                <th scope="row">{row.label.replace(/ deprivation$/, '')}</th>
                <td class="drawn" title={percentileText(row.percentile, level)}>
                  <ShareBar share={row.percentile / 100} text={`${decimals(row.percentile, 0)}%`} />
                </td>
                <td>{decimals(row.score.here, 1)}</td>
                {authority && <td>{decimals(row.score.authority, 1)}</td>}
                <td>{decimals(row.score.region, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {deprivation.length > 0 && (
        <p class="place-note">
          Score: 0 to 100, higher is more deprived; of wider places: means weighted by residents.
        </p>
      )}
    </section>
  );
}
