// One record: a row of the table, and on a phone a card of labelled figures; with what can be done with it.
import type { Service } from '../../domain/intervention.ts';
import { agesShort, dateShort, formWord, pounds, reachWords } from '../../encode/inventoryWords.ts';
import { decimals, NOT_KNOWN } from '../../encode/numbers.ts';

export interface RecordActions {
  edit(service: Service): void;
  duplicate(service: Service): void;
  close(service: Service): void;
  /** @param next the record that stands where this one stood; null where none is left. */
  remove(service: Service, next: string | null): void;
}

interface RecordRowProps {
  readonly service: Service;
  /** The programme by name. */
  readonly name: string;
  readonly catchment: number;
  readonly day: string;
  /** Why it does not count for the question; empty where it does. */
  readonly leftOut: string;
  /** Further down than the first rows: not drawn on screen until all are asked for, always printed. */
  readonly beyond: boolean;
  readonly changed: boolean;
  readonly next: string | null;
  readonly actions: RecordActions;
}

const isOld = (date: string | null, day: string) =>
  date === null ||
  Number(day.slice(0, 4)) * 12 +
    Number(day.slice(5, 7)) -
    (Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))) >
    12;

/** "site, 15 km"; "one area"; "areas not known" */
function formAndReach(service: Service, catchment: number): string {
  const reach = reachWords(service, catchment);
  if (service.form === 'area') return reach === NOT_KNOWN ? `areas ${reach}` : reach;
  return service.form === 'site' || service.form === 'institution network'
    ? `${formWord(service.form)}, ${reach}`
    : reach;
}

export function RecordRow(props: RecordRowProps) {
  const { service: s, name, catchment, day, leftOut, beyond, changed, next, actions } = props;
  const place = s.place || s.id;
  const maybe = (text: string) => (text === NOT_KNOWN ? <span class="quiet">{text}</span> : text);
  const does = (word: string, label: string, run: () => void) => (
    <button type="button" class="plain-button" aria-label={label} onClick={run}>
      {word}
    </button>
  );
  return (
    <tr data-record={s.id} data-left-out={leftOut !== ''} data-beyond={beyond} data-changed={changed}>
      <td class="record-programme">
        <button
          type="button"
          class="plain-button record-name"
          aria-label={`Edit ${name}, ${place}`}
          onClick={() => actions.edit(s)}
        >
          {name}
        </button>
        <small class="quiet">{s.organisation || 'organisation not stated'}</small>
      </td>
      <th scope="row">
        {place}
        <small class="quiet">{formAndReach(s, catchment)}</small>
        {leftOut && <small class="quiet"> does not count here: {leftOut}</small>}
      </th>
      <td data-label="Ages">{agesShort(s.ages)}</td>
      <td class="number" data-label="Places a year">
        {s.capacity === null ? (
          <span class="quiet">{NOT_KNOWN}</span>
        ) : (
          decimals(s.capacity, Number.isInteger(s.capacity) ? 0 : 1)
        )}
      </td>
      <td class="number" data-label="Cost a year">
        {maybe(pounds(s.cost))}
      </td>
      <td data-label="From">{maybe(dateShort(s.start))}</td>
      <td data-label="To">{maybe(dateShort(s.end))}</td>
      <td data-label="Last verified">
        <span class="tag" data-tone={isOld(s.lastVerified, day) ? 'old' : 'recent'}>
          {s.lastVerified === null ? 'never' : dateShort(s.lastVerified)}
        </span>
      </td>
      <td data-label="Status">
        <span class="tag" data-status={s.status}>
          {s.status === 'own' ? 'your own' : s.status}
        </span>
      </td>
      <td class="number" data-label="Confidence">
        {decimals(s.confidence, 2)}
      </td>
      <td class="record-actions">
        {does('Duplicate', `Duplicate ${place}`, () => actions.duplicate(s))}
        {does('Close', `Close ${place} on ${day}`, () => actions.close(s))}
        {does('Delete', `Delete ${place}`, () => actions.remove(s, next))}
      </td>
    </tr>
  );
}
