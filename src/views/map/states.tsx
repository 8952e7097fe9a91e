// What stands on the Map while there is no answer: its shape in grey, or the reason in a plain sentence.
import { OPENING_QUESTION } from '../../domain/question.ts';
import { writeLink } from '../../state/link.ts';
import type { Page } from '../shell/page.ts';

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
  const { answer } = page.session;
  return (
    <div class="failure" role="alert">
      <p>{message || 'The answer could not be computed.'}</p>
      {answer.value && <p>The figures below still answer the question asked before.</p>}
      <button type="button" class="button" onClick={() => page.retry()}>
        Try again
      </button>{' '}
      <a class="button" href={writeLink({ ...OPENING_QUESTION, screen: page.session.question.value.screen })}>
        Start from the opening question
      </a>
    </div>
  );
}
