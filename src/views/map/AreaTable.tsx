// Every area with every figure, as an HTML table named by the question; sorted by its headings, and taken away as CSV.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Show } from '../../domain/question.ts';
import { areaTable, cellText, type TableColumn } from '../../encode/areaTable.ts';
import { changeColumns } from '../../encode/changeWords.ts';
import { whole } from '../../encode/numbers.ts';
import { answeredText } from '../../encode/planPhrase.ts';
import { levelNoun, showLabel } from '../../encode/words.ts';
import { areaCsv, exportName } from '../../state/areaExport.ts';
import { placeHref } from '../place/placeLink.ts';
import { download } from '../shell/download.ts';
import { type Page, vocabulary } from '../shell/page.ts';
import { useYearChange } from './useYearChange.ts';
import '../../styles/table.css';

export interface AreaTableProps {
  readonly page: Page;
  readonly onClose: () => void;
}

interface Order {
  readonly column: string;
  readonly descending: boolean;
}

/** What the table is sorted by at first: the figure of the map, from the end the list begins with. */
export function firstOrder(show: Show, columns: readonly TableColumn[]): Order {
  const wanted = {
    need: ['need_index', 'need'],
    provision: ['places_per_1000'],
    gap: ['gap'],
    class: ['relative_gap'],
    hotspots: ['statistic'],
  }[show];
  const column = wanted.find((id) => columns.some((c) => c.id === id)) ?? 'gap';
  return { column, descending: show !== 'provision' };
}

const isWords = (column: TableColumn): column is TableColumn & { values: readonly string[] } =>
  Array.isArray(column.values);

/** Rows by a column; what is not known comes last whichever way it is sorted. */
export function sortedRows(columns: readonly TableColumn[], order: Order): number[] {
  const column = columns.find((c) => c.id === order.column) ?? columns[0];
  const rows = Array.from({ length: column.values.length }, (_, i) => i);
  const way = order.descending ? -1 : 1;
  if (isWords(column)) {
    return rows.sort((a, b) => way * column.values[a].localeCompare(column.values[b], 'en-GB') || a - b);
  }
  const values = column.values as Float64Array;
  return rows.sort((a, b) => {
    const [x, y] = [values[a], values[b]];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return way * (x - y) || a - b;
  });
}

function Heading({
  column,
  order,
  onOrder,
}: {
  column: TableColumn;
  order: Order;
  onOrder: (o: Order) => void;
}) {
  const sorted = order.column === column.id;
  const words = isWords(column);
  const mark = (
    <span class="sort" aria-hidden="true">
      {sorted ? (order.descending ? '▾' : '▴') : ''}
    </span>
  );
  return (
    <th
      scope="col"
      class={words ? 'words' : 'number'}
      aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        onClick={() => onOrder({ column: column.id, descending: sorted ? !order.descending : !words })}
      >
        {!words && mark}
        {column.label}
        {words && mark}
        {column.unit !== '' && <small>{column.unit}</small>}
      </button>
    </th>
  );
}

/** Long tables are drawn some hundreds of rows at a time, so that the first stand at once. */
const BATCH = 250;

function useBatches(total: number): number {
  const [drawn, setDrawn] = useState(BATCH);
  useEffect(() => {
    if (drawn >= total) return;
    const next = setTimeout(() => setDrawn(drawn + BATCH), 0);
    return () => clearTimeout(next);
  }, [drawn, total]);
  return drawn;
}

/** What clusters are read by stands right after the name where clusters are asked for, with what was tested. */
const OF_CLUSTERS = ['cluster', 'statistic', 'p', 'p_adjusted'];

/** The columns as they are shown; files keep one order. */
export function headsOf(columns: readonly TableColumn[], tested: string | null): TableColumn[] {
  const shown = columns.filter((c) => c.id !== 'area');
  if (tested === null) return shown;
  const first = ['name', ...OF_CLUSTERS, tested].flatMap((id) => shown.find((c) => c.id === id) ?? []);
  return [...first, ...shown.filter((c) => !first.includes(c))];
}

export function AreaTable({ page, onClose }: AreaTableProps) {
  const { answer, catalogue, question } = page.session;
  const dialog = useRef<HTMLDialogElement>(null);
  const [wish, setOrder] = useState<Order | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const newest = answer.value;
  const change = useYearChange(page, newest);
  const more = useMemo(() => (change ? changeColumns(change) : []), [change]);
  const columns = useMemo(() => (newest ? [...areaTable(newest), ...more] : []), [newest, more]);
  const order = wish ?? firstOrder(newest?.question.show ?? 'gap', columns);
  const rows = useMemo(
    () => (columns.length > 0 ? sortedRows(columns, order) : []),
    [columns, order.column, order.descending],
  );
  const drawn = useBatches(rows.length);
  if (!newest) return null;
  const sentence = answeredText(newest, vocabulary(catalogue.value));
  const nouns = levelNoun(newest.areas.level);
  const heads = headsOf(columns, newest.question.show === 'hotspots' ? newest.question.hotspots.of : null);
  const { selected } = question.value;

  return (
    <dialog ref={dialog} class="sheet full" aria-labelledby="table-title" onClose={onClose}>
      <div class="sheet-head">
        <h2 id="table-title">
          All {whole(rows.length)} {nouns}{' '}
          <span class="of">
            same figures as map and list; {showLabel('gap').toLowerCase()} above zero is short
          </span>
        </h2>
        <button
          type="button"
          class="button"
          onClick={() =>
            download(
              exportName(newest, more.length > 0 ? 'areas-and-change' : 'areas', 'csv'),
              areaCsv(newest, { vocabulary: vocabulary(catalogue.value) }, more),
            )
          }
        >
          Download CSV
        </button>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {/* A box that scrolls is reached by keys. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls, and must be reachable without a mouse */}
      <section class="table-scroll" tabIndex={0} aria-label="Table of areas">
        <table class="areas">
          <caption>{sentence}</caption>
          <thead>
            <tr>
              {heads.map((column) => (
                <Heading key={column.id} column={column} order={order} onOrder={setOrder} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, drawn).map((i) => (
              <tr
                key={newest.areas.code[i]}
                data-code={newest.areas.code[i]}
                data-selected={selected.includes(newest.areas.code[i])}
              >
                {heads.map((column) =>
                  column.id === 'name' ? (
                    <th key={column.id} scope="row">
                      <button
                        type="button"
                        class="plain-button"
                        onClick={() => {
                          dialog.current?.close();
                          if (!selected.includes(newest.areas.code[i]))
                            page.session.select(newest.areas.code[i]);
                        }}
                      >
                        {column.values[i]}
                      </button>{' '}
                      <a
                        class="row-profile"
                        href={placeHref(newest.question, [newest.areas.code[i]])}
                        aria-label={`Profile of ${column.values[i]}`}
                      >
                        profile
                      </a>
                    </th>
                  ) : (
                    <td key={column.id} class={isWords(column) ? 'words' : 'number'}>
                      {cellText(column, i)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </dialog>
  );
}
