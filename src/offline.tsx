// The entry of the offline file: engine, solver, release and stories travel inside the page, and nothing is ever fetched.
import { compose } from './compose.tsx';
import Prover from './worker/prover.ts?worker&inline';
import { carryProver } from './worker/proveSites.ts';
import EngineWorker from './worker/worker.ts?worker&inline';

/** What the file carries in the element of this id: gzipped, in base64. */
async function unpacked(id: string): Promise<Response> {
  const packed = document.getElementById(id)?.textContent?.trim() ?? '';
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
}

/** The release as the file carries it: one JSON object of path → text. */
async function carriedFiles(): Promise<Record<string, string>> {
  return (await unpacked('release')).json();
}

carryProver({
  thread: () => new Prover(),
  solver: async () => new Uint8Array(await (await unpacked('solver')).arrayBuffer()),
});

carriedFiles().then(
  (files) => {
    const opening = document.documentElement.dataset.opening;
    if (opening && location.hash === '') history.replaceState(null, '', opening);
    compose({ worker: new EngineWorker(), base: 'about:blank', files });
  },
  () => {
    const say = document.createElement('p');
    say.textContent =
      'The release inside this file is damaged. Ask for the file again; nothing was sent anywhere.';
    document.getElementById('app')?.replaceChildren(say);
  },
);
