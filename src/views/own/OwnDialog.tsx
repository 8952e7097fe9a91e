// The sheet for the reader's own counts: choose files, confirm what they are, see what became of them.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Overtaken } from '../../domain/furtherAnswers.ts';
import { isOwn, type OwnLook, type OwnReport } from '../../domain/ownCounts.ts';
import { share } from '../../encode/numbers.ts';
import type { Page } from '../shell/page.ts';
import { ForgetOwn } from './ForgetOwn.tsx';
import { OwnChoose } from './OwnChoose.tsx';
import { type OwnChoice, OwnConfirm } from './OwnConfirm.tsx';
import { OwnOutcome } from './OwnOutcome.tsx';
import { nextOwnId, ownOpen, questionBefore } from './ownOpen.ts';
import '../../styles/own.css';

type Step =
  | { readonly at: 'choose'; readonly problem: string }
  | { readonly at: 'busy'; readonly what: string; readonly share: number }
  | {
      readonly at: 'confirm';
      readonly look: OwnLook;
      readonly files: readonly File[];
      readonly problem: string;
      readonly before?: OwnChoice;
    }
  | { readonly at: 'done'; readonly report: OwnReport; readonly addUp: (() => void) | null };

const START: Step = { at: 'choose', problem: '' };

/** What is wrong with all the files, in one sentence; empty where something can be read. */
function problemOf(look: OwnLook): string {
  if (look.kind === 'inventory')
    return 'This is an inventory of services, not a table of counts: bring it under Provision.';
  if (look.kind !== 'nothing') return '';
  const refused = look.files.filter((f) => f.kind === 'refused').map((f) => `${f.name}: ${f.note}`);
  return [...refused, ...look.why.map((w) => `${w.slice(0, 1).toUpperCase()}${w.slice(1)}.`)].join(' ');
}

export function OwnDialog({ page }: { page: Page }) {
  const { question, catalogue, ask } = page.session;
  const dialog = useRef<HTMLDialogElement>(null);
  const step = useSignal<Step>(START);
  const forgotten = useSignal(false);
  useEffect(() => dialog.current?.showModal(), []);
  const failed = (error: unknown, back: (problem: string) => Step) => {
    if (error instanceof Overtaken) return;
    step.value = back(error instanceof Error ? error.message : String(error));
  };

  const look = (files: readonly File[]) => {
    if (files.length === 0) return;
    step.value = { at: 'busy', what: 'Looking at the files', share: Number.NaN };
    const names = files.map((f) => f.name);
    page.further('ownLook', question.peek(), { files, names }).then(
      (seen) => {
        const problem = problemOf(seen);
        step.value = problem ? { at: 'choose', problem } : { at: 'confirm', look: seen, files, problem: '' };
      },
      (error) => failed(error, (why) => ({ at: 'choose', problem: why })),
    );
  };

  const take = (look: OwnLook, files: readonly File[], choice: OwnChoice, insteadOf?: string) => {
    step.value = { at: 'busy', what: 'Reading the files', share: Number.NaN };
    const id = nextOwnId();
    const wish = { ...choice, files, names: files.map((f) => f.name), id, insteadOf };
    const progress = (done: number) => {
      if (step.peek().at === 'busy') step.value = { at: 'busy', what: 'Reading the files', share: done };
    };
    page.further('ownTake', question.peek(), wish, progress).then(
      (report) => {
        const each = choice.counted.kind === 'each';
        const addUp = () => take(look, files, { ...choice, counted: { kind: 'sum' } }, id);
        step.value = { at: 'done', report, addUp: each ? addUp : null };
      },
      (error) => failed(error, (why) => ({ at: 'confirm', look, files, problem: why, before: choice })),
    );
  };

  const close = () => dialog.current?.close();
  const show = (report: OwnReport, alone: boolean) => {
    const { measure, levels } = report;
    if (!measure) return;
    const { need, level } = question.peek();
    if (!need.some((n) => isOwn(n.measure))) questionBefore.value = question.peek();
    const most = Math.max(...need.map((n) => n.weight));
    close();
    ask({
      screen: 'map',
      show: alone ? 'need' : question.peek().show,
      need: alone ? [{ measure: measure.id, weight: 1 }] : [...need, { measure: measure.id, weight: most }],
      level: levels.includes(level) ? level : levels[0],
    });
  };

  const now = step.value;
  const brought = catalogue.value?.measures.some((m) => m.kind === 'own') ?? false;
  return (
    <dialog
      ref={dialog}
      class="sheet own"
      aria-labelledby="own-title"
      onClose={() => {
        page.cancel('ownLook');
        page.cancel('ownTake');
        ownOpen.value = false;
      }}
    >
      <div class="sheet-head">
        <h2 id="own-title">Bring your own counts</h2>
        {(now.at === 'confirm' || now.at === 'done') && (
          <button
            type="button"
            class="button"
            onClick={() => {
              step.value = START;
            }}
          >
            Other files
          </button>
        )}
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </div>
      {now.at === 'choose' && (
        <>
          {now.problem !== '' && (
            <p class="own-problem" role="alert">
              {now.problem}
            </p>
          )}
          <OwnChoose onFiles={look} />
          {brought && (
            <div class="own-in-use">
              <ForgetOwn
                page={page}
                onDone={() => {
                  forgotten.value = true;
                  dialog.current?.querySelector('input')?.focus();
                }}
              />
            </div>
          )}
          {forgotten.value && !brought && <p role="status">Your counts are forgotten.</p>}
        </>
      )}
      {now.at === 'busy' && (
        <div class="own-busy" role="status">
          <p>
            {now.what} … {Number.isNaN(now.share) ? '' : share(now.share)}
          </p>
          <progress max={1} value={Number.isNaN(now.share) ? undefined : now.share} aria-label={now.what} />
          <button
            type="button"
            class="button"
            onClick={() => {
              page.cancel('ownLook');
              page.cancel('ownTake');
              step.value = START;
            }}
          >
            Cancel
          </button>
        </div>
      )}
      {now.at === 'confirm' && (
        <>
          {now.problem !== '' && (
            <p class="own-problem" role="alert">
              {now.problem}
            </p>
          )}
          <ul class="own-files">
            {now.look.files.map((f) => (
              <li key={f.name}>
                <b>{f.name}</b>
                {f.note && `: ${f.note}`}
              </li>
            ))}
          </ul>
          <OwnConfirm
            look={now.look}
            before={now.before}
            onTake={(choice) => take(now.look, now.files, choice)}
          />
        </>
      )}
      {now.at === 'done' && (
        <OwnOutcome
          report={now.report}
          onShow={() => show(now.report, true)}
          onAdd={() => show(now.report, false)}
          onAddedUp={now.addUp}
        />
      )}
    </dialog>
  );
}
