// The Map: question across the top, controls, map, ranked list, scatter and card; all of one answer and linked by code.
import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import { type Painting, paint } from '../../encode/painting.ts';
import { sentenceText } from '../../encode/sentence.ts';
import { Later } from '../shell/Later.tsx';
import { layout } from '../shell/layout.ts';
import { type Page, vocabulary } from '../shell/page.ts';
import { Sentence } from '../shell/Sentence.tsx';
import { useNear } from '../shell/useNear.ts';
import { useStages } from '../shell/useStages.ts';
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

function MapPane({ page, answer, painting }: { page: Page; answer: Answer; painting: Painting }) {
  const { hovered, question, catalogue } = page.session;
  const { level } = answer.areas;
  const topology = page.outlines(level).value;
  const object = level === 'ward' ? 'wards' : 'lsoas';
  // The first shapes are read in a task of their own, so that reading and drawing together do not hold the page.
  const [read, setRead] = useState(false);
  useEffect(() => {
    if (read || !topology) return;
    let next = setTimeout(() => {
      geometryOf(topology, object, answer.areas);
      next = setTimeout(() => setRead(true), 0);
    }, 0);
    return () => clearTimeout(next);
  }, [read, topology, object, answer.areas]);
  if (topology && !read) return <Waiting what="map" />;
  return (
    <AreaMap
      answer={answer}
      topology={topology}
      object={object}
      painting={painting}
      hovered={hovered}
      selected={question.value.selected}
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

interface ScatterPaneProps {
  readonly page: Page;
  readonly answer: Answer;
  readonly painting: Painting;
  readonly begun: boolean;
}

function ScatterPane({ page, answer, painting, begun }: ScatterPaneProps) {
  const { hovered, question } = page.session;
  const pane = useRef<HTMLDivElement>(null);
  const near = useNear(pane);
  return (
    <div class="scatter-pane" ref={pane}>
      {begun && near && (
        <Later
          load={loadScatter}
          what="The scatter"
          props={{
            answer,
            painting,
            hovered,
            selected: question.value.selected,
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
  // First words and list, then the map, then the scatter.
  const stage = useStages(2, newest !== null);
  // The outlines of the level asked for are fetched while its answer is computed.
  page.outlines(question.value.level);
  const room = layout.value;
  const failed = progress.value.stage === 'failed';
  // The old answer stays, dimmed, until the one to the newest question is there.
  const late = newest !== null && newest.question !== question.value;
  // On a phone what was just chosen stands right under the map.
  const cardFirst = room === 'phone' && question.value.selected.length > 0;
  const openSheet = () => {
    sheet.value = true;
  };
  const openTable = () => {
    table.value = true;
  };

  return (
    <div
      class="map-screen"
      data-state={failed ? 'failed' : progress.value.stage}
      data-layout={room}
      aria-busy={late}
    >
      <Sentence page={page} />
      {failed && <Failure page={page} />}
      {room === 'wide' && (
        <aside class="controls" aria-label="Controls">
          <Later load={loadControls} what="The controls" props={{ page }} />
        </aside>
      )}
      <div class="centre" data-late={late}>
        {newest && painting && stage > 0 ? (
          <MapPane page={page} answer={newest} painting={painting} />
        ) : (
          <Waiting what="map" failed={failed} />
        )}
        {room !== 'wide' && (
          <button type="button" class="button change" onClick={openSheet}>
            Change
          </button>
        )}
        {newest && stage > 0 ? (
          <Later load={loadMonths} what="The months" props={{ page, answer: newest }} />
        ) : (
          <div class="month-axis" aria-hidden="true" />
        )}
      </div>
      <div class="detail" data-late={late}>
        {newest && painting ? (
          <>
            {cardFirst && <Later load={loadCard} what="The card" props={{ page, answer: newest }} />}
            <AreaList page={page} answer={newest} painting={painting} onTable={openTable} />
            <ScatterPane page={page} answer={newest} painting={painting} begun={stage > 1} />
            {!cardFirst && question.value.selected.length > 0 && (
              <Later load={loadCard} what="The card" props={{ page, answer: newest }} />
            )}
            {newest.question.show === 'hotspots' && <ClusterSummary answer={newest} />}
            {question.value.selected.length === 0 && (
              <Later load={loadCard} what="The card" props={{ page, answer: newest }} />
            )}
          </>
        ) : (
          <Waiting what="list" failed={failed} />
        )}
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
