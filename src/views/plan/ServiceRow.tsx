// A row of a service in the plan: what it is in words, its numbers, what can be done with it, and another place for it.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Service } from '../../domain/intervention.ts';
import type { NamedPoint } from '../../domain/planSites.ts';
import type { Page } from '../shell/page.ts';
import { MoveForm } from './MoveForm.tsx';
import { useFocusNext } from './useFocusNext.ts';

interface ServiceRowProps {
  readonly page: Page;
  readonly id: string;
  readonly words: ComponentChildren;
  /** The last of the buttons, after Move. */
  readonly button: ComponentChildren;
  /** Null where it cannot be moved. */
  readonly move: {
    readonly label: string;
    readonly name: string;
    /** Another team at a place, or null. */
    readonly there: (point: NamedPoint) => Service | null;
    readonly onMove: (place: string, lon: number, lat: number) => void;
  } | null;
  /** Its numbers. */
  readonly children: ComponentChildren;
}

export function ServiceRow({ page, id, words, button, move, children }: ServiceRowProps) {
  const [moving, setMoving] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const focusNext = useFocusNext();
  return (
    <li data-service={id}>
      {words}
      <div class="change-tools">
        {children}
        <span class="change-buttons">
          {move && (
            <button
              ref={toggle}
              type="button"
              class="plain-button"
              aria-label={move.label}
              aria-expanded={moving}
              onClick={() => setMoving(!moving)}
            >
              Move
            </button>
          )}
          {button}
        </span>
      </div>
      {move && moving && (
        <MoveForm
          page={page}
          name={move.name}
          there={move.there}
          onMove={(place, lon, lat) => {
            setMoving(false);
            focusNext(() => toggle.current);
            move.onMove(place, lon, lat);
          }}
        />
      )}
    </li>
  );
}
