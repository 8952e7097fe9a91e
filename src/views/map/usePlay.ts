// Steps through windows of months by itself: one after the other, each only once the answer to the one before is there.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Period } from '../../domain/month.ts';
import { steppedWindow } from '../../domain/monthWindows.ts';
import type { Page } from '../shell/page.ts';

/** Long enough to read a headline's figure. */
const HOLD_MS = 1400;

export interface Play {
  readonly playing: Signal<boolean>;
  start(): void;
  stop(): void;
}

export function usePlay(page: Page, windows: readonly Period[]): Play {
  const { question, answer, progress, ask } = page.session;
  const playing = useSignal(false);
  const { period } = question.value;
  const ready = answer.value?.question === question.value;
  const failed = progress.value.stage === 'failed';

  useEffect(() => {
    if (!playing.value) return;
    const next = steppedWindow(windows, period, 1);
    if (next === null || failed) {
      playing.value = false;
      return;
    }
    if (!ready) return;
    const timer = setTimeout(() => ask({ period: next }, 'adjust'), HOLD_MS);
    return () => clearTimeout(timer);
  }, [playing.value, ready, failed, period, windows, ask, playing]);

  return {
    playing,
    start() {
      // From the end it begins again.
      if (steppedWindow(windows, period, 1) === null && windows.length > 0) ask({ period: windows[0] });
      playing.value = true;
    },
    stop() {
      playing.value = false;
    },
  };
}
