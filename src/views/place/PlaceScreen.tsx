// Place: the profile of a ward, an LSOA, an authority or a group, beside its authority and region; prints as one page.
import { useEffect } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import type { PlaceProfile } from '../../domain/placeProfile.ts';
import { provisionPhrase } from '../../encode/sentence.ts';
import { Failure } from '../map/states.tsx';
import { type Page, vocabulary } from '../shell/page.ts';
import { AreasHere } from './AreasHere.tsx';
import { DeprivationRows } from './DeprivationRows.tsx';
import { EmptyPlace } from './EmptyPlace.tsx';
import { GapCascade } from './GapCascade.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { Locator } from './Locator.tsx';
import { PeopleHere } from './PeopleHere.tsx';
import { PlaceFoot } from './PlaceFoot.tsx';
import { besides, PlaceBar, PlaceHead } from './PlaceHead.tsx';
import { PlaceMonths } from './PlaceMonths.tsx';
import { ProvisionHere } from './ProvisionHere.tsx';
import { crowded } from './paperRoom.ts';
import { placeHref } from './placeLink.ts';
import { SimilarPlaces } from './SimilarPlaces.tsx';
import { usePlaceProfile } from './usePlaceProfile.ts';
import { ViolenceTable } from './ViolenceTable.tsx';
import '../../styles/place.css';

function Profile({ page, profile, answer }: { page: Page; profile: PlaceProfile; answer: Answer }) {
  const row = profile.codes.length === 1 ? answer.areas.code.indexOf(profile.codes[0]) : -1;
  const what = provisionPhrase(profile.question, vocabulary(page.session.catalogue.value));
  return (
    <>
      <PlaceHead page={page} profile={profile} answer={answer} />
      <div class="place-top">
        <KeyFigures profile={profile} answer={answer} row={row} />
        <Locator page={page} profile={profile} answer={answer} />
      </div>
      <AreasHere profile={profile} answer={answer} />
      <GapCascade profile={profile} what={what} />
      <ProvisionHere profile={profile} />
      <ViolenceTable profile={profile} />
      <PlaceMonths profile={profile} />
      <DeprivationRows profile={profile} />
      <PeopleHere profile={profile} />
      <SimilarPlaces profile={profile} answer={answer} />
      <PlaceFoot profile={profile} answer={answer} />
    </>
  );
}

/** What can be said of a place before its profile is there. */
function nameOf(page: Page, codes: readonly string[]): string {
  const area = page.session.catalogue.value?.areas.find((a) => a.code === codes[0]);
  if (!area) return 'Place';
  return codes.length > 1 ? `${area.name} and ${codes.length - 1} more` : area.name;
}

/** The shape of a profile while its figures are on their way. */
function PlaceWaiting({ name }: { name: string }) {
  return (
    <div class="place-waiting" role="status">
      <h1>{name}</h1>
      <p class="bone">Reading the figures of this place …</p>
      {Array.from({ length: 5 }, (_, k) => (
        <div key={k} class="bone place-bone" aria-hidden="true" />
      ))}
    </div>
  );
}

export function PlaceScreen({ page }: { page: Page }) {
  const { question, answer, progress, ask } = page.session;
  const asked = question.value;
  const newest = answer.value;
  const { profile, failure, late } = usePlaceProfile(page, asked);

  // A link may name LSOAs while the question reads wards: the areas named decide.
  useEffect(() => {
    if (profile && !late && profile.kind !== 'authority' && profile.level !== asked.level)
      ask({ level: profile.level }, 'adjust');
  }, [profile, late, asked.level]);

  if (asked.selected.length === 0) return <EmptyPlace page={page} />;
  const ready = newest !== null && profile !== null && newest.areas.level === profile.level;
  const beside = ready && !late ? besides(newest, profile, asked.selected) : { before: null, after: null };
  const onKeyDown = (event: KeyboardEvent) => {
    const within = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (within.closest('input, [role="application"], .place-scroll')) return;
    const to = event.key === 'ArrowLeft' ? beside.before : event.key === 'ArrowRight' ? beside.after : null;
    if (!to) return;
    event.preventDefault();
    location.hash = placeHref(asked, [to.code]);
  };
  const broken = progress.value.stage === 'failed' && !newest;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys turn to the places beside this one; each has a link too
    <div class="place-screen" onKeyDown={onKeyDown}>
      <PlaceBar page={page} beside={beside} />
      {progress.value.stage === 'failed' && <Failure page={page} />}
      {failure !== '' && (
        <div class="place-failure" role="alert">
          <h1>{nameOf(page, asked.selected)}</h1>
          <p>{failure}</p>
          <a href={placeHref(asked, [])}>Choose another place</a>
        </div>
      )}
      {failure === '' && !broken && (
        <article
          class="place"
          data-kind={profile?.kind}
          data-crowded={profile !== null && crowded(profile)}
          data-illustrative={newest?.inventoryStatus === 'illustrative'}
          data-state={ready ? (late ? 'late' : newest.uncertainty ? 'done' : 'intervals') : 'loading'}
          data-late={late && ready}
          aria-busy={late}
        >
          {ready ? (
            <Profile page={page} profile={profile} answer={newest} />
          ) : (
            <PlaceWaiting name={nameOf(page, asked.selected)} />
          )}
        </article>
      )}
    </div>
  );
}
