// A part of the page that is fetched when it is first shown; where it cannot be fetched or drawn, a sentence says so, with a way on.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Boundary } from './Boundary.tsx';
import { Unfetched } from './Unfetched.tsx';

interface LaterProps<P> {
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
  /** What is being fetched, as a sentence begins with it. */
  readonly what: string;
  /** What still works where the part cannot be drawn. */
  readonly rest?: string;
  /** Signals that the part reads itself; see `Boundary`. */
  readonly watch?: () => readonly unknown[];
}

/** `load` must be the same function from one rendering to the next. */
export function Later<P extends object>({ load, props, what, rest, watch }: LaterProps<P>) {
  const [View, setView] = useState<ComponentType<P> | null>(null);
  const [tries, setTries] = useState(1);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    let wanted = true;
    load().then(
      (view) => wanted && setView(() => view),
      () => wanted && setFailures(tries),
    );
    return () => {
      wanted = false;
    };
  }, [load, tries]);
  if (View) {
    return (
      <Boundary what={what} rest={rest ?? 'The rest of the page still works.'} about={props} watch={watch}>
        <View {...props} />
      </Boundary>
    );
  }
  if (failures > 0) {
    return (
      <Unfetched
        what={what}
        failures={failures}
        trying={tries > failures}
        again={() => setTries(failures + 1)}
        close={(props as { onClose?: () => void }).onClose}
      />
    );
  }
  return <p class="later">Fetching {what.slice(0, 1).toLowerCase() + what.slice(1)} …</p>;
}
