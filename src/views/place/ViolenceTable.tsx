// What is recorded here, by police.uk type: counts, rates with intervals beside authority and region, and the change between years.
import type { PlaceProfile, ViolenceRow } from '../../domain/placeProfile.ts';
import { decimals, rate, rateRange, whole } from '../../encode/numbers.ts';
import { against, againstMark, changeText, changeWord } from '../../encode/placeSentences.ts';
import { periodPhrase, periodShort } from '../../encode/words.ts';
import { crowded } from './paperRoom.ts';
import { RatioBar } from './RatioBar.tsx';

function Against({ row, other }: { row: ViolenceRow; other: number }) {
  const said = against(row, other);
  return (
    <span class="against" data-against={said}>
      <span aria-hidden="true">{againstMark(said)}</span> <span class="hidden">{said}</span>
    </span>
  );
}

const count = (value: number) => (value < 10 && value % 1 !== 0 ? decimals(value, 1) : whole(value));

/** Left out of the printed page where the need does not ask for them; a crowded sheet has those of the need alone. */
const ACQUISITIVE = new Set([
  'bicycle-theft',
  'burglary',
  'other-crime',
  'other-theft',
  'shoplifting',
  'theft-from-the-person',
  'vehicle-crime',
]);

const onPaper = ({ id, inNeed }: ViolenceRow, profile: PlaceProfile) =>
  inNeed || (!crowded(profile) && !ACQUISITIVE.has(id));

export function ViolenceTable({ profile }: { profile: PlaceProfile }) {
  const { authority, years, rateUnit } = profile;
  const paper = profile.violence.filter((r) => onPaper(r, profile)).length;
  const change = years && `${periodShort(years.earlier)} to ${periodShort(years.later)}`;
  return (
    <section class="place-violence" aria-labelledby="place-violence">
      <h2 id="place-violence">
        Recorded, by type{' '}
        <span class="of">
          {periodPhrase(profile.period)}, {rateUnit}
        </span>
        {paper < profile.violence.length && (
          <span class="of shown-of on-paper">
            {' '}
            {paper} of {profile.violence.length} rows shown
          </span>
        )}
      </h2>
      <p class="place-note scroll-cue" aria-hidden="true">
        The table goes on to the right: region and change →
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls on narrow screens, and must be reachable without a mouse */}
      <section class="place-scroll" tabIndex={0} aria-label="Table of recorded types">
        <table class="place-table">
          <thead>
            <tr>
              <th scope="col">Type</th>
              <th scope="col">Count</th>
              <th scope="col">
                Rate <small>95% interval</small>
              </th>
              <th scope="col" class="drawn">
                <small class="ratio-scale" aria-hidden="true">
                  <span>¼</span>
                  <span>region</span>
                  <span>×4</span>
                </small>
                <span class="hidden">Drawn against the region</span>
              </th>
              {authority && <th scope="col">{authority.name}</th>}
              <th scope="col">Region</th>
              <th scope="col">
                Change <small>{change ?? 'between two whole years'}</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {profile.violence.map((row) => (
              <tr
                key={row.id}
                data-need={row.inNeed}
                data-all={row.id === 'need'}
                class={onPaper(row, profile) ? undefined : 'on-screen'}
              >
                <th scope="row">{row.label}</th>
                <td>{count(row.count)}</td>
                <td>
                  {rate(row.rate.here)} <small>{rateRange(row.lower, row.upper)}</small>
                </td>
                <td class="drawn">
                  <RatioBar
                    value={row.rate.here}
                    lower={row.lower}
                    upper={row.upper}
                    region={row.rate.region}
                    authority={row.rate.authority}
                  />
                </td>
                {authority && (
                  <td>
                    {rate(row.rate.authority)} <Against row={row} other={row.rate.authority} />
                  </td>
                )}
                <td>
                  {rate(row.rate.region)} <Against row={row} other={row.rate.region} />
                </td>
                <td class="year-change" data-change={changeWord(row.change)}>
                  {changeText(row.change)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="place-note">
        ▲ higher, ▼ lower, = not clearly different: where the interval lies against{' '}
        {authority ? `${authority.name} (▴ on the scale) and ` : ''}the region (dotted line). Bold: the need
        asked for. Change: later over earlier year, 95% interval
        {profile.years ? '' : '; the release does not hold two whole years'}.
      </p>
    </section>
  );
}
