// A part of the page that is fetched when it is first shown, and says so where it cannot be.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface LaterProps<P> {
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
  /** What is being fetched, for the sentence shown when it fails. */
  readonly what: string;
}

/** `load` must be the same function from one rendering to the next. */
export function Later<P extends object>({ load, props, what }: LaterProps<P>) {
  const [View, setView] = useState<ComponentType<P> | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    setView(null);
    setFailed(false);
    load().then(
      (view) => wanted && setView(() => view),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  if (failed) {
    return (
      <p class="later" role="alert">
        {what} could not be fetched. Check the connection and reload the page; everything else still works.
      </p>
    );
  }
  return View ? <View {...props} /> : <p class="later">Fetching {what.toLowerCase()} …</p>;
}
