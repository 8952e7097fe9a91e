// Controls for what need is made of: a slider for each measure, more measures to choose from, and how they are put together.
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { oneOfEachFile } from '../../domain/ownChoices.ts';
import type { Aggregation, Standardisation } from '../../domain/question.ts';
import { share } from '../../encode/numbers.ts';
import { OwnInUse } from '../own/OwnInUse.tsx';
import { ownOpen } from '../own/ownOpen.ts';
import { layout } from '../shell/layout.ts';
import type { Page } from '../shell/page.ts';
import { DividedBy } from './DividedBy.tsx';
import { offered, positionOf, shareOf, withWeight } from './needWeights.ts';
import { Slider } from './Slider.tsx';

const STANDARDISE: readonly [Standardisation, string][] = [
  ['percentile', 'percentile ranks'],
  ['z', 'standard deviations from the mean'],
  ['minmax', 'lowest 0, highest 100'],
  ['exponential', 'exponential of ranks'],
];
const AGGREGATE: readonly [Aggregation, string][] = [
  ['arithmetic', 'weighted mean'],
  ['geometric', 'geometric mean'],
];

export function NeedControls({ page }: { page: Page }) {
  const { question, catalogue, ask } = page.session;
  const opened = useSignal<ReadonlySet<string>>(new Set());
  const query = useSignal('');
  const measures = oneOfEachFile(catalogue.value?.measures ?? [], question.value);
  const { need } = question.value;
  const entry = useRef<HTMLButtonElement>(null);
  const shown = offered(measures, need, opened.value);
  const rest = measures.filter((m) => !shown.includes(m));
  const words = query.value.trim().toLowerCase();
  const found = rest.filter((m) => `${m.label} ${m.phrase}`.toLowerCase().includes(words));

  return (
    <section class="control" aria-labelledby="need-title">
      <h2 id="need-title">Need is made of</h2>
      {shown.map((measure) => (
        <Slider
          key={measure.id}
          label={measure.label}
          value={positionOf(need, measure.id)}
          min={0}
          max={100}
          step={1}
          text={share(shareOf(need, measure.id))}
          onMove={(position, how) => {
            const next = withWeight(need, measure.id, position);
            if (next) ask({ need: next }, how);
          }}
        />
      ))}
      {layout.value === 'phone' && <DividedBy page={page} />}
      {rest.length > 0 && (
        <details class="more">
          <summary>
            {rest.length} more {rest.length === 1 ? 'measure' : 'measures'}
          </summary>
          <input
            class="field"
            type="search"
            aria-label="Search the measures"
            placeholder="Search the measures"
            value={query.value}
            onInput={(event) => {
              query.value = event.currentTarget.value;
            }}
          />
          <ul class="measure-list">
            {found.map((measure) => (
              <li key={measure.id}>
                <button
                  type="button"
                  class="plain-button"
                  onClick={() => {
                    opened.value = new Set([...opened.value, measure.id]);
                  }}
                >
                  <span aria-hidden="true">+ </span>
                  <span class="hidden">Add a slider for </span>
                  {measure.label}
                </button>
              </li>
            ))}
          </ul>
          {found.length === 0 && <p class="hint">No measure of that name.</p>}
        </details>
      )}
      <button
        ref={entry}
        type="button"
        class="plain-button own-entry"
        onClick={() => {
          ownOpen.value = true;
        }}
      >
        Bring your own counts
      </button>
      <OwnInUse page={page} onForgotten={() => entry.current?.focus()} />
      <details class="more">
        <summary>How measures are put together</summary>
        <label class="stacked">
          <span>Each is put on the scale of</span>
          <select
            value={question.value.standardise}
            onChange={(event) => ask({ standardise: event.currentTarget.value as Standardisation })}
          >
            {STANDARDISE.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <label class="stacked">
          <span>and joined by</span>
          <select
            value={question.value.aggregate}
            onChange={(event) => ask({ aggregate: event.currentTarget.value as Aggregation })}
          >
            {AGGREGATE.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <p class="hint">
          In a geometric mean one measure makes up less for another. The Indices of Deprivation use the
          exponential of ranks. The gap always uses rates themselves: ranks and z-scores have no ratio.
        </p>
        <label class="check">
          <input
            type="checkbox"
            checked={question.value.smoothed}
            onChange={(event) => ask({ smoothed: event.currentTarget.checked })}
          />
          <span>Draw rates of small numbers towards the region’s mean</span>
        </label>
      </details>
    </section>
  );
}
