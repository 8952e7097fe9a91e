// The legend: title with unit and period, how many areas are in each class, what hatching and site symbols mean.
import type { CountedService } from '../../domain/answer.ts';
import { NOT_KNOWN, whole } from '../../encode/numbers.ts';
import type { PaintedClass, Painting } from '../../encode/painting.ts';
import { levelNoun } from '../../encode/words.ts';
import { SiteSymbol, siteKindOf, sitesOnMap, siteWords } from './SiteMarks.tsx';
import { Swatch } from './Swatch.tsx';

const WIDTH = 252;
const BARS = 38;
const STRIP = 11;
const TOP = 13;

/** One column per class: its bar is the number of areas in it, its foot the colour, the breaks stand between. */
function Steps({ painting }: { painting: Painting }) {
  const { classes, legend } = painting;
  const most = Math.max(1, ...classes.map((c) => c.count));
  const step = WIDTH / classes.length;
  const foot = TOP + BARS;
  const spoken = classes.map((c) => `${c.label}: ${c.count}`).join('; ');
  return (
    <svg
      class="legend-steps"
      viewBox={`-6 0 ${WIDTH + 12} ${foot + STRIP + 16}`}
      width={WIDTH + 12}
      role="img"
      aria-label={`${levelNoun(painting.level)} in each class. ${spoken}.`}
    >
      {classes.map((c, k) => {
        const height = c.count ? Math.max(2, (c.count / most) * BARS) : 0;
        return (
          <g key={c.colour}>
            <rect
              class="legend-bar"
              x={k * step + 3}
              width={step - 6}
              y={foot - height}
              height={height}
              fill={`var(${c.colour})`}
            />
            <text class="legend-count" x={(k + 0.5) * step} y={foot - height - 3}>
              {whole(c.count)}
            </text>
            <rect
              class="legend-foot"
              x={k * step}
              width={step}
              y={foot}
              height={STRIP}
              fill={`var(${c.colour})`}
            />
          </g>
        );
      })}
      {legend.ticks.map((tick, k) => (
        <text key={tick} class="legend-tick" x={(k + 1) * step} y={foot + STRIP + 12}>
          {tick}
        </text>
      ))}
    </svg>
  );
}

/** Need upwards, provision to the right; the letters say what the colours say. */
function Grid({ painting }: { painting: Painting }) {
  const cell = 40;
  const [left, top] = [22, 2];
  return (
    <svg
      class="legend-grid"
      viewBox={`0 0 ${left + 3 * cell + 92} ${top + 3 * cell + 20}`}
      width={left + 3 * cell + 92}
      role="img"
      aria-label={`${levelNoun(painting.level)} in each class. ${painting.classes.map((c) => `${c.label}: ${c.count}`).join('; ')}.`}
    >
      {painting.classes.map((c, k) => {
        const x = left + (k % 3) * cell;
        const y = top + (2 - Math.floor(k / 3)) * cell;
        return (
          <g key={c.colour}>
            <rect class="legend-foot" x={x} y={y} width={cell} height={cell} fill={`var(${c.colour})`} />
            <text class="legend-letter" x={x + cell / 2} y={y + 17}>
              {c.letter}
            </text>
            <text class="legend-letter count" x={x + cell / 2} y={y + 31}>
              {c.count}
            </text>
          </g>
        );
      })}
      <text class="legend-axis" x={left} y={top + 3 * cell + 14}>
        more provision →
      </text>
      <text class="legend-axis" transform={`translate(13,${top + 3 * cell}) rotate(-90)`}>
        more need →
      </text>
      <text class="legend-axis strong" x={left + 3 * cell + 8} y={top + 16}>
        ← HL: high
      </text>
      <text class="legend-axis strong" x={left + 3 * cell + 8} y={top + 30}>
        need, low
      </text>
      <text class="legend-axis strong" x={left + 3 * cell + 8} y={top + 44}>
        provision
      </text>
    </svg>
  );
}

function List({ classes }: { classes: readonly PaintedClass[] }) {
  return (
    <ul class="legend-list">
      {classes.map((c) => (
        <li key={c.colour}>
          <Swatch painted={c} />
          <b class="legend-code">{c.letter}</b>
          <span>{c.label}</span>
          <span class="legend-number">{whole(c.count)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Site symbols on this map, and the hatch. */
function Keys({ painting, sites }: { painting: Painting; sites: readonly CountedService[] }) {
  const kinds = new Map(sitesOnMap(sites).map((s) => [siteWords(siteKindOf(s)), siteKindOf(s)]));
  return (
    <ul class="legend-keys">
      {[...kinds].map(([words, kind]) => (
        <li key={words}>
          <svg viewBox="-10 -10 20 20" width="18" height="18" aria-hidden="true">
            <SiteSymbol kind={kind} />
          </svg>
          {words}
        </li>
      ))}
      <li>
        <Swatch painted={null} size={18} />
        {painting.legend.hatched ?? NOT_KNOWN}
        {painting.notKnown > 0 && <span class="legend-number">{whole(painting.notKnown)}</span>}
      </li>
    </ul>
  );
}

function LegendBody({ painting, sites }: { painting: Painting; sites: readonly CountedService[] }) {
  const { legend } = painting;
  if (painting.notKnown === painting.classOf.length)
    return (
      <>
        <p class="legend-quiet">
          {painting.legend.hatched === 'being looked for'
            ? 'Clusters are being looked for …'
            : painting.legend.hatched && painting.show !== 'need'
              ? `No class for any of these ${levelNoun(painting.level)}: ${painting.legend.hatched}.`
              : `Not known for any of these ${levelNoun(painting.level)}.`}
        </p>
        <Keys painting={painting} sites={sites} />
      </>
    );
  return (
    <>
      {legend.form === 'steps' && (
        <>
          <Steps painting={painting} />
          <p class="legend-ends">
            <span>{legend.low}</span>
            <span>{legend.high}</span>
          </p>
        </>
      )}
      {legend.form === 'grid' && <Grid painting={painting} />}
      {legend.form === 'list' && <List classes={painting.classes} />}
      <p class="legend-quiet">{[legend.comparator, legend.period].filter(Boolean).join(' · ')}</p>
      <Keys painting={painting} sites={sites} />
    </>
  );
}

function Title({ painting }: { painting: Painting }) {
  const { title, unit } = painting.legend;
  return (
    <>
      <b>{title}</b>
      {unit && <span class="map-muted">, {unit}</span>}
    </>
  );
}

export function Legend({ painting, sites }: { painting: Painting; sites: readonly CountedService[] }) {
  return (
    <section class="legend" aria-label="Legend">
      <p class="legend-title">
        <Title painting={painting} />
      </p>
      <LegendBody painting={painting} sites={sites} />
    </section>
  );
}

/** For a phone: one row of colours under the map; the rest unfolds. */
export function LegendStrip({ painting, sites }: { painting: Painting; sites: readonly CountedService[] }) {
  const { legend, classes } = painting;
  return (
    <details class="legend-strip">
      <summary aria-label={`Legend: ${legend.title}${legend.unit ? `, ${legend.unit}` : ''}`}>
        {painting.notKnown === painting.classOf.length ? (
          <span class="legend-strip-end">
            <Swatch painted={null} size={18} /> {legend.hatched ?? NOT_KNOWN}
          </span>
        ) : (
          <>
            <span class="legend-strip-end">
              {legend.low === 'more than need calls for' ? 'more' : legend.low}
            </span>
            <span class="legend-strip-colours">
              {classes.map((c) => (
                <span key={c.colour} class="swatch" style={{ background: `var(${c.colour})` }}>
                  {c.letter}
                </span>
              ))}
            </span>
            <span class="legend-strip-end">{legend.high}</span>
          </>
        )}
      </summary>
      <div class="legend-unfolded">
        <p class="legend-title">
          <Title painting={painting} />
        </p>
        <LegendBody painting={painting} sites={sites} />
      </div>
    </details>
  );
}
