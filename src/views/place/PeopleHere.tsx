// Who lives in the place, by age and by census group, each share beside the authority's and the region's.
import { sharedAges } from '../../domain/ages.ts';
import type { PeopleRow, PlaceProfile } from '../../domain/placeProfile.ts';
import { people, share } from '../../encode/numbers.ts';
import { agesPhrase } from '../../encode/words.ts';
import { crowded } from './paperRoom.ts';
import { ShareBar } from './ShareBar.tsx';

interface RowsProps {
  readonly rows: readonly PeopleRow[];
  readonly profile: PlaceProfile;
  readonly head: string;
  readonly name: string;
}

function Rows({ rows, profile, head, name }: RowsProps) {
  const { authority, question } = profile;
  const short = crowded(profile);
  /** Null for what is not an age band. */
  const asked = (row: PeopleRow) => row.ages && sharedAges(row.ages, question.ages) !== null;
  const onPaper = rows.filter((row) => !short || asked(row) !== false).length;
  const full = Math.max(0.01, ...rows.flatMap((r) => [r.share.here, r.share.region]).filter((v) => v > 0));
  return (
    <table class={`place-table ${name}`}>
      <thead>
        <tr>
          <th scope="col">
            {head}
            {onPaper < rows.length && (
              <span class="of shown-of on-paper">
                {' '}
                {onPaper} of {rows.length} shown
              </span>
            )}
          </th>
          <th scope="col">People</th>
          <th scope="col" class="drawn">
            Share
          </th>
          {authority && <th scope="col">{authority.name}</th>}
          <th scope="col">Region</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            data-need={asked(row)}
            class={short && asked(row) === false ? 'on-screen' : undefined}
          >
            <th scope="row">{row.label}</th>
            <td>{people(row.people)}</td>
            <td class="drawn">
              <ShareBar
                share={row.share.here}
                tick={row.share.region}
                full={full}
                text={share(row.share.here)}
              />
            </td>
            {authority && <td>{share(row.share.authority)}</td>}
            <td>{share(row.share.region)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function PeopleHere({ profile }: { profile: PlaceProfile }) {
  return (
    <section class="place-people" aria-labelledby="place-people">
      <h2 id="place-people">
        People{' '}
        <span class="of">
          residents, Census 2021; bold: in {agesPhrase(profile.question.ages)}; tick: region
        </span>
      </h2>
      <Rows rows={profile.people} profile={profile} head="Age" name="place-ages" />
      {profile.groups.length > 0 ? (
        <Rows rows={profile.groups} profile={profile} head="Census 2021 group" name="place-groups" />
      ) : (
        <p class="place-note">Groups: not known, this release does not hold them.</p>
      )}
    </section>
  );
}
