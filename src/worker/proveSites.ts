// The page's side of the prover: one proof at a time, in a thread that is ended when it is done or given up.
import type { SitingProblem } from '../domain/bestSites.ts';
import type { Proof } from '../engine/prove.ts';
import type { ProveReply, ProveRequest } from './prover.ts';

export interface Proving {
  /** Rejects with a plain sentence where the solver cannot run. Never settles once given up. */
  readonly proof: Promise<Proof>;
  stop(): void;
}

const NOT_STARTED =
  'The exact solver could not be started in this browser. The certificate above stands without it.';

export function proveSites(problem: SitingProblem, seconds: number): Proving {
  let worker: Worker | null = null;
  const stop = () => worker?.terminate();
  const proof = new Promise<Proof>((resolve, reject) => {
    const fail = (sentence: string) => {
      stop();
      reject(new Error(sentence));
    };
    try {
      worker = new Worker(new URL('./prover.ts', import.meta.url), { type: 'module', name: 'prover' });
    } catch {
      return fail(NOT_STARTED);
    }
    worker.onerror = () => fail(NOT_STARTED);
    worker.onmessage = ({ data }: MessageEvent<ProveReply>) => {
      if ('refused' in data) return fail(data.refused);
      stop();
      resolve(data.proof);
    };
    const request: ProveRequest = { problem, seconds };
    worker.postMessage(request);
  });
  return { proof, stop };
}
