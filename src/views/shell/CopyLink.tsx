// Copies the address of the question with the release it was answered from; says so, or shows the address to copy by hand.
import { useRef, useState } from 'preact/hooks';
import { writeLink } from '../../state/link.ts';
import type { Page } from './page.ts';

/** How long the confirmation stands on the button. */
const CONFIRMED_MS = 2500;

export function CopyLink({ page }: { page: Page }) {
  const { question, catalogue } = page.session;
  const [copied, setCopied] = useState(false);
  const [byHand, setByHand] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);

  const address = () => {
    const stamp = catalogue.value ? { release: catalogue.value.release.hash } : undefined;
    return `${location.href.split('#', 1)[0]}${writeLink(question.value, stamp)}`;
  };
  const copy = async () => {
    const text = address();
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), CONFIRMED_MS);
    } catch {
      // The clipboard may be forbidden, or absent where the page is not served over https.
      setByHand(text);
      dialog.current?.showModal();
    }
  };

  return (
    <>
      <button type="button" class="button primary" onClick={copy}>
        {copied ? 'Link copied' : 'Copy link'}
      </button>
      <span class="hidden" role="status">
        {copied ? 'The link to this question is on the clipboard.' : ''}
      </span>
      <dialog ref={dialog} class="sheet small" aria-labelledby="copy-title">
        <h2 id="copy-title">Copy this link</h2>
        <p>
          The browser does not let the page use the clipboard. The link is selected: copy it with the
          keyboard.
        </p>
        <input
          class="field"
          readOnly
          value={byHand}
          aria-label="Link to this question"
          onFocus={(event) => event.currentTarget.select()}
        />
        <form method="dialog">
          <button type="submit" class="button">
            Done
          </button>
        </form>
      </dialog>
    </>
  );
}
