// A service there is today, which the plan may resize, move or close.
import type { Service } from '../../domain/intervention.ts';
import { teamAt } from '../../domain/planSites.ts';
import type { Change } from '../../domain/question.ts';
import { decimals } from '../../encode/numbers.ts';
import type { Page } from '../shell/page.ts';
import { InlineNumber } from './InlineNumber.tsx';
import { ServiceRow } from './ServiceRow.tsx';

interface ExistingRowProps {
  readonly page: Page;
  readonly service: Service;
  /** Services with the plan. */
  readonly planned: readonly Service[];
  readonly onChange: (change: Change) => void;
}

export function ExistingRow({ page, service, planned, onChange }: ExistingRowProps) {
  const { id, place, programme } = service;
  const capacity = service.capacity ?? 0;
  return (
    <ServiceRow
      page={page}
      id={id}
      words={
        <span class="change-words">
          {place} <span class="quiet">{decimals(capacity, Number.isInteger(capacity) ? 0 : 1)} places</span>
        </span>
      }
      button={
        <button
          type="button"
          class="plain-button"
          data-tool="close"
          aria-label={`Close ${place}`}
          onClick={() => onChange({ kind: 'close', id })}
        >
          Close
        </button>
      }
      move={{
        label: `Move ${place}`,
        name: place,
        there: (point) => teamAt(planned, programme, point, id),
        onMove: (to, lon, lat) => onChange({ kind: 'move', id, place: to, lon, lat }),
      }}
    >
      <InlineNumber
        label={`Resize ${place}: places a year`}
        unit="places"
        value={capacity}
        onValue={(next) => onChange({ kind: 'resize', id, capacity: next })}
      />
    </ServiceRow>
  );
}
