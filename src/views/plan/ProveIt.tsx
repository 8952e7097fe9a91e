// Proof on demand: an exact solver looks at every choice, under a time limit, and can be stopped.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BestSites } from '../../domain/bestSites.ts';
import { Overtaken } from '../../domain/furtherAnswers.ts';
import { provedWords } from '../../encode/planWords.ts';
import type { Proof } from '../../engine/prove.ts';
import type { Proving } from '../../worker/proveSites.ts';
import type { Page } from '../shell/page.ts';
import { search } from './siteSearch.ts';

const SECONDS = 60;

type State =
  | { readonly status: 'none' }
  | { readonly status: 'proving' }
  | { readonly status: 'said'; readonly sentence: string };

function sentenceOf(proof: Proof, found: BestSites): string {
  return provedWords(proof, found.unmetBefore - found.unmetAfter, SECONDS);
}

export function ProveIt({ page }: { page: Page }) {
  const [state, setState] = useState<State>({ status: 'none' });
  const proving = useRef<Proving | null>(null);
  /** Counts what was begun and given up: what comes from an earlier one is not listened to. */
  const turn = useRef(0);
  const button = useRef<HTMLButtonElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const { searched, result } = search.value;
  const chosen = result?.chosen.map((c) => c.id).join() ?? '';
  const giveUp = () => {
    turn.current += 1;
    proving.current?.stop();
    proving.current = null;
  };
  // A proof belongs to one choice of sites.
  useEffect(() => {
    setState({ status: 'none' });
    return giveUp;
  }, [searched.question, searched.means, searched.plan, chosen]);

  const stop = () => {
    giveUp();
    setState({ status: 'none' });
  };
  const prove = async () => {
    const { question, wish, result: found } = search.peek();
    if (!question || !wish || !found) return;
    turn.current += 1;
    const mine = turn.current;
    setState({ status: 'proving' });
    const say = (sentence: string) => {
      if (turn.current !== mine) return;
      // The button goes when the sentence comes; whoever waits on it is led to the sentence.
      const waiting = document.activeElement === button.current;
      setState({ status: 'said', sentence });
      if (waiting) requestAnimationFrame(() => words.current?.focus());
    };
    try {
      const problem = await page.further('sitingProblem', question, wish);
      const { proveSites } = await import('../../worker/proveSites.ts');
      if (turn.current !== mine) return;
      proving.current = proveSites(problem, SECONDS);
      const proof = await proving.current.proof;
      say(sentenceOf(proof, found));
    } catch (error) {
      if (error instanceof Overtaken) return;
      say(error instanceof Error ? error.message : String(error));
    }
  };

  const busy = state.status === 'proving';
  return (
    <>
      <span ref={words} role="status" tabIndex={-1}>
        {state.status === 'said' && state.sentence}
        {busy && `Proving, at most ${SECONDS} seconds … `}
      </span>
      {state.status !== 'said' && (
        <button ref={button} type="button" class="plain-button" onClick={busy ? stop : prove}>
          {busy ? 'Stop' : 'Prove it'}
        </button>
      )}
    </>
  );
}
