// Copies the address of the question with release, engine and the figures seen, as a record of a decision; or shows it to copy by hand.
import { useRef, useState } from 'preact/hooks';
import { seenFigures } from '../../domain/decisionRecord.ts';
import { sameFigures } from '../../domain/question.ts';
import { writeLink } from '../../state/link.ts';
import type { Page } from './page.ts';

/** How long the confirmation stands on the button. */
const CONFIRMED_MS = 2500;

const NO_CLIPBOARD =
  'The browser does not let the page use the clipboard. The link is selected: copy it with the keyboard.';
const OF_A_FILE =
  'This page is a file, and the link opens it where it lies on this computer. For others, send the file too, or set the part from # on behind the address of the site.';

export function CopyLink({ page }: { page: Page }) {
  const { question, catalogue, answer } = page.session;
  const [copied, setCopied] = useState(false);
  const [byHand, setByHand] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);

  const address = () => {
    const newest = answer.value;
    // Only the figures of this very question: while a newer one is under way the old ones are not its own.
    const seen = newest && sameFigures(newest.question, question.value) ? seenFigures(newest) : undefined;
    const made = new Date().toISOString().slice(0, 10);
    const stamp = catalogue.value ? { release: catalogue.value.release.hash, made, seen } : undefined;
    return `${location.href.split('#', 1)[0]}${writeLink(question.value, stamp)}`;
  };
  const show = (text: string) => {
    setByHand(text);
    dialog.current?.showModal();
  };
  const copy = async () => {
    const text = address();
    if (location.protocol === 'file:') return show(text);
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), CONFIRMED_MS);
    } catch {
      // The clipboard may be forbidden, or absent where the page is not served over https.
      show(text);
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
        <p>{location.protocol === 'file:' ? OF_A_FILE : NO_CLIPBOARD}</p>
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
