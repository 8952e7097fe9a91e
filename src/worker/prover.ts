// The prover's entry: an exact solver in a thread of its own, so that a long proof blocks nothing and can be stopped.
import highs from 'highs';
import wasm from 'highs/runtime?url';
import type { SitingProblem } from '../domain/bestSites.ts';
import { type Proof, proveProblem } from '../engine/prove.ts';

declare const self: DedicatedWorkerGlobalScope;

export interface ProveRequest {
  readonly problem: SitingProblem;
  readonly seconds: number;
}

export type ProveReply = { readonly proof: Proof } | { readonly refused: string };

const CANNOT_RUN =
  'The exact solver cannot run in this browser: the page’s safety rules, or the browser, forbid WebAssembly here. The certificate above stands without it.';

self.onmessage = async ({ data }: MessageEvent<ProveRequest>) => {
  const reply = (message: ProveReply) => self.postMessage(message);
  try {
    const solver = await highs({ locateFile: () => wasm });
    reply({
      proof: await proveProblem(data.problem, (lp, options) => solver.solve(lp, options), data.seconds),
    });
  } catch (error) {
    const sentence = error instanceof RangeError ? error.message : CANNOT_RUN;
    reply({ refused: sentence });
  }
};
