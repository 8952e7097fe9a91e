// What stands on the Map while there is no answer: its shape in grey, or the reason in a plain sentence.
import { notBy } from '../../domain/ownChoices.ts';
import { OPENING_QUESTION } from '../../domain/question.ts';
import { levelNoun } from '../../encode/words.ts';
import { writeLink } from '../../state/link.ts';
import type { Page } from '../shell/page.ts';
import { holdsNoMonth, NoMonths } from './NoMonths.tsx';

export function Waiting({ what, failed = false }: { what: 'map' | 'list'; failed?: boolean }) {
  if (failed) return <div class="map-pane waiting" />;
  if (what === 'map') {
    return (
      <div class="map-pane waiting" role="status">
        <span>Reading the outlines and the figures …</span>
      </div>
    );
  }
  return (
    <div class="waiting-list" aria-hidden="true">
      {Array.from({ length: 7 }, (_, k) => (
        <div key={k} class="bone-row">
          <span class="bone" />
          <span class="bone" />
        </div>
      ))}
    </div>
  );
}

export function Failure({ page }: { page: Page }) {
  const { message } = page.session.progress.value;
  const { answer, question, catalogue, ask } = page.session;
  // Own counts of wards asked for by LSOA, from a link, Back or another measure: the way on is the level they are there by.
  const measures = catalogue.value?.measures ?? [];
  const other = question.value.level === 'ward' ? 'lsoa' : 'ward';
  const elsewhere =
    notBy(question.value.level, question.value, measures).length > 0 &&
    notBy(other, question.value, measures).length === 0;
  return (
    <div class="failure" role="alert">
      <p>{message || 'The answer could not be computed.'}</p>
      {answer.value && <p>The figures below still answer the question asked before.</p>}
      {elsewhere ? (
        <button type="button" class="button primary" onClick={() => ask({ level: other, selected: [] })}>
          Show {levelNoun(other)}, keep the question
        </button>
      ) : holdsNoMonth(page) ? (
        <NoMonths page={page} />
      ) : (
        <button type="button" class="button" onClick={() => page.retry()}>
          Try again
        </button>
      )}{' '}
      <a class="button" href={writeLink({ ...OPENING_QUESTION, screen: page.session.question.value.screen })}>
        Start from the opening question
      </a>
    </div>
  );
}
