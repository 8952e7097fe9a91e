// Page and worker, with the release of this repository between them: further answers arrive, newer ones win, failures are sentences.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { Overtaken } from '../../src/domain/furtherAnswers.ts';
import { OPENING_QUESTION } from '../../src/domain/question.ts';
import { validate } from '../../src/engine/validate.ts';
import { type Client, createClient } from '../../src/worker/client.ts';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';
import { createService } from '../../src/worker/service.ts';
import { readRelease, releaseIsHere } from '../engine/release.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The service on the other side of structured messages, as a worker's thread would have it. */
function connected(
  heard: (message: FromWorker) => void = () => {},
  read = readRelease,
): {
  client: Client;
  catalogue: Promise<Catalogue>;
} {
  let tell: (catalogue: Catalogue) => void = () => {};
  const catalogue = new Promise<Catalogue>((resolve) => {
    tell = resolve;
  });
  const port = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    onerror: null,
    postMessage(message: ToWorker | { kind: 'start' }) {
      if (message.kind !== 'start') service.receive(structuredClone(message));
    },
  };
  const service = createService(
    read,
    (message) => {
      heard(message);
      port.onmessage?.({ data: structuredClone(message) });
    },
    turn,
  );
  return { client: createClient(port as unknown as Worker, '', tell), catalogue };
}

function asked(client: Client, question = OPENING_QUESTION): Promise<Answer[]> {
  const heard: Answer[] = [];
  return new Promise((resolve, reject) => {
    client.ask(
      question,
      (answer) => heard.push(answer),
      (p) => {
        if (p.stage === 'done') resolve(heard);
        if (p.stage === 'failed') reject(new Error(p.message));
      },
    );
  });
}

describe.skipIf(!releaseIsHere)(
  'the worker over the release (skipped where public/data has not been made)',
  () => {
    let client: Client;
    let catalogue: Promise<Catalogue>;
    beforeAll(() => {
      ({ client, catalogue } = connected());
    });

    test('answers the first question at once, then with intervals, and both obey the laws', async () => {
      const [point, whole] = await asked(client);
      expect((await catalogue).authorities).toHaveLength(7);
      expect(point.uncertainty).toBeNull();
      expect(whole.uncertainty?.draws).toBe(2000);
      expect(validate(point)).toEqual([]);
      expect(validate(whole)).toEqual([]);
      expect(whole.headline.unmetShare).toBeGreaterThan(whole.uncertainty?.unmetShare.lower ?? 1);
    });

    test('says nothing more once it is done, whatever it computes ahead; a plan then has the figures it has afresh', async () => {
      const said: string[] = [];
      const { client: own } = connected((message) => said.push(message.kind));
      const today = (await asked(own))[1];
      const before = said.length;
      for (let k = 0; k < 20; k++) await turn();
      // The names of LSOAs come meanwhile.
      expect(said.slice(before).filter((kind) => kind !== 'catalogue')).toEqual([]);
      const id = today.services[0].service.id;
      const question = {
        ...OPENING_QUESTION,
        plan: { name: 'P', changes: [{ kind: 'close', id }] },
      } as const;
      const planned = (await asked(own, question))[0];
      const afresh = (await asked(connected().client, question))[0];
      expect(planned).toEqual(afresh);
      expect(planned.before?.headline).toEqual(today.headline);
      expect(planned.headline.unmetShare).not.toBe(today.headline.unmetShare);
    });

    test('a further answer asked for with the question comes before its draws', async () => {
      const said: string[] = [];
      const held = new Map<string, string>();
      const afterThreeTurns = async (path: string) => {
        const text = held.get(path) ?? (await readRelease(path));
        held.set(path, text);
        for (let k = 0; k < 3; k++) await turn();
        return text;
      };
      const { client: own } = connected(
        (m) => said.push(m.kind === 'progress' ? m.stage : m.kind),
        afterThreeTurns,
      );
      await asked(own);
      await own.request('candidates', OPENING_QUESTION, { from: 'hospitals' });
      held.set('services/practices.csv', await readRelease('services/practices.csv'));
      said.length = 0;
      const whole = asked(own, { ...OPENING_QUESTION, seed: 2 });
      await own.request('candidates', OPENING_QUESTION, { from: 'practices' });
      // The draws have been announced; while the file was being checked, one lot of twenty may have been made.
      const lots = said.slice(0, said.indexOf('reply')).filter((what) => what === 'intervals').length - 1;
      expect(lots).toBeLessThanOrEqual(1);
      expect((await whole)[1].uncertainty?.draws).toBe(2000);
    });

    test('posts hot spots inside the answer, before the intervals, and keeps them', async () => {
      const heard = await asked(client, { ...OPENING_QUESTION, show: 'hotspots' });
      expect(heard.map((a) => [a.hotspots !== null, a.uncertainty !== null])).toEqual([
        [false, false],
        [true, false],
        [true, true],
      ]);
      expect(heard[2].hotspots?.found.tested).toBe(192);
      expect(heard[2].hotspots?.found.islands).toBe(0);
    });

    test('further answers of different names do not disturb each other', async () => {
      const [place, change, matrix, timeline] = await Promise.all([
        client.request('place', OPENING_QUESTION, { codes: ['E08000030'] }),
        client.request('change', OPENING_QUESTION, null),
        client.request('matrix', OPENING_QUESTION, { date: null }),
        client.request('timeline', OPENING_QUESTION, { from: '2019-01-01', to: '2026-03-31' }),
      ]);
      expect(place.title).toBe('Walsall');
      expect(change.calculated).toBe(true);
      expect(matrix.cells).toHaveLength(3 * 6 * 7);
      expect(new Set(matrix.cells.filter((c) => c.tier !== 'tertiary').map((c) => c.status))).toEqual(
        new Set(['not known']),
      );
      expect(timeline.comparison?.started).toHaveLength(5);
    });

    test('a newer request of a name overtakes the older one; a cancelled one is given up', async () => {
      const older = client.request('place', OPENING_QUESTION, { codes: ['E08000025'] });
      const newer = client.request('place', OPENING_QUESTION, { codes: ['E08000026'] });
      await expect(older).rejects.toBeInstanceOf(Overtaken);
      expect((await newer).title).toBe('Coventry');
      const cancelled = client.request('change', OPENING_QUESTION, null);
      client.cancel('change');
      await expect(cancelled).rejects.toBeInstanceOf(Overtaken);
    });

    test('what cannot be given is one plain sentence', async () => {
      await expect(client.request('place', OPENING_QUESTION, { codes: ['E05099999'] })).rejects.toThrow(
        'E05099999 is no area of this release. Choose the place again from the list.',
      );
    });

    test('candidates and best sites: a first choice on the way, then frequencies', async () => {
      const candidates = await client.request('candidates', OPENING_QUESTION, { from: 'hospitals' });
      expect(candidates.length).toBeGreaterThan(10);
      const shares: number[] = [];
      let first: number | undefined;
      const result = await client.request(
        'bestSites',
        OPENING_QUESTION,
        {
          candidates,
          programme: 'ae',
          ages: { from: 11, to: 24 },
          capacity: 80,
          cost: 150_000,
          sites: 2,
          runs: 6,
        },
        (share, soFar) => {
          shares.push(share);
          first ??= soFar?.unmetAfter;
        },
      );
      expect(first).toBe(result.unmetAfter);
      expect(result.runs).toBe(6);
      expect(result.certifiedGap).toBeLessThan(0.03);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(Math.max(...shares)).toBeLessThan(1);
    });

    test('sensitivity draws its own interval where the page has none', async () => {
      const result = await client.request('sensitivity', OPENING_QUESTION, { interval: null });
      expect(result.interval?.lower).toBeLessThan(result.unmetShare);
      expect(result.interval?.upper).toBeGreaterThan(result.unmetShare);
      expect(result.areas).toBe(192);
    });

    test('the reader’s own inventory is read by further answers too, and forgotten when taken back', async () => {
      const question = { ...OPENING_QUESTION, inventory: 'own' as const };
      client.useInventory({ status: 'own', services: [], complete: [] });
      const mine = await client.request('matrix', question, { date: null });
      expect(mine.inventoryStatus).toBe('own');
      client.useInventory(null);
      expect((await client.request('matrix', question, { date: null })).inventoryStatus).toBe('documented');
    });
  },
);
