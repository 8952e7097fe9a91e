// A file someone chose, as text in pieces, with room between them for the page to draw.

/** Decoding and counting one piece takes a few milliseconds, well below a frame. */
const PIECE = 1 << 18;

/** UTF-8, or UTF-16 by its mark. Files of any size: no more than one piece is in memory. */
export async function* filePieces(file: Blob): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for (let at = 0; at < file.size; at += PIECE) {
    const bytes = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    decoder ??= new TextDecoder(encodingOf(bytes));
    yield decoder.decode(bytes, { stream: true });
    await nextTask();
  }
  yield decoder?.decode() ?? '';
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Timers are held back after a few rounds; a message between two ports comes as soon as the page has had its turn. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
