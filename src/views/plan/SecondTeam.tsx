// The question that comes before a second team at one place: what is there, and the ways on.
import { useEffect, useId, useRef } from 'preact/hooks';

interface WayOn {
  readonly label: string;
  readonly take: () => void;
}

interface SecondTeamProps {
  readonly sentence: string;
  /** The first has the focus when the question appears; the last is taken by Escape, too. */
  readonly ways: readonly WayOn[];
}

export function SecondTeam({ sentence, ways }: SecondTeamProps) {
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div
      class="second-team"
      role="alertdialog"
      aria-label="A second team at one place?"
      aria-describedby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        ways.at(-1)?.take();
      }}
    >
      <p id={id}>{sentence}</p>
      <div class="plan-row">
        {ways.map((way, k) => (
          <button
            key={way.label}
            ref={k === 0 ? first : undefined}
            type="button"
            class="button"
            onClick={way.take}
          >
            {way.label}
          </button>
        ))}
      </div>
    </div>
  );
}
