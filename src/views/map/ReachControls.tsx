// Controls for how far a service reaches, how that fades, and what its places are held against.
import type { DecayShape, Reach, Yardstick } from '../../domain/question.ts';
import { decimals } from '../../encode/numbers.ts';
import { decayPhrase } from '../../encode/words.ts';
import type { Page } from '../shell/page.ts';
import { Slider } from './Slider.tsx';

const DECAYS: readonly DecayShape[] = ['gaussian', 'exponential', 'step'];
/** A norm begins near what exists today, so that the first move is a small one. */
const NORM_STEP = 0.1;

export function ReachControls({ page }: { page: Page }) {
  const { question, answer, ask } = page.session;
  const { reach, yardstick } = question.value;
  const changeReach = (change: Partial<Reach>, how: 'decide' | 'adjust' = 'decide') =>
    ask({ reach: { ...question.value.reach, ...change } }, how);
  const kilometres = reach.catchment / 1000;

  const chooseYardstick = (kind: string) => {
    if (kind === 'fair share') return ask({ yardstick: { kind: 'fair share' } });
    const today = answer.value?.yardstick ?? Number.NaN;
    const perThousand = Number.isNaN(today) ? 1 : Math.max(NORM_STEP, Number((today * 1000).toFixed(1)));
    const norm: Yardstick = { kind: 'norm', places: perThousand / 1000 };
    ask({ yardstick: norm });
  };

  return (
    <section class="control" aria-label="Reach and yardstick">
      <Slider
        label="Within"
        value={kilometres}
        min={2}
        max={30}
        step={0.5}
        text={`${decimals(kilometres, Number.isInteger(kilometres) ? 0 : 1)} km`}
        onMove={(value, how) => changeReach({ catchment: value * 1000 }, how)}
      />
      <p class="hint">Path length taken as straight line × {reach.detour}.</p>
      <details class="more">
        <summary>Fading, and what is fair</summary>
        <label class="stacked">
          <span>Within reach, places go to</span>
          <select
            value={reach.decay}
            onChange={(event) => changeReach({ decay: event.currentTarget.value as DecayShape })}
          >
            {DECAYS.map((decay) => (
              <option key={decay} value={decay}>
                {decayPhrase(decay)}
              </option>
            ))}
          </select>
        </label>
        <label class="stacked">
          <span>Places are held against</span>
          <select value={yardstick.kind} onChange={(event) => chooseYardstick(event.currentTarget.value)}>
            <option value="fair share">a fair share of the places that exist</option>
            <option value="norm">a norm you set</option>
          </select>
        </label>
        {yardstick.kind === 'norm' && (
          <label class="stacked">
            <span>Places a year per 1,000 eligible people at mean need</span>
            <input
              class="field"
              type="number"
              min={NORM_STEP}
              max={1000}
              step={NORM_STEP}
              value={Number((yardstick.places * 1000).toFixed(3))}
              onChange={(event) => {
                const places = event.currentTarget.valueAsNumber / 1000;
                if (places > 0) ask({ yardstick: { kind: 'norm', places } });
              }}
            />
          </label>
        )}
      </details>
    </section>
  );
}
