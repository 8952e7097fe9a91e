// A small number beside a change, taken when it is one, else a sentence says why not; empty is taken only where it means not known.
import { useState } from 'preact/hooks';
import { decimals } from '../../encode/numbers.ts';

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
  const [fault, setFault] = useState('');
  const refuse = (field: HTMLInputElement, given: number) => {
    field.value = value === null ? '' : String(value);
    const why = Number.isFinite(given)
      ? `${decimals(given, Number.isInteger(given) ? 0 : 1)} is below 0`
      : 'that is not a number';
    setFault(`Not taken: ${why}. Write 0 or more; it stays ${value === null ? 'not known' : `at ${value}`}.`);
  };
  return (
    <>
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
          onInput={() => setFault('')}
          onChange={(event) => {
            setFault('');
            const { value: text, valueAsNumber: next, validity } = event.currentTarget;
            if (Number.isFinite(next) && next >= 0) onValue(next);
            else if (onEmpty && text === '' && !validity.badInput) onEmpty();
            else refuse(event.currentTarget, next);
          }}
        />
        <span class="quiet">{unit}</span>
      </label>
      <span class="field-fault inline-fault" role="status">
        {fault}
      </span>
    </>
  );
}
