// The legend of a slide: open, large enough for the back of a room, with what hatching and symbols mean.
import type { CountedService } from '../../domain/answer.ts';
import { NOT_KNOWN, whole } from '../../encode/numbers.ts';
import type { Painting } from '../../encode/painting.ts';
import { levelNoun } from '../../encode/words.ts';
import { SiteSymbol, siteKindOf, sitesOnMap, siteWords } from '../map/SiteMarks.tsx';

interface SlideLegendProps {
  readonly painting: Painting;
  readonly sites: readonly CountedService[];
}

/** Classes in a row, the breaks under the lines between them, the ends in words. */
function Steps({ painting }: { painting: Painting }) {
  const { classes, legend } = painting;
  return (
    <div class="slide-steps">
      <div class="slide-scale">
        {classes.map((c, k) => (
          <span key={c.colour} class="slide-step">
            <span class="swatch" style={{ background: `var(${c.colour})` }} />
            {k < legend.ticks.length && <span class="slide-tick">{legend.ticks[k]}</span>}
          </span>
        ))}
      </div>
      <p class="slide-ends">
        <span>{legend.low}</span>
        <span>{legend.high}</span>
      </p>
    </div>
  );
}

/** Need upwards, provision to the right. */
function Grid({ painting }: { painting: Painting }) {
  const rows = [2, 1, 0].map((need) => painting.classes.slice(3 * need, 3 * need + 3));
  return (
    <div class="slide-grid">
      <span class="slide-grid-up">need →</span>
      <div class="slide-grid-cells">
        {rows.flat().map((c) => (
          <span key={c.colour} class="swatch" style={{ background: `var(${c.colour})` }}>
            {c.letter}
          </span>
        ))}
      </div>
      <span class="slide-grid-along">provision →</span>
      <p class="slide-grid-note">H high, M middle, L low third: need first, then provision</p>
    </div>
  );
}

function List({ painting }: { painting: Painting }) {
  return (
    <ul class="slide-classes">
      {painting.classes.map((c) => (
        <li key={c.colour}>
          <span class="swatch" style={{ background: `var(${c.colour})` }} />
          {c.label} <b>{whole(c.count)}</b>
        </li>
      ))}
    </ul>
  );
}

export function SlideLegend({ painting, sites }: SlideLegendProps) {
  const { legend, classes, notKnown } = painting;
  const kinds = new Map(sitesOnMap(sites).map((s) => [siteWords(siteKindOf(s)), siteKindOf(s)]));
  const nothing = classes.every((c) => c.count === 0);
  const hatched = legend.hatched ?? NOT_KNOWN;
  const all = `${hatched} for any ${levelNoun(painting.level, 1)}`;
  return (
    <section
      class="slide-legend"
      data-form={nothing ? 'none' : legend.form}
      aria-label={`Legend: ${legend.title}`}
    >
      <p class="slide-legend-title">
        <b>{legend.title}</b>
        {legend.unit && `, ${legend.unit}`}
      </p>
      {!nothing && (
        <>
          {legend.form === 'steps' && <Steps painting={painting} />}
          {legend.form === 'grid' && <Grid painting={painting} />}
          {legend.form === 'list' && classes.length > 0 && <List painting={painting} />}
        </>
      )}
      <ul class="slide-keys">
        <li>
          <span class="swatch hatched" />
          {nothing && hatched === NOT_KNOWN ? all : hatched}
          {!nothing && <b>{whole(notKnown)}</b>}
        </li>
        {[...kinds].map(([words, kind]) => (
          <li key={words}>
            <svg viewBox="-10 -10 20 20" width="22" height="22" aria-hidden="true">
              <SiteSymbol kind={kind} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
