// The Map: question across the top, controls, map, ranked list, scatter and card; all of one answer and linked by code.
import { useComputed, useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import { type Painting, paint } from '../../encode/painting.ts';
import { sentenceText } from '../../encode/sentence.ts';
import { Later } from '../shell/Later.tsx';
import { layout } from '../shell/layout.ts';
import { Part } from '../shell/Part.tsx';
import { type Page, vocabulary } from '../shell/page.ts';
import { Sentence } from '../shell/Sentence.tsx';
import { useNear } from '../shell/useNear.ts';
import { inTurn, useTurn } from '../shell/useTurn.ts';
import { AreaList } from './AreaList.tsx';
import { AreaMap, geometryOf } from './AreaMap.tsx';
import type { AreaTableProps } from './AreaTable.tsx';
import { ClusterSummary } from './ClusterLine.tsx';
import { Failure, Waiting } from './states.tsx';

// The first answer is words, list and map; these come when they are shown.
const loadControls = () => import('./Controls.tsx').then((m) => m.Controls);
const loadSheet = () => import('./ControlsSheet.tsx').then((m) => m.ControlsSheet);
const loadCard = () => import('./SelectionCard.tsx').then((m) => m.SelectionCard);
const loadScatter = () => import('../charts/Scatter.tsx').then((m) => m.Scatter);
const loadMonths = () => import('./MonthAxis.tsx').then((m) => m.MonthAxis);
const loadTable = (): Promise<ComponentType<AreaTableProps>> =>
  import('./AreaTable.tsx').then((m) => m.AreaTable);

/** An answer, and how its areas are painted. */
interface Drawn {
  readonly answer: Answer;
  readonly painting: Painting;
}

function MapPane({ page, answer, painting }: { page: Page } & Drawn) {
  const { hovered, question, catalogue } = page.session;
  const selected = useComputed(() => question.value.selected).value;
  const { level } = answer.areas;
  const topology = page.outlines(level).value;
  const object = level === 'ward' ? 'wards' : 'lsoas';
  // The first shapes are read in a turn of their own, so that reading and drawing together do not hold the page.
  const [read, setRead] = useState(false);
  useLayoutEffect(() => {
    if (read || !topology) return;
    return inTurn(() => {
      try {
        geometryOf(topology, object, answer.areas);
      } finally {
        // What cannot be read is said where it is drawn.
        setRead(true);
      }
    });
  }, [read, topology, object, answer.areas]);
  // Drawn in the turn after the one they were read in.
  if (!useTurn(read) && topology) return <Waiting what="map" />;
  return (
    <AreaMap
      answer={answer}
      topology={topology}
      object={object}
      painting={painting}
      hovered={hovered}
      selected={selected}
      onSelect={(code, add) => page.session.select(code, add)}
      onHover={(code) => {
        hovered.value = code;
      }}
      sites={answer.services}
      level={level}
      label={sentenceText(answer.question, vocabulary(catalogue.value))}
    />
  );
}

function ScatterPane({ page, answer, painting }: { page: Page } & Drawn) {
  const { hovered, question } = page.session;
  const selected = useComputed(() => question.value.selected).value;
  const pane = useRef<HTMLDivElement>(null);
  const near = useNear(pane);
  return (
    <div class="scatter-pane" ref={pane}>
      {near && (
        <Later
          load={loadScatter}
          what="The scatter"
          props={{
            answer,
            painting,
            hovered,
            selected,
            onHover: (code: string | null) => {
              hovered.value = code;
            },
            onSelect: (code: string, add: boolean) => page.session.select(code, add),
          }}
        />
      )}
    </div>
  );
}

export function MapScreen({ page }: { page: Page }) {
  const { answer, question, progress } = page.session;
  const sheet = useSignal(false);
  const table = useSignal(false);
  const newest = answer.value;
  // Intervals arrive beside the same areas: what is painted does not change, and is not drawn again.
  const painting = useMemo(
    () => (newest ? paint(newest, newest.question.show) : null),
    [newest?.areas, newest?.hotspots, newest?.question.show],
  );
  const drawn = useMemo(() => newest && painting && { answer: newest, painting }, [newest, painting]);
  // How far the intervals are is no reason to draw the screen again.
  const stage = useComputed(() => progress.value.stage).value;
  // The outlines of the level asked for are fetched while its answer is computed.
  page.outlines(question.value.level);
  const room = layout.value;
  const failed = stage === 'failed';
  // The old answer stays, dimmed, until the one to the newest question is there.
  const late = newest !== null && newest.question !== question.value;
  // On a phone what was just chosen stands right under the map.
  const chosen = question.value.selected.length > 0;
  const cardFirst = room === 'phone' && chosen;
  const card = (
    <Part drawn={drawn} waiting={null}>
      {({ answer }) => <Later load={loadCard} what="The card" props={{ page, answer }} />}
    </Part>
  );
  const openSheet = () => {
    sheet.value = true;
  };
  const openTable = () => {
    table.value = true;
  };

  return (
    <div class="map-screen" data-state={stage} data-layout={room} aria-busy={late}>
      <Sentence page={page} />
      {failed && <Failure page={page} />}
      {room === 'wide' && (
        <aside class="controls" aria-label="Controls">
          <Later load={loadControls} what="The controls" props={{ page }} />
        </aside>
      )}
      <div class="centre" data-late={late}>
        <Part drawn={drawn} waiting={<Waiting what="map" failed={failed} />} prompt>
          {({ answer, painting }) => <MapPane page={page} answer={answer} painting={painting} />}
        </Part>
        {room !== 'wide' && (
          <button type="button" class="button change" onClick={openSheet}>
            Change
          </button>
        )}
        <Part drawn={drawn} waiting={<div class="month-axis" aria-hidden="true" />}>
          {({ answer }) => <Later load={loadMonths} what="The months" props={{ page, answer }} />}
        </Part>
      </div>
      <div class="detail" data-late={late}>
        {cardFirst && card}
        <Part drawn={drawn} waiting={<Waiting what="list" failed={failed} />} prompt>
          {({ answer, painting }) => (
            <AreaList page={page} answer={answer} painting={painting} onTable={openTable} />
          )}
        </Part>
        <Part drawn={drawn} waiting={null}>
          {({ answer, painting }) => <ScatterPane page={page} answer={answer} painting={painting} />}
        </Part>
        {!cardFirst && chosen && card}
        {newest?.question.show === 'hotspots' && <ClusterSummary answer={newest} />}
        {!chosen && card}
      </div>
      {sheet.value && (
        <Later
          load={loadSheet}
          what="The controls"
          props={{
            page,
            onClose: () => {
              sheet.value = false;
            },
          }}
        />
      )}
      {table.value && (
        <Later
          load={loadTable}
          what="The table"
          props={{
            page,
            onClose: () => {
              table.value = false;
            },
          }}
        />
      )}
    </div>
  );
}
