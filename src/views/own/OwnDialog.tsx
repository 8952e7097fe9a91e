// The sheet for the reader's own counts: choose files, confirm what they are, see what became of them.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Overtaken } from '../../domain/furtherAnswers.ts';
import { OWN_PREFIX, type OwnLook, type OwnReport } from '../../domain/ownCounts.ts';
import { share } from '../../encode/numbers.ts';
import type { Page } from '../shell/page.ts';
import { OwnChoose } from './OwnChoose.tsx';
import { type OwnChoice, OwnConfirm } from './OwnConfirm.tsx';
import { OwnOutcome } from './OwnOutcome.tsx';
import { ownOpen } from './ownOpen.ts';
import '../../styles/own.css';

type Step =
  | { readonly at: 'choose'; readonly problem: string }
  | { readonly at: 'busy'; readonly what: string; readonly share: number }
  | { readonly at: 'confirm'; readonly look: OwnLook; readonly files: readonly File[] }
  | { readonly at: 'done'; readonly report: OwnReport };

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
  useEffect(() => dialog.current?.showModal(), []);
  const failed = (error: unknown) => {
    if (error instanceof Overtaken) return;
    step.value = { at: 'choose', problem: error instanceof Error ? error.message : String(error) };
  };

  const look = (files: readonly File[]) => {
    if (files.length === 0) return;
    step.value = { at: 'busy', what: 'Looking at the files', share: Number.NaN };
    const names = files.map((f) => f.name);
    page.further('ownLook', question.peek(), { files, names }).then((seen) => {
      const problem = problemOf(seen);
      step.value = problem ? { at: 'choose', problem } : { at: 'confirm', look: seen, files };
    }, failed);
  };

  const take = (files: readonly File[], choice: OwnChoice) => {
    step.value = { at: 'busy', what: 'Reading the files', share: Number.NaN };
    const taken = (catalogue.peek()?.measures ?? []).filter((m) => m.kind === 'own').length;
    const wish = { ...choice, files, names: files.map((f) => f.name), id: `${OWN_PREFIX}${taken + 1}` };
    const progress = (done: number) => {
      if (step.peek().at === 'busy') step.value = { at: 'busy', what: 'Reading the files', share: done };
    };
    page.further('ownTake', question.peek(), wish, progress).then((report) => {
      step.value = { at: 'done', report };
    }, failed);
  };

  const close = () => dialog.current?.close();
  const show = (report: OwnReport, alone: boolean) => {
    const { measure, levels } = report;
    if (!measure) return;
    const { need, level } = question.peek();
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
          <ul class="own-files">
            {now.look.files.map((f) => (
              <li key={f.name}>
                <b>{f.name}</b>
                {f.note && `: ${f.note}`}
              </li>
            ))}
          </ul>
          <OwnConfirm look={now.look} onTake={(choice) => take(now.files, choice)} />
        </>
      )}
      {now.at === 'done' && (
        <OwnOutcome
          report={now.report}
          onShow={() => show(now.report, true)}
          onAdd={() => show(now.report, false)}
        />
      )}
    </dialog>
  );
}
