// The engine as a service: loads what a question needs, answers, then draws; gives up as soon as a newer question comes.
import { ensure, fileText, loadOpening, type Read } from '../data/load.ts';
import type { Level } from '../domain/area.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { FurtherName } from '../domain/furtherAnswers.ts';
import type { Inventory } from '../domain/intervention.ts';
import { type Plan, type Question, sameFigures } from '../domain/question.ts';
import { analyse } from '../engine/analyse.ts';
import { DRAWS, startDraws } from '../engine/draws.ts';
import { type Needs, needsOf, openingSuffices } from '../engine/needs.ts';
import { type Standing, standingOf } from '../engine/standing.ts';
import { nothingKept } from './ownKept.ts';
import type { AreaColumns, FromWorker, FurtherReply, FurtherRequest, ToWorker } from './protocol.ts';

/** Draws between two looks at the inbox: about 10 ms at ward level. */
const DRAWS_AT_A_TIME = 100;
/** The first of a question are few: the page, which has just drawn the answer, may be asking for more. */
const FIRST_DRAWS = 10;

const REHEARSALS = 3;

/** Turns of the event loop that draws wait for a further answer to begin: more than its code needs, fewer than a file takes. */
const TURNS_TO_BEGIN = 20;

function catalogueOf(dataset: Dataset): Omit<Catalogue, 'areas'> {
  return {
    release: dataset.release,
    authorities: dataset.authorities,
    measures: dataset.measures,
    programmes: dataset.programmes,
    months: dataset.months,
    ages: dataset.bands.map((b) => b.ages),
    documented: dataset.inventories.documented,
  };
}

function columnsOf({ authorities, wards, lsoas }: Dataset): AreaColumns[] {
  return [
    {
      code: authorities.map((a) => a.code),
      name: authorities.map((a) => a.name),
      authority: Uint8Array.from(authorities.keys()),
      level: 'authority',
    },
    ...[wards, lsoas].map(({ code, name, authority, level }) => ({ code, name, authority, level })),
  ];
}

/** Code that other questions need; once it has come, they can be asked without the network. */
const laterParts = () =>
  Promise.all([import('../engine/hotspots.ts'), import('./withNeighbours.ts'), import('./further.ts')]);

/**
 * A plan that nobody asked for. The first plans a program computes take it several times as long as those that follow; these
 * are computed while nobody waits, so that a reader's own first is already one that follows.
 */
const rehearsal = ({ services }: Inventory): Plan => ({
  name: '',
  changes: services.slice(0, 1).map((service) => ({ kind: 'resize', id: service.id, capacity: 1 })),
});

/** @param pause lets waiting messages in; @param post sends to the page. */
export function createService(read: Read, post: (message: FromWorker) => void, pause: () => Promise<void>) {
  let core: Promise<Dataset> | null = null;
  let own: Inventory | null = null;
  const ownCounts = nothingKept();
  let latest = -1;
  const latestOf = new Map<FurtherName, number>();

  /** The dataset with what the reader brought. */
  const withOwn = (dataset: Dataset): Dataset => {
    const brought = own ? { ...dataset, inventories: { ...dataset.inventories, own } } : dataset;
    if (ownCounts.tables.size === 0) return brought;
    const measures = [...dataset.measures, ...[...ownCounts.tables.values()].map((t) => t.measure)];
    return { ...brought, measures, own: ownCounts.tables };
  };

  let rehearsals = REHEARSALS;
  let last: { dataset: Dataset; question: Question; standing: Standing } | null = null;

  /** Further answers asked for of which nothing has been said yet. */
  let unheard = 0;

  /** Lets waiting messages in: what they ask for comes before more draws, unless it has to wait for a file. */
  const giveWay = async () => {
    await pause();
    for (let k = 0; k < TURNS_TO_BEGIN && unheard > 0; k++) await pause();
  };

  /** A plan that is tried out leaves most of the last answer as it was. */
  const standing = (dataset: Dataset, asked: Question): Standing => {
    const question = { ...asked, plan: null };
    if (last?.dataset !== dataset || !sameFigures(last.question, question))
      last = { dataset, question, standing: standingOf(dataset, question) };
    return last.standing;
  };

  const tellCatalogue = (dataset: Dataset) =>
    post({ kind: 'catalogue', catalogue: catalogueOf(withOwn(dataset)), areas: columnsOf(dataset) });

  const start = () => {
    core ??= loadOpening(read).then((dataset) => {
      tellCatalogue(dataset);
      return dataset;
    });
    return core;
  };

  /** Loads one thing after the other, so that nothing loaded is lost to another request; a failure leaves what was held. */
  const held = async (load: (dataset: Dataset) => Promise<Dataset>): Promise<Dataset> => {
    const before = start();
    const after = before.then(async (dataset) => {
      const loaded = await load(dataset);
      // Names of LSOAs and bounds of ages are chosen from; they are there now.
      if (dataset.openingOnly && !loaded.openingOnly) tellCatalogue(loaded);
      return loaded;
    });
    core = after.catch(() => before);
    before.catch(() => {
      core = null;
    });
    const dataset = await after;
    return withOwn(dataset);
  };

  const holding = (question: Question, more: Partial<Needs> & { openingOnly?: boolean } = {}) =>
    held((dataset) => {
      const needs = needsOf(dataset.measures, question, dataset.counts);
      return ensure(read, dataset, {
        crimeTypes: [...needs.crimeTypes, ...(more.crimeTypes ?? [])],
        columns: [...needs.columns, ...(more.columns ?? [])],
        illustrative: needs.illustrative,
        openingOnly: more.openingOnly,
      });
    });

  const touching = async (level: Level) => {
    const { withNeighbours } = await import('./withNeighbours.ts');
    return held((dataset) => withNeighbours(read, dataset, level));
  };

  async function answer(message: Extract<ToWorker, { kind: 'ask' }>): Promise<void> {
    const { id, question } = message;
    const stale = () => id !== latest;
    const tell = (stage: 'loading' | 'working' | 'intervals' | 'done', share: number) =>
      post({ kind: 'progress', id, stage, share });
    await start();
    if (stale()) return;
    tell('loading', 0.5);
    const dataset = await holding(question, { openingOnly: openingSuffices(question) });
    if (stale()) return;
    const workings = analyse(dataset, question, standing(dataset, question));
    post({ kind: 'answer', id, answer: workings.answer });
    if (question.show === 'hotspots') {
      tell('working', 0.5);
      const { hotspotsOf } = await import('../engine/hotspots.ts');
      const touches = await touching(question.level);
      await pause();
      if (stale()) return;
      post({
        kind: 'answer',
        id,
        answer: { ...workings.answer, hotspots: hotspotsOf(touches, question, workings) },
      });
    }
    tell('intervals', 0);
    await giveWay();
    if (stale()) return;
    const run = startDraws(dataset, question, workings);
    await giveWay();
    for (let done = 0; done < DRAWS; ) {
      if (stale()) return;
      done = run.advance(done === 0 ? FIRST_DRAWS : DRAWS_AT_A_TIME);
      tell('intervals', done / DRAWS);
      await giveWay();
    }
    if (stale()) return;
    post({ kind: 'uncertainty', id, uncertainty: run.finish() });
    tell('done', 1);
    // What the next question is likely to need comes while the reader reads; where it cannot be had now, that question says so.
    laterParts().catch(() => {});
    const whole = dataset.openingOnly ? await holding(question).catch(() => dataset) : dataset;
    for (; rehearsals > 0; rehearsals--) {
      await pause();
      if (stale()) return;
      const plan = rehearsal(workings.base.inventory);
      analyse(whole, { ...question, plan }, standing(whole, question));
    }
  }

  async function further(message: FurtherRequest): Promise<void> {
    const { id, name, question, payload } = message;
    const current = () => latestOf.get(name) === id;
    const host = {
      read,
      holding,
      touching,
      ownCounts,
      async ownChanged() {
        tellCatalogue(await start());
      },
      async goOn() {
        await pause();
        return current();
      },
    };
    let first = true;
    const begun = () => {
      if (first) unheard -= 1;
      first = false;
    };
    const reply = (share: number, result: FurtherReply['result']) => {
      begun();
      if (current()) post({ kind: 'reply', id, name, share, result } as FurtherReply);
    };
    unheard += 1;
    try {
      const { furtherAnswer } = await import('./further.ts');
      const result = await furtherAnswer(name, host, question, payload, (share, soFar) =>
        // Only the whole result is a share of 1.
        reply(Math.min(share, 0.999), soFar ?? null),
      );
      if (result !== null) reply(1, result);
    } finally {
      begun();
    }
  }

  const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error));

  return {
    receive(message: ToWorker): void {
      switch (message.kind) {
        case 'inventory':
          own = message.inventory;
          break;
        case 'file':
          fileText(read, message.path).then(
            (text) => post({ kind: 'file', id: message.id, text }),
            (error: unknown) => post({ kind: 'no file', id: message.id, message: sentence(error) }),
          );
          break;
        case 'cancel':
          latestOf.delete(message.name);
          break;
        case 'request':
          latestOf.set(message.name, message.id);
          further(message).catch((error: unknown) => {
            if (latestOf.get(message.name) === message.id)
              post({ kind: 'refused', id: message.id, name: message.name, message: sentence(error) });
          });
          break;
        case 'ask':
          latest = message.id;
          answer(message).catch((error: unknown) => {
            if (message.id === latest) post({ kind: 'failed', id: message.id, message: sentence(error) });
          });
      }
    },
  };
}
