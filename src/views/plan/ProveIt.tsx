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
  const { key, result } = search.value;
  const chosen = result?.chosen.map((c) => c.id).join() ?? '';
  // A proof belongs to one choice of sites.
  useEffect(() => {
    setState({ status: 'none' });
    return () => {
      proving.current?.stop();
      proving.current = null;
    };
  }, [key, chosen]);

  const stop = () => {
    proving.current?.stop();
    proving.current = null;
    setState({ status: 'none' });
  };
  const prove = async () => {
    const { question, wish, result: found } = search.peek();
    if (!question || !wish || !found) return;
    setState({ status: 'proving' });
    try {
      const problem = await page.further('sitingProblem', question, wish);
      const { proveSites } = await import('../../worker/proveSites.ts');
      proving.current = proveSites(problem, SECONDS);
      const proof = await proving.current.proof;
      setState({ status: 'said', sentence: sentenceOf(proof, found) });
    } catch (error) {
      if (error instanceof Overtaken) return;
      setState({ status: 'said', sentence: error instanceof Error ? error.message : String(error) });
    }
    proving.current = null;
  };

  if (state.status === 'said') return <span role="status">{state.sentence}</span>;
  if (state.status === 'proving')
    return (
      <span role="status">
        Proving, at most {SECONDS} seconds …{' '}
        <button type="button" class="plain-button" onClick={stop}>
          Stop
        </button>
      </span>
    );
  return (
    <button type="button" class="plain-button" onClick={prove}>
      Prove it
    </button>
  );
}
