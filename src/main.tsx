// The entry of the site: the engine in a worker of its own, the release in the folder beside the page.
import { compose } from './compose.tsx';

compose({
  worker: new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' }),
  base: new URL('data/', document.baseURI).href,
});
