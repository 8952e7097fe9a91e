// Every other choice with what it does to the ranks, and the areas that move; a dialog opened from the box and from the headline.
import { useEffect, useRef } from 'preact/hooks';
import type { Level } from '../../domain/area.ts';
import type { Sensitivity } from '../../domain/sensitivity.ts';
import { whole } from '../../encode/numbers.ts';
import { alternativeText, fragileText } from '../../encode/ranksMove.ts';
import { capital, levelNoun } from '../../encode/words.ts';

export interface RanksListProps {
  readonly found: Sensitivity;
  readonly level: Level;
  readonly onClose: () => void;
}

export function RanksList({ found, level, onClose }: RanksListProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const fragile = fragileText(found);
  return (
    <dialog ref={dialog} class="sheet ranks" aria-labelledby="ranks-title" onClose={onClose} closedby="any">
      <div class="sheet-head">
        <h2 id="ranks-title">Which ranks move</h2>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <p>
        The same question under every other choice a reader could defend. A {levelNoun(level, 1)} moves when
        its rank by {found.ranked} changes by more than {whole(found.threshold)}.{' '}
        {fragile === '' ? 'The headline stands under all of them.' : `The headline is fragile: ${fragile}.`}
      </p>
      <h3>By choice</h3>
      <dl class="ranks-choices">
        {found.alternatives.map((a) => (
          <div key={a.id} data-flips={a.flips}>
            <dt>
              {capital(a.label)} {a.flips && <span class="mark">changes the headline</span>}
            </dt>
            <dd>{alternativeText(a, found, level)}</dd>
          </div>
        ))}
      </dl>
      {found.moving.length > 0 && (
        <>
          <h3>
            {whole(found.moving.length)} {levelNoun(level, found.moving.length)} that move
          </h3>
          <table class="ranks-table">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Rank now</th>
                <th scope="col">Highest to lowest</th>
              </tr>
            </thead>
            <tbody>
              {found.moving.slice(0, 100).map((area) => (
                <tr key={area.code}>
                  <th scope="row">{area.name}</th>
                  <td>{whole(area.rank)}</td>
                  <td>
                    {whole(area.best)} to {whole(area.worst)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {found.moving.length > 100 && <p>The 100 that move furthest are listed.</p>}
        </>
      )}
    </dialog>
  );
}
