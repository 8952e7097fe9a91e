// Settings of the search for clusters: what is tested, by which statistic, how many permutations, and at what level.
import { oneOfEachFile } from '../../domain/ownChoices.ts';
import type { HotspotSettings } from '../../domain/question.ts';
import { discoveryRate } from '../../encode/hotspotHeadline.ts';
import { whole } from '../../encode/numbers.ts';
import type { Page } from '../shell/page.ts';

const STATISTICS: readonly [HotspotSettings['statistic'], string][] = [
  ['gi-star', 'Getis and Ord’s Gi*'],
  ['local-moran', 'local Moran’s I'],
];
const PERMUTATIONS = [999, 9999, 99_999];
const LEVELS = [0.1, 0.05, 0.01, 0.001];

/** The choices offered, and the reader's own where a link brought another. */
function withOwn(offered: readonly number[], own: number): number[] {
  return offered.includes(own) ? [...offered] : [...offered, own].sort((a, b) => a - b);
}

export function HotspotControls({ page }: { page: Page }) {
  const { question, catalogue, ask } = page.session;
  const { hotspots } = question.value;
  const set = (change: Partial<HotspotSettings>) => ask({ hotspots: { ...hotspots, ...change } });
  const measures = oneOfEachFile(catalogue.value?.measures ?? [], question.value);
  return (
    <section class="control" aria-label="How clusters are looked for">
      <label class="stacked">
        <span>Clusters of</span>
        <select value={hotspots.of} onChange={(event) => set({ of: event.currentTarget.value })}>
          <option value="need">the need, as made up below</option>
          {measures.map((m) => (
            <option key={m.id} value={m.id}>
              {m.label}
            </option>
          ))}
        </select>
      </label>
      <details class="more">
        <summary>How they are looked for</summary>
        <label class="stacked">
          <span>Statistic</span>
          <select
            value={hotspots.statistic}
            onChange={(event) =>
              set({ statistic: event.currentTarget.value as HotspotSettings['statistic'] })
            }
          >
            {STATISTICS.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <p class="hint">
          {hotspots.statistic === 'gi-star'
            ? 'Finds areas that are high together, or low together.'
            : 'Finds areas alike, and areas unlike their surroundings.'}
        </p>
        <label class="stacked">
          <span>Permutations</span>
          <select
            value={String(hotspots.permutations)}
            onChange={(event) => set({ permutations: Number(event.currentTarget.value) })}
          >
            {withOwn(PERMUTATIONS, hotspots.permutations).map((n) => (
              <option key={n} value={String(n)}>
                {whole(n)}
              </option>
            ))}
          </select>
        </label>
        <label class="stacked">
          <span>False-discovery rate</span>
          <select
            value={String(hotspots.level)}
            onChange={(event) => set({ level: Number(event.currentTarget.value) })}
          >
            {withOwn(LEVELS, hotspots.level).map((level) => (
              <option key={level} value={String(level)}>
                {discoveryRate(level)}
              </option>
            ))}
          </select>
        </label>
        <p class="hint">
          {hotspots.permutations < 9999
            ? 'With so few permutations no area can pass once the many tests are allowed for: p can not fall low enough.'
            : 'Areas that share a border or a corner are neighbours. Each area is held still while its surroundings are drawn anew from all others.'}
        </p>
      </details>
    </section>
  );
}
