// What to ask next: the lists and records whose answer would settle most, the first few and then all.
import { useState } from 'preact/hooks';
import type { CoverageMatrix } from '../../domain/coverageMatrix.ts';
import { askNextTexts, coverageRows } from '../../encode/coverageRows.ts';
import { layout } from '../shell/layout.ts';

const FEWEST = 5;
/** One of them is as tall as about two rows of the matrix. */
const ROWS_OF_ONE = 2;

export function AskNext({ matrix }: { matrix: CoverageMatrix }) {
  const [all, setAll] = useState(false);
  const asks = askNextTexts(matrix);
  // Beside the matrix there is room for as many as it is tall.
  const beside = layout.value === 'wide' ? Math.floor(coverageRows(matrix, []).length / ROWS_OF_ONE) : 0;
  const first = Math.max(FEWEST, beside);
  if (asks.length === 0) return <p class="quiet">Every list is complete and every record is recent.</p>;
  return (
    <>
      {/* Keyed by what it holds: browsers keep the old numbers of a list whose items change places. */}
      <ol key={asks.map((a) => a.id).join()} class="ask-list">
        {asks.slice(0, all ? undefined : first).map((ask) => (
          <li key={ask.id}>
            {ask.text} {ask.waits && <b>{ask.waits}</b>}
          </li>
        ))}
      </ol>
      {asks.length > first && (
        <button type="button" class="plain-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${first}` : `Show all ${asks.length}`}
        </button>
      )}
    </>
  );
}
