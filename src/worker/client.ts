// The page's side of the worker: asks, keeps the newest question's answers and drops the rest.
import type { Answer } from '../domain/answer.ts';
import type { Ask, Progress } from '../domain/asking.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Inventory } from '../domain/intervention.ts';
import type { Question } from '../domain/question.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

export interface Client {
  readonly ask: Ask;
  /** Gives the worker the reader's own inventory; ask again to see it counted. */
  useInventory(inventory: Inventory | null): void;
}

/** @param base absolute address of the release's folder; @param files the release's files where they travel with the page. */
export function createClient(
  worker: Worker,
  base: string,
  told: (catalogue: Catalogue) => void,
  files?: Record<string, string>,
): Client {
  let newest = 0;
  let listener: { tell: (answer: Answer) => void; progress: (p: Progress) => void } | null = null;
  const send = (message: ToWorker) => worker.postMessage(message);
  worker.postMessage({ kind: 'start', base, files });

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'catalogue') return told(data.catalogue);
    if (data.id !== newest || !listener) return;
    if (data.kind === 'answer') listener.tell(data.answer);
    else if (data.kind === 'failed') listener.progress({ stage: 'failed', share: 0, message: data.message });
    else listener.progress({ stage: data.stage, share: data.share, message: '' });
  };
  worker.onerror = () => {
    listener?.progress({
      stage: 'failed',
      share: 0,
      message:
        'The engine could not be started in this browser. Reload the page, or open it in a current browser.',
    });
  };

  return {
    ask(question: Question, tell, progress) {
      newest += 1;
      listener = { tell, progress };
      progress({ stage: 'working', share: 0, message: '' });
      send({ kind: 'ask', id: newest, question });
    },
    useInventory(inventory) {
      send({ kind: 'inventory', inventory });
    },
  };
}
