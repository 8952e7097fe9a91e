// Heavy parts of the page take turns: each is drawn in a task of its own, so that no one task holds the page for long.
import { useLayoutEffect, useState } from 'preact/hooks';

const waiting: (() => void)[] = [];
let channel: MessageChannel | null = null;

/** A message is a task of its own at once, where a timer would wait. */
function wake(): void {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const part = waiting.shift();
      // Before the part, which may throw: those behind it still have their turn.
      if (waiting.length > 0) wake();
      part?.();
    };
  }
  channel.port2.postMessage(null);
}

/** Runs `part` when those asked for before it have had their turn; the function returned takes it out of the queue. */
export function inTurn(part: () => void): () => void {
  waiting.push(part);
  if (waiting.length === 1) wake();
  return () => {
    const at = waiting.indexOf(part);
    if (at >= 0) waiting.splice(at, 1);
  };
}

/** As `inTurn`, once the next picture of the page is made. */
function afterFrame(part: () => void): () => void {
  let giveUp = () => {};
  const frame = requestAnimationFrame(() => {
    giveUp = inTurn(part);
  });
  return () => {
    cancelAnimationFrame(frame);
    giveUp();
  };
}

/**
 * `value` as it was at this part's last turn, null before its first; a new value is shown at the next. Where something stands
 * already, the picture of what changed at once goes first; with `behind`, it goes before the first turn too.
 */
export function useTurn<T>(value: T, behind = false): T | null {
  const [shown, setShown] = useState<{ readonly value: T } | null>(null);
  useLayoutEffect(() => {
    const show = () => setShown({ value });
    return shown?.value || behind ? afterFrame(show) : inTurn(show);
  }, [value]);
  return shown ? shown.value : null;
}

/** How many of `total` like parts are drawn: some in the first turn, as many again in each that follows. */
export function useGrowing(total: number, atATime: number): number {
  const [begun, setBegun] = useState(atATime);
  useLayoutEffect(() => {
    if (begun < total) return inTurn(() => setBegun(begun + atATime));
  }, [begun, total, atATime]);
  return Math.min(begun, total);
}
