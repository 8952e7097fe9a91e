// The Map: question across the top, controls, map, ranked list, scatter and card; all of one answer and linked by code.
import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import { type Painting, paint } from '../../encode/painting.ts';
import { sentenceText } from '../../encode/sentence.ts';
import { Scatter } from '../charts/Scatter.tsx';
import { Later } from '../shell/Later.tsx';
import { layout } from '../shell/layout.ts';
import { type Page, vocabulary } from '../shell/page.ts';
import { Sentence } from '../shell/Sentence.tsx';
import { useNear } from '../shell/useNear.ts';
import { useStages } from '../shell/useStages.ts';
import { AreaCard } from './AreaCard.tsx';
import { AreaList } from './AreaList.tsx';
import { AreaMap } from './AreaMap.tsx';
import type { AreaTableProps } from './AreaTable.tsx';
import { ClusterSummary } from './ClusterLine.tsx';
import { Controls } from './Controls.tsx';
import { ControlsSheet } from './ControlsSheet.tsx';
import { MonthAxis } from './MonthAxis.tsx';
import { RegionCard } from './RegionCard.tsx';
import { Failure, Waiting } from './states.tsx';

const loadTable = (): Promise<ComponentType<AreaTableProps>> =>
  import('./AreaTable.tsx').then((m) => m.AreaTable);

/** The card of what was selected last: an area, an authority, or the region. */
function SelectionCard({ page, answer }: { page: Page; answer: Answer }) {
  const { selected } = page.session.question.value;
  const code = selected[selected.length - 1];
  const row = code === undefined ? -1 : answer.areas.code.indexOf(code);
  if (row >= 0) return <AreaCard answer={answer} row={row} />;
  return <RegionCard answer={answer} authority={answer.authorities.find((a) => a.code === code) ?? null} />;
}

function MapPane({ page, answer, painting }: { page: Page; answer: Answer; painting: Painting }) {
  const { hovered, question, catalogue } = page.session;
  const { level } = answer.areas;
  const topology = page.outlines(level).value;
  return (
    <AreaMap
      answer={answer}
      topology={topology}
      object={level === 'ward' ? 'wards' : 'lsoas'}
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
        <Scatter
          answer={answer}
          painting={painting}
          hovered={hovered}
          selected={question.value.selected}
          onHover={(code) => {
            hovered.value = code;
          }}
          onSelect={(code, add) => page.session.select(code, add)}
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
  const painting = useMemo(() => (newest ? paint(newest, newest.question.show) : null), [newest]);
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
          <Controls page={page} />
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
          <MonthAxis page={page} answer={newest} />
        ) : (
          <div class="month-axis" aria-hidden="true" />
        )}
      </div>
      <div class="detail" data-late={late}>
        {newest && painting ? (
          <>
            {cardFirst && <SelectionCard page={page} answer={newest} />}
            <AreaList page={page} answer={newest} painting={painting} onTable={openTable} />
            <ScatterPane page={page} answer={newest} painting={painting} begun={stage > 1} />
            {!cardFirst && question.value.selected.length > 0 && (
              <SelectionCard page={page} answer={newest} />
            )}
            {newest.question.show === 'hotspots' && <ClusterSummary answer={newest} />}
            {question.value.selected.length === 0 && <SelectionCard page={page} answer={newest} />}
          </>
        ) : (
          <Waiting what="list" failed={failed} />
        )}
      </div>
      {sheet.value && (
        <ControlsSheet
          page={page}
          onClose={() => {
            sheet.value = false;
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
