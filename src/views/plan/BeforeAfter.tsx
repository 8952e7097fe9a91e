// Now and with the plan: the share of places missing in each, and two maps in the same classes.
import { useMemo } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import { share, shareRange, signed, whole } from '../../encode/numbers.ts';
import { type Painting, paint } from '../../encode/painting.ts';
import { costsWords, type PlanCosts } from '../../encode/planCost.ts';
import { costPerPlaceWords, placesClosed } from '../../encode/planWords.ts';
import { sentenceText } from '../../encode/sentence.ts';
import { AreaMap, type Spot } from '../map/AreaMap.tsx';
import { LegendStrip } from '../map/Legend.tsx';
import { type Page, vocabulary } from '../shell/page.ts';
import { addOwnCandidate } from './candidates.ts';

interface BeforeAfterProps {
  readonly page: Page;
  readonly answer: Answer;
  readonly paintings: PlanPaintings;
  readonly costs: PlanCosts;
}

/** The gap of every area as it stands and with the plan, in the same classes. */
export interface PlanPaintings {
  readonly now: Painting;
  readonly planned: Painting;
}

export function planPaintings(answer: Answer): PlanPaintings {
  const planned = paint(answer, 'gap');
  return { now: answer.before ? paint(answer, 'gap', answer.before.areas) : planned, planned };
}

/** The answer as it stands without the plan, for the map and its tooltip. */
export function withoutPlan(answer: Answer): Answer {
  const { before } = answer;
  if (!before) return answer;
  return { ...answer, ...before, before: null, uncertainty: null };
}

interface PaneProps {
  readonly page: Page;
  readonly shown: Answer;
  readonly painting: Painting;
  readonly title: string;
}

function Pane({ page, shown, painting, title }: PaneProps) {
  const { hovered, question, catalogue } = page.session;
  const { level } = shown.areas;
  /** Six decimals are a tenth of a metre, and keep the link short. */
  const takeSpot = ({ lon, lat, code }: Spot) => {
    const row = code === null ? -1 : shown.areas.code.indexOf(code);
    const name = row < 0 ? '' : `A place in ${shown.areas.name[row]}`;
    addOwnCandidate(name, Number(lon.toFixed(6)), Number(lat.toFixed(6)));
  };
  return (
    <div class="plan-map">
      <AreaMap
        answer={shown}
        topology={page.outlines(level).value}
        painting={painting}
        hovered={hovered}
        selected={question.value.selected}
        onSelect={(code, add) => page.session.select(code, add)}
        onHover={(code) => {
          hovered.value = code;
        }}
        onSpot={question.value.search.from === 'own' ? takeSpot : undefined}
        sites={shown.services}
        level={level}
        label={`${title}. ${sentenceText(shown.question, vocabulary(catalogue.value))}`}
        plain
      />
    </div>
  );
}

export function BeforeAfter({ page, answer, paintings, costs }: BeforeAfterProps) {
  const { before, uncertainty, headline } = answer;
  const now = before?.headline ?? headline;
  const name = answer.question.plan?.name ?? 'a plan';
  const today = useMemo(() => withoutPlan(answer), [answer]);
  // The interval is that of the answer in hand: with the plan where there is one, else now.
  const interval = uncertainty && (
    <span class="quiet plan-interval">
      90% interval {shareRange(uncertainty.unmetShare.lower, uncertainty.unmetShare.upper)}%
    </span>
  );
  const yardstick = answer.question.yardstick.kind === 'norm' ? 'the norm' : 'today’s average';
  const closed = placesClosed(answer);
  return (
    <section class="before-after" aria-label="Now and with the plan">
      <div class="plan-side">
        <h2>Now</h2>
        <div class="plan-share">
          <p class="plan-figure">{share(now.unmetShare)}</p>
          {before ? null : interval}
        </div>
        <p class="quiet">
          of the places need calls for are missing: {whole(now.unmetPlaces)} of {whole(now.totalTarget)} a
          year
        </p>
        <Pane page={page} shown={today} painting={paintings.now} title="Gap now" />
      </div>
      <div class="plan-side" data-empty={!before}>
        <h2>With {name}</h2>
        {before ? (
          <>
            <div class="plan-share">
              <p class="plan-figure" data-tone={headline.unmetShare < now.unmetShare ? 'better' : 'plain'}>
                {share(headline.unmetShare)}
              </p>
              {interval}
            </div>
            <p class="quiet">
              {whole(headline.unmetPlaces)} missing ({signed(-closed, 0)}); same yardstick, {yardstick};{' '}
              {costs.counted > 0 && `${costsWords(costs)}; `}
              {costPerPlaceWords(costs.unknown > 0 ? null : costs.known, closed)}
            </p>
            <Pane page={page} shown={answer} painting={paintings.planned} title={`Gap with ${name}`} />
          </>
        ) : (
          <p class="plan-empty">
            No plan yet. Find the best sites, add a team, or choose a plan that is kept here; the gap with it
            stands here, in the same colours.
          </p>
        )}
      </div>
      <LegendStrip painting={paintings.planned} sites={answer.services} />
    </section>
  );
}
