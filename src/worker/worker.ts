// The worker's entry: binds the service to this thread's messages and to the release beside the page.
import type { FromWorker, ToWorker } from './protocol.ts';
import { createService } from './service.ts';

declare const self: DedicatedWorkerGlobalScope;

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** A turn of the event loop without the four milliseconds that a timer costs. */
const pause = () =>
  new Promise<void>((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });

/** While the page is being developed, every answer is held to its laws; a build has none of this. */
async function hold(message: FromWorker): Promise<void> {
  if (message.kind !== 'answer') return;
  const { validate } = await import('../engine/validate.ts');
  for (const fault of validate(message.answer)) console.error(`An answer breaks a law: ${fault}`);
}

let service: ReturnType<typeof createService> | null = null;

// The page says first where the release lies: a worker made from a blob has no address of its own to start from.
self.onmessage = (
  event: MessageEvent<ToWorker | { kind: 'start'; base: string; files?: Record<string, string> }>,
) => {
  const message = event.data;
  if (message.kind !== 'start') return service?.receive(message);
  const { base, files } = message;
  const read = async (path: string) => {
    const held = files?.[path];
    if (held !== undefined) return held;
    const response = await fetch(new URL(path, base)).catch(() => null);
    if (!response?.ok) {
      const why = response ? `the server answered ${response.status}` : 'the server could not be reached';
      throw new Error(
        `The data file "${path}" could not be read: ${why}. Reload the page; if it stays so, the copy of the site is incomplete.`,
      );
    }
    return response.text();
  };
  const post = (m: FromWorker) => {
    self.postMessage(m);
    if (import.meta.env.DEV) void hold(m);
  };
  service = createService(read, post, pause);
};
