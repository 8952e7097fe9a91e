// The records of the inventory: sorted by their headings, parted by tier, and each with what can be done with it.
import { useMemo, useState } from 'preact/hooks';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Inventory, Service, Tier } from '../../domain/intervention.ts';
import { TIERS } from '../../domain/intervention.ts';
import { agesShort, dateShort, formWord, pounds, reachWords } from '../../encode/inventoryWords.ts';
import { decimals, NOT_KNOWN, whole } from '../../encode/numbers.ts';
import { capital } from '../../encode/words.ts';
import { Segments } from '../shell/Segments.tsx';

export interface RecordActions {
  edit(service: Service): void;
  duplicate(service: Service): void;
  close(service: Service): void;
  remove(service: Service): void;
}

interface RecordsProps {
  readonly inventory: Inventory;
  readonly catalogue: Catalogue;
  readonly catchment: number;
  readonly day: string;
  /** Why a record does not count for the question, by id; empty where it does, absent where it is not asked for. */
  readonly leftOut: ReadonlyMap<string, string>;
  readonly actions: RecordActions;
}

interface RecordColumn {
  readonly id: string;
  readonly label: string;
  readonly number?: boolean;
  /** What it is sorted by; null comes last whichever way. */
  readonly key: (s: Service) => string | number | null;
}

type Order = { readonly column: string; readonly descending: boolean };

const COLUMNS = (programme: (s: Service) => string): readonly RecordColumn[] => [
  { id: 'programme', label: 'Programme', key: programme },
  { id: 'organisation', label: 'Organisation', key: (s) => s.organisation },
  { id: 'place', label: 'Where', key: (s) => s.place },
  { id: 'form', label: 'Form', key: (s) => s.form },
  { id: 'ages', label: 'Ages', key: (s) => s.ages.from },
  { id: 'capacity', label: 'Places a year', number: true, key: (s) => s.capacity },
  { id: 'cost', label: 'Cost a year', number: true, key: (s) => s.cost },
  { id: 'start', label: 'From', key: (s) => s.start },
  { id: 'end', label: 'To', key: (s) => s.end },
  { id: 'verified', label: 'Last verified', key: (s) => s.lastVerified },
  { id: 'status', label: 'Status', key: (s) => s.status },
  { id: 'reach', label: 'Reach', key: (s) => s.form },
  { id: 'confidence', label: 'Confidence', number: true, key: (s) => s.confidence },
];

/** Rows by a column; what is not known comes last whichever way it is sorted. */
export function sortedServices(
  services: readonly Service[],
  key: (s: Service) => string | number | null,
  descending: boolean,
): Service[] {
  const way = descending ? -1 : 1;
  return services
    .map((service, at) => ({ service, at, k: key(service) }))
    .sort((a, b) => {
      if (a.k === null || b.k === null) return Number(a.k === null) - Number(b.k === null) || a.at - b.at;
      const order =
        typeof a.k === 'number' && typeof b.k === 'number'
          ? a.k - b.k
          : String(a.k).localeCompare(String(b.k), 'en-GB');
      return way * order || a.at - b.at;
    })
    .map(({ service }) => service);
}

const isOld = (date: string | null, day: string) =>
  date === null ||
  Number(day.slice(0, 4)) * 12 +
    Number(day.slice(5, 7)) -
    (Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))) >
    12;

export function Records({ inventory, catalogue, catchment, day, leftOut, actions }: RecordsProps) {
  const [tier, setTier] = useState<Tier | 'all'>('all');
  const [order, setOrder] = useState<Order>({ column: 'capacity', descending: true });
  const names = useMemo(() => new Map(catalogue.programmes.map((p) => [p.id, p.label])), [catalogue]);
  const columns = useMemo(() => COLUMNS((s) => names.get(s.programme) ?? s.programme), [names]);
  const ofTier = inventory.services.filter((s) => tier === 'all' || s.tier === tier);
  const by = columns.find((c) => c.id === order.column) ?? columns[0];
  const rows = sortedServices(ofTier, by.key, order.descending);
  const count = (t: Tier) => inventory.services.filter((s) => s.tier === t).length;

  return (
    <section class="records" aria-labelledby="records-title">
      <div class="records-head">
        <h2 id="records-title">
          Records{' '}
          <span class="quiet">
            {whole(rows.length)} {tier === 'all' ? '' : `· ${tier} `}· sorted by {by.label.toLowerCase()}
          </span>
        </h2>
        <Segments
          label="Tier of the records"
          choices={[
            { value: 'all', label: `All ${inventory.services.length}` },
            ...TIERS.map((t) => ({ value: t, label: `${capital(t)} ${count(t)}` })),
          ]}
          chosen={tier}
          onChoose={setTier}
        />
      </div>
      {rows.length === 0 ? (
        <p class="quiet">
          No record {tier === 'all' ? 'yet' : `of the ${tier} tier`}. What is not recorded is not known; it is
          never read as none.
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls, and must be reachable without a mouse
        <section class="records-scroll" tabIndex={0} aria-label="Table of records">
          <table class="records-table">
            <thead>
              <tr>
                {columns.map((column) => {
                  const sorted = column.id === order.column;
                  return (
                    <th
                      key={column.id}
                      scope="col"
                      class={column.number ? 'number' : ''}
                      aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : undefined}
                    >
                      <button
                        type="button"
                        onClick={() =>
                          setOrder({
                            column: column.id,
                            descending: sorted ? !order.descending : !!column.number,
                          })
                        }
                      >
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
              {rows.map((s) => (
                <Row
                  key={s.id}
                  service={s}
                  name={names.get(s.programme) ?? s.programme}
                  catchment={catchment}
                  day={day}
                  leftOut={leftOut.get(s.id) ?? ''}
                  actions={actions}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

interface RowProps {
  readonly service: Service;
  readonly name: string;
  readonly catchment: number;
  readonly day: string;
  readonly leftOut: string;
  readonly actions: RecordActions;
}

function Row({ service: s, name, catchment, day, leftOut, actions }: RowProps) {
  const place = s.place || s.id;
  const maybe = (text: string) => (text === NOT_KNOWN ? <span class="quiet">{text}</span> : text);
  return (
    <tr data-left-out={leftOut !== ''}>
      <td>
        <button
          type="button"
          class="plain-button record-name"
          aria-label={`Edit ${name}, ${place}`}
          onClick={() => actions.edit(s)}
        >
          {name}
        </button>
      </td>
      <td>{s.organisation || <span class="quiet">not stated</span>}</td>
      <th scope="row">
        {place}
        {leftOut && <small class="quiet"> does not count here: {leftOut}</small>}
      </th>
      <td>{formWord(s.form)}</td>
      <td>{agesShort(s.ages)}</td>
      <td class="number">
        {s.capacity === null ? (
          <span class="quiet">{NOT_KNOWN}</span>
        ) : (
          decimals(s.capacity, Number.isInteger(s.capacity) ? 0 : 1)
        )}
      </td>
      <td class="number">{maybe(pounds(s.cost))}</td>
      <td>{maybe(dateShort(s.start))}</td>
      <td>{maybe(dateShort(s.end))}</td>
      <td>
        <span class="tag" data-tone={isOld(s.lastVerified, day) ? 'old' : 'recent'}>
          {s.lastVerified === null ? 'never' : dateShort(s.lastVerified)}
        </span>
      </td>
      <td>
        <span class="tag" data-status={s.status}>
          {s.status === 'own' ? 'your own' : s.status}
        </span>
      </td>
      <td class="quiet">{reachWords(s, catchment)}</td>
      <td class="number">{decimals(s.confidence, 2)}</td>
      <td class="record-actions">
        <button
          type="button"
          class="plain-button"
          aria-label={`Duplicate ${place}`}
          onClick={() => actions.duplicate(s)}
        >
          Duplicate
        </button>
        <button
          type="button"
          class="plain-button"
          aria-label={`Close ${place} on ${day}`}
          onClick={() => actions.close(s)}
        >
          Close
        </button>
        <button
          type="button"
          class="plain-button"
          aria-label={`Delete ${place}`}
          onClick={() => actions.remove(s)}
        >
          Delete
        </button>
      </td>
    </tr>
  );
}
