// The page's side of the worker: asks, keeps the newest question's answers and drops the rest.
import type { Answer } from '../domain/answer.ts';
import type { Ask, Progress } from '../domain/asking.ts';
import type { AreaName, Catalogue } from '../domain/catalogue.ts';
import { type AskFurther, type FurtherName, Overtaken } from '../domain/furtherAnswers.ts';
import type { Inventory } from '../domain/intervention.ts';
import type { Question } from '../domain/question.ts';
import type { AreaColumns, FromWorker, FurtherRequest, ToWorker } from './protocol.ts';

const NOT_STARTED =
  'The engine could not be started in this browser. Reload the page, or open it in a current browser.';

export interface Client {
  readonly ask: Ask;
  /** Asks for a further answer; see `AskFurther` for what is heard and when it is overtaken. */
  readonly request: AskFurther;
  /** Gives up the request of this name; its promise rejects with `Overtaken`. */
  cancel(name: FurtherName): void;
  /** The text of a file of the release, checked; rejects with a plain sentence where it is missing or damaged. */
  file(path: string): Promise<string>;
  /** Gives the worker the reader's own inventory; ask again to see it counted. */
  useInventory(inventory: Inventory | null): void;
}

/** A request that waits for its reply. Results are what the request's name says: only `request` below makes one. */
interface Waiting {
  readonly id: number;
  readonly resolve: (result: never) => void;
  readonly reject: (reason: Error) => void;
  readonly progress: (share: number, soFar?: never) => void;
}

/** The catalogue with its areas made into objects when somebody first looks at them. */
function unfolded(catalogue: Omit<Catalogue, 'areas'>, columns: readonly AreaColumns[]): Catalogue {
  let areas: AreaName[] | null = null;
  return {
    ...catalogue,
    get areas() {
      areas ??= columns.flatMap(({ code, name, authority, level }) =>
        code.map((c, i) => ({
          code: c,
          name: name[i],
          authority: catalogue.authorities[authority[i]].name,
          level,
        })),
      );
      return areas;
    },
  };
}

/** @param base absolute address of the release's folder; @param carried the release's files where they travel with the page. */
export function createClient(
  worker: Worker,
  base: string,
  told: (catalogue: Catalogue) => void,
  carried?: Record<string, string>,
): Client {
  let newest = 0;
  /** The newest answer heard; its intervals follow without it. */
  let latest: Answer | null = null;
  let requests = 0;
  let listener: { tell: (answer: Answer) => void; progress: (p: Progress) => void } | null = null;
  const waiting = new Map<FurtherName, Waiting>();
  const files = new Map<number, { resolve: (text: string) => void; reject: (reason: Error) => void }>();
  const send = (message: ToWorker) => worker.postMessage(message);

  const heard = (data: Extract<FromWorker, { kind: 'reply' | 'refused' }>) => {
    const asked = waiting.get(data.name);
    if (asked?.id !== data.id) return;
    if (data.kind === 'refused') {
      waiting.delete(data.name);
      asked.reject(new Error(data.message));
    } else if (data.share < 1) {
      asked.progress(data.share, (data.result ?? undefined) as never);
    } else {
      waiting.delete(data.name);
      asked.resolve(data.result as never);
    }
  };
  const overtake = (name: FurtherName) => {
    waiting.get(name)?.reject(new Overtaken());
    waiting.delete(name);
  };
  worker.postMessage({ kind: 'start', base, files: carried });

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'catalogue') return told(unfolded(data.catalogue, data.areas));
    if (data.kind === 'file' || data.kind === 'no file') {
      const asked = files.get(data.id);
      files.delete(data.id);
      return data.kind === 'file' ? asked?.resolve(data.text) : asked?.reject(new Error(data.message));
    }
    if (data.kind === 'reply' || data.kind === 'refused') return heard(data);
    if (data.id !== newest || !listener) return;
    if (data.kind === 'answer') {
      latest = data.answer;
      listener.tell(latest);
    } else if (data.kind === 'uncertainty') {
      if (latest) listener.tell({ ...latest, uncertainty: data.uncertainty });
    } else if (data.kind === 'failed')
      listener.progress({ stage: 'failed', share: 0, message: data.message });
    else listener.progress({ stage: data.stage, share: data.share, message: '' });
  };
  worker.onerror = () => {
    listener?.progress({ stage: 'failed', share: 0, message: NOT_STARTED });
    for (const { reject } of [...waiting.values(), ...files.values()]) reject(new Error(NOT_STARTED));
    waiting.clear();
    files.clear();
  };

  return {
    ask(question: Question, tell, progress) {
      newest += 1;
      listener = { tell, progress };
      progress({ stage: 'working', share: 0, message: '' });
      send({ kind: 'ask', id: newest, question });
    },
    request(name, question, payload, progress = () => {}) {
      overtake(name);
      requests += 1;
      const id = requests;
      const reply = new Promise<never>((resolve, reject) => {
        waiting.set(name, { id, resolve, reject, progress });
      });
      send({ kind: 'request', id, name, question, payload } as FurtherRequest);
      return reply;
    },
    file(path) {
      requests += 1;
      const id = requests;
      return new Promise((resolve, reject) => {
        files.set(id, { resolve, reject });
        send({ kind: 'file', id, path });
      });
    },
    cancel(name) {
      overtake(name);
      send({ kind: 'cancel', name });
    },
    useInventory(inventory) {
      send({ kind: 'inventory', inventory });
    },
  };
}
