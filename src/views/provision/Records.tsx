// The records of the inventory: found by words, parted by tier, sorted, and each with what can be done with it.
import { useId, useMemo, useState } from 'preact/hooks';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Inventory, Service, Tier } from '../../domain/intervention.ts';
import { TIERS } from '../../domain/intervention.ts';
import { whole } from '../../encode/numbers.ts';
import { capital } from '../../encode/words.ts';
import { Segments } from '../shell/Segments.tsx';
import { namedPlaces } from './namedPlaces.ts';
import { type RecordActions, RecordRow } from './RecordRow.tsx';
import { recordAuthority } from './recordAuthority.ts';
import {
  foundServices,
  type Order,
  type RecordColumn,
  recordColumns,
  sortedServices,
  startsDescending,
  WAYS,
} from './recordOrder.ts';

interface RecordsProps {
  readonly inventory: Inventory;
  readonly catalogue: Catalogue;
  readonly catchment: number;
  readonly day: string;
  /** Why a record does not count for the question, by id; empty where it does, absent where it is not asked for. */
  readonly leftOut: ReadonlyMap<string, string>;
  /** The record that was changed last, which is shown wherever it stands; null for none. */
  readonly changed: string | null;
  readonly actions: RecordActions;
  /** The text of a file of the release; without it, records are not found by the authority of their point. */
  readonly read?: (path: string) => Promise<string>;
}

/** Rows drawn before all are asked for. */
const FIRST = 24;

/** Columns that stand under another in the table, and are sorted by the list alone. */
const UNDER = new Set(['organisation', 'form']);

export function Records(props: RecordsProps) {
  const { inventory, catalogue, catchment, day, leftOut, changed, actions, read } = props;
  const base = useId();
  const [tier, setTier] = useState<Tier | 'all'>('all');
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<Order>({ column: 'capacity', descending: true });
  const [all, setAll] = useState(false);
  const names = useMemo(() => new Map(catalogue.programmes.map((p) => [p.id, p.label])), [catalogue]);
  const programme = (s: Service) => names.get(s.programme) ?? s.programme;
  const columns = useMemo(() => recordColumns(programme), [names]);
  const known = read ? namedPlaces(read, catalogue) : null;
  const places = known?.known.places;
  const authority = useMemo(() => recordAuthority(catalogue, places ?? []), [catalogue, places]);
  const found = foundServices(inventory.services, words, programme, authority);
  const by = columns.find((c) => c.id === order.column) ?? columns[0];
  const rows = sortedServices(
    found.filter((s) => tier === 'all' || s.tier === tier),
    by.key,
    order.descending,
  );
  const count = (t: Tier) => found.filter((s) => s.tier === t).length;
  const sortBy = (column: RecordColumn) => {
    const again = column.id === order.column;
    setOrder({ column: column.id, descending: again ? !order.descending : startsDescending(column) });
  };
  const folded = !all && rows.length > FIRST;

  return (
    <section class="records" aria-labelledby="records-title">
      <div class="records-head">
        <h2 id="records-title">
          Records{' '}
          <span class="quiet" role="status">
            {rows.length === inventory.services.length
              ? whole(rows.length)
              : `${whole(rows.length)} of ${whole(inventory.services.length)}`}
            {tier !== 'all' && ` · ${tier}`}
          </span>
        </h2>
        <input
          class="field records-find"
          type="search"
          aria-label="Find records"
          placeholder="Find: programme, place, authority"
          autocomplete="off"
          value={words}
          onFocus={known?.want}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <div class="records-sort">
          <label for={`${base}-sort`}>Sorted by</label>
          <select
            id={`${base}-sort`}
            value={order.column}
            onChange={(event) => {
              const column = columns.find((c) => c.id === event.currentTarget.value);
              if (column) setOrder({ column: column.id, descending: startsDescending(column) });
            }}
          >
            {columns.map((c) => (
              <option key={c.id} value={c.id}>
                {c.label.toLowerCase()}
              </option>
            ))}
          </select>
        </div>
        <select
          class="records-way"
          aria-label="Which way"
          value={String(order.descending)}
          onChange={(event) => setOrder({ ...order, descending: event.currentTarget.value === 'true' })}
        >
          {WAYS[by.kind].map((way, k) => (
            <option key={way} value={String(k === 1)}>
              {way}
            </option>
          ))}
        </select>
        <Segments
          label="Tier of the records"
          choices={[
            { value: 'all', label: `All ${found.length}` },
            ...TIERS.map((t) => ({ value: t, label: `${capital(t)} ${count(t)}` })),
          ]}
          chosen={tier}
          onChoose={setTier}
        />
      </div>
      {rows.length === 0 ? (
        <p class="quiet">
          {words !== ''
            ? `No record holds “${words.slice(0, 40)}”${tier === 'all' ? '' : ` in the ${tier} tier`}. Try fewer letters.`
            : `No record ${tier === 'all' ? 'yet' : `of the ${tier} tier`}. What is not recorded is not known; it is never read as none.`}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls where letters are very large, and must be reachable without a mouse
        <section class="records-scroll" tabIndex={0} aria-label="Table of records">
          <table class="records-table stacking">
            <thead>
              <tr>
                {columns
                  .filter((column) => !UNDER.has(column.id))
                  .map((column) => {
                    const sorted = column.id === order.column;
                    return (
                      <th
                        key={column.id}
                        scope="col"
                        class={column.kind === 'number' && column.id !== 'ages' ? 'number' : ''}
                        aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : undefined}
                      >
                        <button type="button" onClick={() => sortBy(column)}>
                          {column.label}
                          <span class="sort" aria-hidden="true">
                            {sorted ? (order.descending ? '▾' : '▴') : ''}
                          </span>
                        </button>
                      </th>
                    );
                  })}
                <th scope="col">
                  <span class="hidden">What can be done</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((s, k) => (
                <RecordRow
                  key={s.id}
                  service={s}
                  name={programme(s)}
                  catchment={catchment}
                  day={day}
                  leftOut={leftOut.get(s.id) ?? ''}
                  beyond={folded && k >= FIRST && s.id !== changed}
                  changed={s.id === changed}
                  next={rows[k + 1]?.id ?? rows[k - 1]?.id ?? null}
                  actions={actions}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > FIRST && (
        <button
          type="button"
          class="plain-button records-all"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? `Show the first ${FIRST}` : `Show all ${whole(rows.length)}`}
        </button>
      )}
    </section>
  );
}
