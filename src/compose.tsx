// Where every layer meets: address, worker, outlines, session and views become one page. The site and the offline file both start here.
import { effect, type Signal, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import type { Topology } from 'topojson-specification';
import { decodeTopology } from './data/topology.ts';
import type { Level } from './domain/area.ts';
import type { Catalogue } from './domain/catalogue.ts';
import { isOwn } from './domain/ownCounts.ts';
import { type AddressPort, createSession } from './state/session.ts';
import { App } from './views/shell/App.tsx';
import { ownInventory } from './views/shell/ownInventory.ts';
import type { Page } from './views/shell/page.ts';
import { inTurn } from './views/shell/useTurn.ts';
import { createClient } from './worker/client.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/controls.css';
import './styles/list.css';
import './styles/map.css';
import './styles/charts.css';
import './styles/print.css';
import './styles/forced.css';

/** Where the engine runs and the release lies; the files themselves where they travel with the page. */
export interface Surroundings {
  readonly worker: Worker;
  /** Absolute address of the release's folder. */
  readonly base: string;
  readonly files?: Record<string, string>;
}

/** Browsers allow some hundred changes of the address a minute; a drag makes more, so only the last of a burst is written. */
const BURST_MS = 250;

function addressBar(): AddressPort {
  let waiting: string | null = null;
  let timer = 0;
  const write = () => {
    if (waiting !== null) history.replaceState(null, '', waiting);
    waiting = null;
  };
  return {
    read: () => waiting ?? location.hash,
    push(hash) {
      clearTimeout(timer);
      write();
      history.pushState(null, '', hash);
    },
    replace(hash) {
      waiting = hash;
      clearTimeout(timer);
      timer = window.setTimeout(write, BURST_MS);
    },
    listen(changed) {
      const heard = () => {
        // Back during a drag: what was about to be written belongs to an entry that is gone.
        clearTimeout(timer);
        waiting = null;
        changed();
      };
      window.addEventListener('popstate', heard);
      window.addEventListener('hashchange', heard);
    },
  };
}

/** Starts the page in the document's element "app". */
export function compose({ worker, base, files }: Surroundings): void {
  // Sentence, sliders and figures speak of the same measures: what is not held leaves the question, whether the release
  // never had it or the reader has forgotten it since.
  const keepHeld = (catalogue: Catalogue) => {
    const { need } = session.question.peek();
    const held = need.filter((n) => catalogue.measures.some((m) => m.id === n.measure));
    if (held.length === need.length) return;
    const gone = need.filter((n) => !held.includes(n)).map((n) => n.measure);
    const why = gone.some(isOwn)
      ? 'The link counts someone’s own data, which stays with its owner and is no part of a link; whoever has the file can bring it under “Bring your own counts”.'
      : `The link reads ${gone.map((id) => `“${id}”`).join(', ')}, which this release does not have.`;
    const instead =
      held.length > 0 ? 'The rest of the need is shown.' : `${catalogue.measures[0].label} is shown instead.`;
    session.notices.value = [...session.notices.value, `${why} ${instead}`];
    session.ask(
      { need: held.length > 0 ? held : [{ measure: catalogue.measures[0].id, weight: 1 }] },
      'adjust',
    );
  };

  const client = createClient(
    worker,
    base,
    (catalogue) => {
      session.catalogue.value = catalogue;
    },
    files,
  );
  // Before the first question, which may already read it; then whenever it is edited.
  effect(() => client.useInventory(ownInventory.inventory.value));
  const session = createSession(client.ask, addressBar());
  effect(() => {
    const catalogue = session.catalogue.value;
    if (catalogue && session.question.value) untracked(() => keepHeld(catalogue));
  });

  const outlines = new Map<Level, Signal<Topology | null>>();

  async function fetchOutlines(level: Level): Promise<Topology> {
    const path = level === 'ward' ? 'boundaries/wards.topojson' : 'boundaries/lsoas.topojson';
    return decodeTopology(
      JSON.parse(await client.file(path)),
      path,
      level === 'ward' ? ['wards'] : ['lsoas'],
    );
  }

  function outlinesOf(level: Level): Signal<Topology | null> {
    const held = outlines.get(level);
    if (held) return held;
    const arriving = signal<Topology | null>(null);
    outlines.set(level, arriving);
    fetchOutlines(level).then(
      (topology) => {
        arriving.value = topology;
      },
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        session.notices.value = [
          ...session.notices.value,
          `There is no map, because the outlines of the areas could not be read; list, table and figures are whole. ${why}`,
        ];
      },
    );
    return arriving;
  }

  const page: Page = {
    session,
    outlines: outlinesOf,
    read: client.file,
    further: client.request,
    cancel: client.cancel,
    useInventory: client.useInventory,
    retry: () => location.reload(),
  };

  // The outlines are on their way while the views are made.
  outlinesOf(session.question.peek().level);
  const root = document.getElementById('app');
  // In a task of its own: reading the code and drawing the shell together would hold the page.
  if (root) {
    inTurn(() => {
      root.replaceChildren();
      render(<App page={page} />, root);
    });
  }
}
