// "Add to story": keeps the question as the next step of the reader's own story, and says where it went.
import { useState } from 'preact/hooks';
import type { Page } from './page.ts';

const SAID_MS = 4000;

export function AddStep({ page }: { page: Page }) {
  const [said, setSaid] = useState('');
  const add = async () => {
    // The stories are fetched when they are first wanted; a failed fetch is said and not thrown.
    const text = await import('../present/addStep.ts').then(
      ({ addStep }) => addStep(page.session.question.peek()),
      () => 'The stories could not be fetched. Check the connection and try again.',
    );
    setSaid(text);
    setTimeout(() => setSaid(''), SAID_MS);
  };
  return (
    <span class="add-step">
      <button type="button" class="button" onClick={add}>
        Add to story
      </button>
      <span role="status" class="add-step-said" hidden={said === ''}>
        {said}
      </span>
    </span>
  );
}
