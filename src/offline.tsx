// The entry of the offline file: engine, release and stories travel inside the page, and nothing is ever fetched.
import { compose } from './compose.tsx';
import EngineWorker from './worker/worker.ts?worker&inline';

/** The release as the file carries it: one JSON object of path → text, gzipped, in base64. */
async function carriedFiles(): Promise<Record<string, string>> {
  const packed = document.getElementById('release')?.textContent?.trim() ?? '';
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const text = await new Response(
    new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')),
  ).text();
  return JSON.parse(text);
}

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
