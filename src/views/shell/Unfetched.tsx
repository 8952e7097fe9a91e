// What stands in place of a part whose file did not come: why, what still works, and another try.

interface UnfetchedProps {
  readonly what: string;
  /** How often fetching has failed by now. */
  readonly failures: number;
  /** Being fetched once more at this moment. */
  readonly trying: boolean;
  readonly again: () => void;
  /** For a part that the reader opened, and can close. */
  readonly close?: () => void;
}

export function Unfetched({ what, failures, trying, again, close }: UnfetchedProps) {
  return (
    <div class="later stumbled" role="alert">
      <p>
        {failures === 1
          ? `${what} could not be fetched: the site could not be reached. What was opened before still works.`
          : // Browsers may remember for as long as the page stands that a file did not come.
            `${what} could not be fetched this time either. Once the connection is back, reload the page: some browsers do not ask twice for a file that did not come. The question stays in the address; files of your own have to be opened again.`}
      </p>
      <button type="button" class="button" aria-disabled={trying} onClick={() => !trying && again()}>
        {trying ? 'Trying …' : 'Try again'}
      </button>{' '}
      {failures > 1 && (
        <button type="button" class="button" onClick={() => location.reload()}>
          Reload the page
        </button>
      )}{' '}
      {close && (
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      )}
    </div>
  );
}
