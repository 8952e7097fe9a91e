// The day provision is read on: a slider over months with a tick where a service starts or its funding ends, and a field.
import { useId, useRef } from 'preact/hooks';
import { lastDay, monthFromNumber, monthNumber } from '../../domain/month.ts';
import type { ProvisionDate } from '../../domain/provisionTimeline.ts';
import { dayPhrase, monthShort } from '../../encode/words.ts';

interface DateControlProps {
  readonly day: string;
  /** The last day of the question's period, which is read where no day is chosen. */
  readonly usual: string;
  readonly dates: readonly ProvisionDate[];
  readonly onDay: (day: string | null, how: 'decide' | 'adjust') => void;
}

/** Months shown before and after the day where no service needs more. */
const ROOM = 24;
/** A pause this long between moves begins a new decision. */
const PAUSE_MS = 1500;

const monthOf = (day: string) => monthNumber(day.slice(0, 7));

export function DateControl({ day, usual, dates, onDay }: DateControlProps) {
  const id = useId();
  const range = useRef<HTMLInputElement>(null);
  const lastMove = useRef(Number.NEGATIVE_INFINITY);
  const months = [...dates.map((d) => monthOf(d.date)), monthOf(day)];
  const first = Math.min(...months, monthOf(usual) - ROOM) - 1;
  const last = Math.max(...months, monthOf(usual) + ROOM) + 1;
  const at = (d: string) => (100 * (monthOf(d) - first)) / (last - first);
  const ends = dates.filter((d) => d.ends.length > 0);
  const next = ends.find((d) => d.date > day);
  return (
    <div class="date-control">
      <div class="date-slider">
        <label for={`${id}-range`}>Date</label>
        <div class="date-track">
          <input
            ref={range}
            id={`${id}-range`}
            type="range"
            min={first}
            max={last}
            step={1}
            value={monthOf(day)}
            aria-valuetext={dayPhrase(day)}
            onInput={(event) => {
              const now = performance.now();
              const how = now - lastMove.current > PAUSE_MS ? 'decide' : 'adjust';
              lastMove.current = now;
              onDay(lastDay(monthFromNumber(event.currentTarget.valueAsNumber)), how);
            }}
          />
          <span class="date-ticks" aria-hidden="true">
            {dates.map((d) => (
              <span
                key={d.date}
                class={d.ends.length > 0 ? 'tick ends' : 'tick'}
                style={{ left: `${at(d.date)}%` }}
                title={`${dayPhrase(d.date)}: ${d.starts.length} start, ${d.ends.length} end`}
              />
            ))}
          </span>
          <span class="date-ends quiet" aria-hidden="true">
            <span>{monthShort(monthFromNumber(first))}</span>
            <span>{monthShort(monthFromNumber(last))}</span>
          </span>
          {next && (
            <span class="next-end-line" aria-hidden="true">
              <span
                class="next-end"
                data-side={monthOf(next.date) - first > (last - first) / 2 ? 'left' : 'right'}
                style={{ left: `${at(next.date)}%` }}
              >
                funding ends {dayPhrase(next.date)}
              </span>
            </span>
          )}
        </div>
      </div>
      <label class="date-field">
        <span class="hidden">Day</span>
        <input
          class="field"
          type="date"
          value={day}
          min="1990-01-01"
          max="2099-12-31"
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (/^\d{4}-\d{2}-\d{2}$/.test(value)) onDay(value === usual ? null : value, 'decide');
          }}
        />
      </label>
      {day !== usual && (
        <button
          type="button"
          class="plain-button"
          onClick={() => {
            // The button goes with the press; the keyboard stays with the date.
            range.current?.focus();
            onDay(null, 'decide');
          }}
        >
          Back to {dayPhrase(usual)}
        </button>
      )}
    </div>
  );
}
