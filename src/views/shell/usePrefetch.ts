// Fetches what arrives later while the page is idle, so that losing the connection takes nothing away that was not shown yet.
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { LATER_PARTS } from './laterParts.ts';
import type { Page } from './page.ts';

/** Quiet after the intervals are done, before the first part is fetched. */
const QUIET_MS = 4000;
/** Data that a screen cannot begin without, beside what the engine fetches ahead by itself. */
const DATA = ['tables/sources.json', 'services/hospitals.csv'];
/** Where the browser knows no idle time, a short pause between two parts. */
const PAUSE_MS = 300;

interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

function mayFetch(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return navigator.onLine && !connection?.saveData && !/2g$/.test(connection?.effectiveType ?? '');
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve());
    else setTimeout(resolve, PAUSE_MS);
  });
}

/**
 * One part after the other once the answer and its intervals are there, each in idle time; pauses while a newer question is
 * computed, and ends at the first part that does not come: that one says so where it is wanted.
 */
export function usePrefetch(page: Page): void {
  useEffect(() => {
    const parts = [...LATER_PARTS, ...DATA.map((path) => () => page.read(path))];
    const { progress } = page.session;
    let next = 0;
    let timer = 0;
    let gone = false;
    let running = false;
    const fetchOn = async () => {
      if (running) return;
      running = true;
      await fetchWhileQuiet();
      running = false;
    };
    const fetchWhileQuiet = async () => {
      while (!gone && next < parts.length && progress.peek().stage === 'done' && mayFetch()) {
        await idle();
        if (gone || progress.peek().stage !== 'done') return;
        try {
          await parts[next]();
          next += 1;
        } catch {
          next = parts.length;
        }
      }
    };
    const stop = effect(() => {
      clearTimeout(timer);
      if (progress.value.stage === 'done' && next < parts.length)
        timer = window.setTimeout(fetchOn, QUIET_MS);
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, [page]);
}
