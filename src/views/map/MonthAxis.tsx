// The month axis under the map: which months are whole, the period among them, steps and play, and what the months say.
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import type { MonthRecord, Period } from '../../domain/month.ts';
import { monthsHeld, steppedWindow, windowsOf } from '../../domain/monthWindows.ts';
import { inWords, whole } from '../../encode/numbers.ts';
import { listed, monthName, periodPhrase, periodShort } from '../../encode/words.ts';
import type { Signal } from '../../engine/controlChart.ts';
import { layout } from '../shell/layout.ts';
import type { Page } from '../shell/page.ts';
import { useTurn } from '../shell/useTurn.ts';
import { MonthChart } from './MonthChart.tsx';
import { type AxisSeries, axisSeries } from './monthAxisSeries.ts';
import { usePlay } from './usePlay.ts';
import '../../styles/months.css';

const LENGTHS: readonly [number, string][] = [
  [1, 'one month'],
  [12, 'twelve months'],
];

const SIGNALS: readonly [Signal, string][] = [
  ['outside limits', 'outside the limits'],
  ['shift', 'seven or more in a row on one side of the mean'],
  ['trend', 'six or more in a row one way'],
  ['near limits', 'two of three close to a limit'],
];

/** What the period holds, and where records begin to be placed in another way. */
export function periodWords(months: readonly MonthRecord[], period: Period): string {
  const { whole: full, partial, missing } = monthsHeld(months, period);
  const inside = months.filter((m) => m.month >= period.from && m.month <= period.to);
  const join = inside.findIndex((m, k) => k > 0 && m.located !== inside[k - 1].located);
  const parts = [
    `${inWords(full)} whole ${full === 1 ? 'month' : 'months'}`,
    partial > 0 ? `${inWords(partial)} partial, left out and never summed` : '',
    missing > 0 ? `${inWords(missing)} not held` : '',
    join > 0 ? `records are placed in another way from ${monthName(inside[join].month)} on` : '',
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

/** The limits and the months beyond them, in words. */
export function limitWords(months: readonly MonthRecord[], { limits }: AxisSeries): string {
  if (!limits.calculated) return limits.reason;
  const marked = months.filter((_, k) => limits.signals[k].length > 0);
  const range = `Control limits ${whole(limits.lower)} to ${whole(limits.upper)} a month`;
  if (marked.length === 0) return `${range}; no month stands out.`;
  const kinds = SIGNALS.filter(([signal]) => limits.signals.some((s) => s.includes(signal)));
  const which =
    marked.length <= 3 ? listed(marked.map((m) => monthName(m.month))) : `${inWords(marked.length)} months`;
  const verb = marked.length === 1 ? 'stands' : 'stand';
  return `${range}; ${which} ${verb} out: ${listed(kinds.map(([, words]) => words))}.`;
}

function StepIcon({ d }: { d: string }) {
  return (
    <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}

export function MonthAxis({ page, answer }: { page: Page; answer: Answer }) {
  const { question, catalogue, ask } = page.session;
  const { period } = question.value;
  const { months } = catalogue.value ?? answer.series;
  const series = useMemo(() => axisSeries(answer), [answer]);
  const chosen = useSignal<number | null>(null);
  const held = monthsHeld(months, period);
  const length = chosen.value ?? (held.whole + held.partial === 1 ? 1 : 12);
  const windows = useMemo(() => windowsOf(months, length), [months, length]);
  const play = usePlay(page, windows);
  // The words first, the chart in the next turn.
  const charted = useTurn(true);
  if (!series) return null;
  const before = steppedWindow(windows, period, -1);
  const after = steppedWindow(windows, period, 1);
  const phone = layout.value === 'phone';
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const go = (next: Period | null) => {
    play.stop();
    if (next) ask({ period: next });
  };
  const playing = play.playing.value;

  return (
    <section class="month-axis" aria-label="Months and period">
      <div class="month-head">
        <p class="month-title">
          <span class="month-words" title={limitWords(months, series)}>
            <b>{series.what}</b> by month, {series.whose}
            {!phone && <span class="quiet"> · {limitWords(months, series)}</span>}
          </span>
          <span class="month-held" aria-live="polite">
            {phone ? periodShort(period) : periodPhrase(period)}: {periodWords(months, period)}
          </span>
        </p>
        <div class="month-tools">
          {!phone && (
            <label class="month-length">
              <span>Steps of</span>
              <select
                value={String(length)}
                onChange={(event) => {
                  chosen.value = Number(event.currentTarget.value);
                  play.stop();
                }}
              >
                {LENGTHS.map(([n, text]) => (
                  <option key={n} value={String(n)}>
                    {text}
                  </option>
                ))}
              </select>
            </label>
          )}
          <button
            type="button"
            class="button icon"
            aria-label="The period before"
            title={before ? periodPhrase(before) : 'There is none before'}
            disabled={!before}
            onClick={() => go(before)}
          >
            <StepIcon d="M12.5 4 6.5 10l6 6" />
          </button>
          {!calm && (
            <button
              type="button"
              class="button icon"
              aria-label={playing ? 'Pause' : 'Play the periods one after another'}
              title={playing ? 'Pause' : 'Play'}
              aria-pressed={playing}
              onClick={() => (playing ? play.stop() : play.start())}
            >
              <StepIcon d={playing ? 'M7 4.5v11M13 4.5v11' : 'M6.5 4v12l9-6z'} />
            </button>
          )}
          <button
            type="button"
            class="button icon"
            aria-label="The period after"
            title={after ? periodPhrase(after) : 'There is none after'}
            disabled={!after}
            onClick={() => go(after)}
          >
            <StepIcon d="M7.5 4l6 6-6 6" />
          </button>
        </div>
      </div>
      {charted && (
        <MonthChart
          months={months}
          series={series}
          period={period}
          height={phone ? 52 : 66}
          onPeriod={(next, how) => {
            play.stop();
            ask({ period: next }, how);
          }}
        />
      )}
    </section>
  );
}
