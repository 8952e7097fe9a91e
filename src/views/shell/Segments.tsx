// A few exclusive choices side by side: native radio buttons drawn as one bar.
import { useId } from 'preact/hooks';

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[];
  /** Why some choices are not open, in a sentence. */
  readonly why?: string;
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

export function Segments<T extends string>({ label, choices, chosen, why, onChoose }: SegmentsProps<T>) {
  const name = useId();
  return (
    <fieldset class="segments-field">
      <legend>{label}</legend>
      <div class="segments">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === chosen}
              disabled={choice.disabled}
              onChange={() => onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {why && <p class="hint">{why}</p>}
    </fieldset>
  );
}
