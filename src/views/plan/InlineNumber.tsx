// A small number beside a change, taken when it is one; empty is taken only where it means not known.

interface InlineNumberProps {
  readonly label: string;
  readonly unit: string;
  /** Shown empty where null. */
  readonly value: number | null;
  readonly step?: number;
  readonly onValue: (value: number) => void;
  /** What an empty field does; without it the last number comes back. */
  readonly onEmpty?: () => void;
}

export function InlineNumber({ label, unit, value, step = 1, onValue, onEmpty }: InlineNumberProps) {
  return (
    <label class="inline-number">
      <span class="hidden">{label}</span>
      <input
        class="field"
        type="number"
        min={0}
        step={step}
        data-pounds={unit.startsWith('£')}
        placeholder={onEmpty && 'not known'}
        value={value ?? ''}
        onChange={(event) => {
          const { value: text, valueAsNumber: next, validity } = event.currentTarget;
          if (Number.isFinite(next) && next >= 0) onValue(next);
          else if (onEmpty && text === '' && !validity.badInput) onEmpty();
          else event.currentTarget.value = value === null ? '' : String(value);
        }}
      />
      <span class="quiet">{unit}</span>
    </label>
  );
}
