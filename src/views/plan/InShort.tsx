// The share missing now and with the plan in one line, on a phone, where the figures and maps stand below the controls.
import type { Answer } from '../../domain/answer.ts';
import { share } from '../../encode/numbers.ts';

export function InShort({ answer, late }: { answer: Answer; late: boolean }) {
  const { before, headline } = answer;
  return (
    <p class="plan-short" data-late={late}>
      <span>
        Missing: <b>{share((before?.headline ?? headline).unmetShare)}</b> now
        {before && (
          <>
            , <b>{share(headline.unmetShare)}</b> with {answer.question.plan?.name ?? 'the plan'}
          </>
        )}
      </span>
      <button
        type="button"
        class="plain-button"
        onClick={() => {
          const figures = document.querySelector<HTMLElement>('.plan-centre');
          figures?.scrollIntoView();
          figures?.focus({ preventScroll: true });
        }}
      >
        See the maps
      </button>
    </p>
  );
}
