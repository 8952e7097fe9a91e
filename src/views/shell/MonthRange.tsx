// Any period from one whole month to another: two native selects and a button.
import { useId, useState } from 'preact/hooks';
import type { MonthRecord, Period } from '../../domain/month.ts';
import { monthName } from '../../encode/words.ts';

interface MonthRangeProps {
  readonly months: readonly MonthRecord[];
  readonly period: Period;
  readonly onChoose: (period: Period) => void;
}

export function MonthRange({ months, period, onChoose }: MonthRangeProps) {
  const base = useId();
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const whole = months.filter((m) => m.status === 'whole').map((m) => m.month);
  const inside = months.filter((m) => m.month >= from && m.month <= to);
  const partial = inside.filter((m) => m.status === 'partial').length;
  const backwards = from > to;
  return (
    <form
      class="month-range"
      onSubmit={(event) => {
        event.preventDefault();
        if (!backwards) onChoose({ from, to });
      }}
    >
      <label for={`${base}-from`}>From</label>
      <select id={`${base}-from`} value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
        {whole.map((month) => (
          <option key={month} value={month}>
            {monthName(month)}
          </option>
        ))}
      </select>
      <label for={`${base}-to`}>to</label>
      <select id={`${base}-to`} value={to} onChange={(event) => setTo(event.currentTarget.value)}>
        {whole.map((month) => (
          <option key={month} value={month}>
            {monthName(month)}
          </option>
        ))}
      </select>
      <button type="submit" class="button" disabled={backwards}>
        Read this period
      </button>
      <p class="popover-note">
        {backwards
          ? 'The first month lies after the last one.'
          : `${inside.length - partial} whole months. Partial months are left out and never summed.`}
      </p>
    </form>
  );
}
