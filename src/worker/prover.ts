// The prover's entry: an exact solver in a thread of its own, so that a long proof blocks nothing and can be stopped.
import highs, { type InitOptions } from 'highs';
import wasm from 'highs/runtime?url';
import type { SitingProblem } from '../domain/bestSites.ts';
import { type Proof, proveProblem } from '../engine/prove.ts';

declare const self: DedicatedWorkerGlobalScope;

export interface ProveRequest {
  readonly problem: SitingProblem;
  readonly seconds: number;
  /** The solver itself, where it travels with the page; it is fetched otherwise. */
  readonly solver?: Uint8Array<ArrayBuffer>;
}

export type ProveReply = { readonly proof: Proof } | { readonly refused: string };

const CANNOT_RUN =
  'The exact solver cannot run in this browser: the page’s safety rules, or the browser, forbid WebAssembly here. The certificate above stands without it.';

/** The loader's own hook: given the solver's imports, gives back an instance of it. Its types leave it out. */
interface Instantiating extends InitOptions {
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): void;
}

/** How the loader comes by the solver: out of the bytes that travel with the page, or from its address. */
async function sourceOf(solver: Uint8Array<ArrayBuffer> | undefined): Promise<InitOptions> {
  if (!solver) return { locateFile: () => wasm };
  // Compiled here, where a browser that forbids it can still be answered for.
  const module = await WebAssembly.compile(solver);
  const options: Instantiating = {
    instantiateWasm(imports, done) {
      done(new WebAssembly.Instance(module, imports));
    },
  };
  return options;
}

self.onmessage = async ({ data }: MessageEvent<ProveRequest>) => {
  const reply = (message: ProveReply) => self.postMessage(message);
  try {
    const solver = await highs(await sourceOf(data.solver));
    reply({
      proof: await proveProblem(data.problem, (lp, options) => solver.solve(lp, options), data.seconds),
    });
  } catch (error) {
    const sentence = error instanceof RangeError ? error.message : CANNOT_RUN;
    reply({ refused: sentence });
  }
};
