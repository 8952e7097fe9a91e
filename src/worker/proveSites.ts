// The page's side of the prover: one proof at a time, in a thread that is ended when it is done or given up.
import type { SitingProblem } from '../domain/bestSites.ts';
import type { Proof } from '../engine/prove.ts';
import type { ProveReply, ProveRequest } from './prover.ts';

export interface Proving {
  /** Rejects with a plain sentence where the solver cannot run. Never settles once given up. */
  readonly proof: Promise<Proof>;
  stop(): void;
}

/** What the prover needs to run: its thread, and the solver where that travels with the page. */
interface ProverParts {
  readonly thread: () => Worker;
  readonly solver?: () => Promise<Uint8Array<ArrayBuffer>>;
}

let parts: ProverParts = {
  thread: () => new Worker(new URL('./prover.ts', import.meta.url), { type: 'module', name: 'prover' }),
};

/** The offline file carries the prover within itself, and says so before anything is proved. */
export function carryProver(carried: ProverParts): void {
  parts = carried;
}

const NOT_STARTED =
  'The exact solver could not be started in this browser. The certificate above stands without it.';

export function proveSites(problem: SitingProblem, seconds: number): Proving {
  let stopped = false;
  let worker: Worker | null = null;
  const stop = () => {
    stopped = true;
    worker?.terminate();
  };
  const proof = new Promise<Proof>((resolve, reject) => {
    const fail = (sentence: string) => {
      stop();
      reject(new Error(sentence));
    };
    const begin = (solver?: Uint8Array<ArrayBuffer>) => {
      if (stopped) return;
      worker = parts.thread();
      worker.onerror = () => fail(NOT_STARTED);
      worker.onmessage = ({ data }: MessageEvent<ProveReply>) => {
        if ('refused' in data) return fail(data.refused);
        stop();
        resolve(data.proof);
      };
      const request: ProveRequest = { problem, seconds, solver };
      worker.postMessage(request, solver ? [solver.buffer] : []);
    };
    Promise.resolve(parts.solver?.())
      .then(begin)
      .catch(() => fail(NOT_STARTED));
  });
  return { proof, stop };
}
