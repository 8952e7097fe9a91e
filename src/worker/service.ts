// The engine as a service: loads what a question needs, answers, then draws; gives up as soon as a newer question comes.
import { ensure, loadCore, type Read } from '../data/load.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Inventory } from '../domain/intervention.ts';
import { analyse } from '../engine/analyse.ts';
import { DRAWS, startDraws } from '../engine/draws.ts';
import { needsOf } from '../engine/needs.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** Draws between two looks at the inbox: about 10 ms at ward level. */
const DRAWS_AT_A_TIME = 100;

export function catalogueOf(dataset: Dataset): Catalogue {
  const named = (level: 'ward' | 'lsoa') => {
    const areas = level === 'ward' ? dataset.wards : dataset.lsoas;
    return areas.code.map((code, i) => ({
      code,
      name: areas.name[i],
      authority: dataset.authorities[areas.authority[i]].name,
      level,
    }));
  };
  return {
    release: dataset.release,
    authorities: dataset.authorities,
    areas: [
      ...dataset.authorities.map((a) => ({
        code: a.code,
        name: a.name,
        authority: a.name,
        level: 'authority' as const,
      })),
      ...named('ward'),
      ...named('lsoa'),
    ],
    measures: dataset.measures,
    programmes: dataset.programmes,
    months: dataset.months,
    ages: dataset.bands.map((b) => b.ages),
    documented: dataset.inventories.documented,
  };
}

/** @param pause lets waiting messages in; @param post sends to the page. */
export function createService(read: Read, post: (message: FromWorker) => void, pause: () => Promise<void>) {
  let core: Promise<Dataset> | null = null;
  let own: Inventory | null = null;
  let latest = -1;

  const start = () => {
    core ??= loadCore(read).then((dataset) => {
      post({ kind: 'catalogue', catalogue: catalogueOf(dataset) });
      return dataset;
    });
    return core;
  };

  async function answer(message: Extract<ToWorker, { kind: 'ask' }>): Promise<void> {
    const { id, question } = message;
    const stale = () => id !== latest;
    const tell = (stage: 'loading' | 'working' | 'intervals' | 'done', share: number) =>
      post({ kind: 'progress', id, stage, share });
    const basis = await start();
    if (stale()) return;
    tell('loading', 0.5);
    const full = await ensure(read, basis, needsOf(basis.measures, question));
    core = Promise.resolve(full);
    if (stale()) return;
    const dataset = own ? { ...full, inventories: { ...full.inventories, own } } : full;
    const workings = analyse(dataset, question);
    post({ kind: 'answer', id, answer: workings.answer });
    tell('intervals', 0);
    await pause();
    if (stale()) return;
    const run = startDraws(dataset, question, workings);
    for (let done = 0; done < DRAWS; ) {
      done = run.advance(DRAWS_AT_A_TIME);
      tell('intervals', done / DRAWS);
      await pause();
      if (stale()) return;
    }
    post({ kind: 'answer', id, answer: { ...workings.answer, uncertainty: run.finish() } });
    tell('done', 1);
  }

  return {
    receive(message: ToWorker): void {
      if (message.kind === 'inventory') {
        own = message.inventory;
        return;
      }
      latest = message.id;
      answer(message).catch((error: unknown) => {
        core = null;
        if (message.id === latest)
          post({
            kind: 'failed',
            id: message.id,
            message: error instanceof Error ? error.message : String(error),
          });
      });
    },
  };
}
