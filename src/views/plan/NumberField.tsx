// A labelled number of the search, with its unit; what is no number within bounds gives way to the last one that was.
import { useId } from 'preact/hooks';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit?: string;
  readonly onValue: (value: number) => void;
}

export function NumberField({ label, value, min, max, step, unit, onValue }: NumberFieldProps) {
  const id = useId();
  return (
    <div class="number-field">
      <label for={id}>
        {label} {unit && <span class="quiet">{unit}</span>}
      </label>
      <input
        id={id}
        class="field"
        type="number"
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(event) => {
          const next = event.currentTarget.valueAsNumber;
          if (Number.isFinite(next) && next >= min && next <= max) onValue(next);
          else event.currentTarget.value = String(value);
        }}
      />
    </div>
  );
}
