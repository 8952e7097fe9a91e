// Draws a heavy screen part by part the first time, so that no one task holds the page for long.
import { useEffect, useState } from 'preact/hooks';

/** Goes from 0 to `last`, one step after each painted frame once `begun`; from then on it stays. */
export function useStages(last: number, begun: boolean): number {
  const [stage, setStage] = useState(0);
  useEffect(() => {
    if (!begun || stage >= last) return;
    const next = setTimeout(() => setStage(stage + 1), 0);
    return () => clearTimeout(next);
  }, [begun, stage, last]);
  return stage;
}
