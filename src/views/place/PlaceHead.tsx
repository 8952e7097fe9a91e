// The head of a profile: way back, neighbours in the ranking, title, the question, and who it was prepared for.
import type { Answer } from '../../domain/answer.ts';
import type { PlaceProfile } from '../../domain/placeProfile.ts';
import { headlineText } from '../../encode/headline.ts';
import { placeKind } from '../../encode/placeSentences.ts';
import { ranking } from '../../encode/ranking.ts';
import { sentenceText } from '../../encode/sentence.ts';
import { type Page, vocabulary } from '../shell/page.ts';
import { mapHref, placeHref } from './placeLink.ts';

/** Codes before and after a single area in the order of the Map's list, or authorities in their own order. */
export function besides(answer: Answer, profile: PlaceProfile, selected: readonly string[]) {
  if (selected.length !== 1) return { before: null, after: null };
  const { areas, authorities } = answer;
  const named =
    profile.kind === 'authority'
      ? authorities.map((a) => ({ code: a.code, name: a.name }))
      : Array.from(ranking(answer).order, (i) => ({ code: areas.code[i], name: areas.name[i] }));
  const at = named.findIndex((n) => n.code === selected[0]);
  return { before: at > 0 ? named[at - 1] : null, after: at >= 0 ? (named[at + 1] ?? null) : null };
}

export function PlaceBar({ page, beside }: { page: Page; beside: ReturnType<typeof besides> }) {
  const { question } = page.session;
  const asked = question.value;
  return (
    <nav class="place-bar" aria-label="Profiles">
      <a href={mapHref(asked)}>← Map, same question</a>
      <span class="place-steps">
        {beside.before && (
          <a rel="prev" href={placeHref(asked, [beside.before.code])}>
            ‹ {beside.before.name}
          </a>
        )}
        {beside.after && (
          <a rel="next" href={placeHref(asked, [beside.after.code])}>
            {beside.after.name} ›
          </a>
        )}
      </span>
      <a href={placeHref(asked, [])}>Another place</a>
      <button type="button" class="button" onClick={() => window.print()}>
        Print one page
      </button>
    </nav>
  );
}

const BOARDS = [
  'Health and Wellbeing Board',
  'Community Safety Partnership',
  'Strategic Policing and Crime Board',
];

/** Stands on the sheet and the printed page; kept nowhere. */
function PreparedFor() {
  return (
    <label class="prepared">
      <span>Prepared for</span>
      <input
        class="field"
        list="place-boards"
        maxLength={120}
        placeholder={`${BOARDS[0]}, ${BOARDS[1]} …`}
        aria-label="Prepared for"
      />
      <datalist id="place-boards">
        {BOARDS.map((board) => (
          <option key={board} value={board} />
        ))}
      </datalist>
    </label>
  );
}

export function PlaceHead({ page, profile, answer }: { page: Page; profile: PlaceProfile; answer: Answer }) {
  const words = vocabulary(page.session.catalogue.value);
  const isSheet = profile.kind === 'authority';
  const headline = headlineText(answer, words);
  const { inventoryStatus } = answer;
  return (
    <header class="place-head">
      <h1>
        {profile.title} <span class="of">{placeKind(profile)}</span>{' '}
        {profile.gap.kind && (
          <span class="chip" data-kind={profile.gap.kind}>
            {profile.gap.kind}
          </span>
        )}
      </h1>
      <p class="place-sentence">
        {inventoryStatus === 'own' && <strong class="mark">Your own inventory</strong>}
        {sentenceText(answer.question, words)}
      </p>
      {isSheet && (
        <>
          <p class="place-headline">
            Region: {headline.figure && <strong>{headline.figure}</strong>}
            {headline.rest}
          </p>
          <PreparedFor />
        </>
      )}
    </header>
  );
}
