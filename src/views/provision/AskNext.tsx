// What to ask next: the lists and records whose answer would settle most, the first few and then all.
import { useState } from 'preact/hooks';
import type { CoverageMatrix } from '../../domain/coverageMatrix.ts';
import { askNextTexts } from '../../encode/coverageRows.ts';

const FIRST = 5;

export function AskNext({ matrix }: { matrix: CoverageMatrix }) {
  const [all, setAll] = useState(false);
  const asks = askNextTexts(matrix);
  if (asks.length === 0) return <p class="quiet">Every list is complete and every record is recent.</p>;
  return (
    <>
      {/* Keyed by what it holds: browsers keep the old numbers of a list whose items change places. */}
      <ol key={asks.map((a) => a.id).join()} class="ask-list">
        {asks.slice(0, all ? undefined : FIRST).map((ask) => (
          <li key={ask.id}>
            {ask.text} {ask.waits && <b>{ask.waits}</b>}
          </li>
        ))}
      </ol>
      {asks.length > FIRST && (
        <button type="button" class="plain-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${FIRST}` : `Show all ${asks.length}`}
        </button>
      )}
    </>
  );
}
