// The ranked list of areas: a listbox whose arrows move the highlight that map and scatter share, and Enter selects.
import { useComputed } from '@preact/signals';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import { decimals } from '../../encode/numbers.ts';
import { colourOf, type Painting } from '../../encode/painting.ts';
import { type Ranking, ranking } from '../../encode/ranking.ts';
import { levelNoun } from '../../encode/words.ts';
import { layout } from '../shell/layout.ts';
import type { Page } from '../shell/page.ts';
import { useGrowing } from '../shell/useTurn.ts';
import { AreaRow } from './AreaRow.tsx';
import { useVisibleRows } from './visibleRows.ts';

interface AreaListProps {
  readonly page: Page;
  readonly answer: Answer;
  readonly painting: Painting;
  readonly onTable: () => void;
}

/** The same height stands in the style sheet. */
const ROW = 40;
const PAGE_ROWS = 10;
const FIRST_STRETCH = 12;
/** Drawn in one turn when the list is drawn first. */
const AT_A_TIME = 4;

function nextRow(key: string, at: number, last: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    PageDown: at + PAGE_ROWS,
    PageUp: at - PAGE_ROWS,
    Home: 0,
    End: last,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(last, to));
}

/** Brings row `k` into sight inside the list's own box, or in the page where the list does not scroll. */
function reveal(scroller: HTMLElement, k: number): void {
  if (scroller.scrollHeight > scroller.clientHeight + 1) {
    if (k * ROW < scroller.scrollTop) scroller.scrollTop = k * ROW;
    else if ((k + 1) * ROW > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = (k + 1) * ROW - scroller.clientHeight;
    return;
  }
  const top = scroller.getBoundingClientRect().top + k * ROW;
  if (top < 0 || top + ROW > window.innerHeight)
    window.scrollBy({ top: top - window.innerHeight / 2, behavior: 'instant' });
}

function ListHead({ rank, answer, onTable }: { rank: Ranking; answer: Answer; onTable: () => void }) {
  return (
    <div class="list-head">
      <h2 id="list-title">
        {rank.title}{' '}
        <span class="of">
          · {decimals(answer.areas.code.length, 0)} ·{' '}
          <button type="button" class="plain-button" onClick={onTable}>
            table
            <span class="hidden"> of all {levelNoun(answer.areas.level)}</span>
          </button>
        </span>
      </h2>
      <p class="list-columns" aria-hidden="true">
        <span class="for-bar">
          {rank.tests ? 'p' : rank.unit}
          {rank.lower ? `, ${rank.interval}` : ''}
        </span>
        <span class="for-figure">
          {rank.tests ? rank.unit : answer.question.show === 'gap' ? 'gap' : 'figure'}
        </span>
        {rank.tests && (
          <span class="for-odds" title="p adjusted for the many tests: the false-discovery rate">
            adjusted
          </span>
        )}
        {answer.question.show === 'gap' && (
          <span class="for-odds" title="Share of the draws in which the area is short">
            odds
          </span>
        )}
      </p>
    </div>
  );
}

export function AreaList({ page, answer, painting, onTable }: AreaListProps) {
  const { hovered, question } = page.session;
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { areas } = answer;
  const rank = useMemo(() => ranking(answer), [answer]);
  const placeOf = useMemo(() => {
    const place = new Map<string, number>();
    rank.order.forEach((row, k) => {
      place.set(areas.code[row], k);
    });
    return place;
  }, [rank, areas]);
  // On a phone the page itself scrolls: a first stretch, then all on request, so that what follows is not miles away.
  const [whole, setWhole] = useState(false);
  const count =
    layout.value === 'phone' && !whole ? Math.min(FIRST_STRETCH, areas.code.length) : areas.code.length;
  const seen = useVisibleRows(box, scroller, count, ROW);
  // A change of the question alone draws no row anew.
  const selected = useComputed(() => question.value.selected).value;
  const active = hovered.value === null ? -1 : (placeOf.get(hovered.value) ?? -1);

  // An area chosen elsewhere, on the map or by search, is brought into sight here.
  const lastSelected = selected[selected.length - 1];
  const chosenHere = useRef('');
  useEffect(() => {
    const k = lastSelected === undefined ? undefined : placeOf.get(lastSelected);
    const box = scroller.current;
    if (k === undefined || !box || chosenHere.current === lastSelected) return;
    if (box.scrollHeight > box.clientHeight + 1) reveal(box, k);
  }, [lastSelected, placeOf]);

  const select = (code: string, add: boolean) => {
    chosenHere.current = code;
    page.session.select(code, add);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextRow(event.key, active, count - 1);
    if (next !== null) {
      hovered.value = areas.code[rank.order[next]];
      if (scroller.current) reveal(scroller.current, next);
    } else if ((event.key === 'Enter' || event.key === ' ') && active >= 0) {
      select(areas.code[rank.order[active]], event.ctrlKey || event.metaKey || event.shiftKey);
    } else if (event.key === 'Escape' && selected.length > 0) {
      page.session.select(null);
    } else {
      return;
    }
    event.preventDefault();
  };

  const rows = [];
  const begun = useGrowing(Math.min(seen.last, count) - seen.first, AT_A_TIME);
  const last = seen.first + begun;
  for (let k = seen.first; k < last; k++) {
    const row = rank.order[k];
    const code = areas.code[row];
    rows.push(
      <AreaRow
        key={code}
        id={`${base}-${code}`}
        answer={answer}
        rank={rank}
        row={row}
        place={k}
        top={k * ROW}
        active={k === active}
        selected={selected.includes(code)}
        colour={colourOf(painting, row)}
        onSelect={select}
        onHover={(over) => {
          hovered.value = over;
        }}
      />,
    );
  }

  return (
    <section
      class="area-list"
      data-odds={answer.question.show === 'gap' || answer.question.show === 'hotspots'}
      aria-labelledby="list-title"
    >
      <ListHead rank={rank} answer={answer} onTable={onTable} />
      <div
        ref={scroller}
        class="list-scroll"
        role="listbox"
        tabIndex={0}
        aria-labelledby="list-title"
        aria-multiselectable
        aria-activedescendant={
          active >= seen.first && active < seen.last && active >= 0
            ? `${base}-${areas.code[rank.order[active]]}`
            : undefined
        }
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (active < 0) hovered.value = lastSelected ?? areas.code[rank.order[0]] ?? null;
        }}
        // Shift chooses several rows; the browser would mark the text from one to the next.
        onMouseDown={(event) => {
          if (!event.shiftKey) return;
          event.preventDefault();
          event.currentTarget.focus({ preventScroll: true });
        }}
        onBlur={() => {
          hovered.value = null;
        }}
        onPointerLeave={() => {
          hovered.value = null;
        }}
      >
        <div ref={box} class="list-box" role="presentation" style={{ height: `${count * ROW}px` }}>
          {rows}
        </div>
      </div>
      {count < areas.code.length && (
        <button type="button" class="button list-more" onClick={() => setWhole(true)}>
          Show all {decimals(areas.code.length, 0)} {levelNoun(areas.level)}
        </button>
      )}
    </section>
  );
}
