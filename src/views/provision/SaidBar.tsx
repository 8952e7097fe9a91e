// What the last change to the inventory was, said and shown wherever the reader stands on the page, with the way to take it back.
import { ownInventory } from '../shell/ownInventory.ts';

interface SaidBarProps {
  readonly said: string;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

export function SaidBar({ said, onUndo, onDismiss }: SaidBarProps) {
  const { canUndo, lastChange } = ownInventory;
  const undoes = said !== '' && canUndo.value && lastChange.value !== '';
  return (
    <div class="said-bar" data-empty={said === ''}>
      <p role="status">{said}</p>
      {undoes && (
        <button type="button" class="button" aria-label={`Undo: ${lastChange.value}`} onClick={onUndo}>
          Undo this
        </button>
      )}
      {said !== '' && (
        <button type="button" class="plain-button" aria-label="Put the message away" onClick={onDismiss}>
          Put away
        </button>
      )}
    </div>
  );
}
