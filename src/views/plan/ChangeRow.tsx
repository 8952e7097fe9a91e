// One change of the plan: in words, its places and cost to edit, another place, and back to how it was.
import { useState } from 'preact/hooks';
import type { Service } from '../../domain/intervention.ts';
import { type NamedPoint, teamAt } from '../../domain/planSites.ts';
import type { Change } from '../../domain/question.ts';
import { changeWords } from '../../encode/planWords.ts';
import type { Page } from '../shell/page.ts';
import { InlineNumber } from './InlineNumber.tsx';
import { ServiceRow } from './ServiceRow.tsx';

interface ChangeRowProps {
  readonly page: Page;
  readonly change: Change;
  /** Services without the plan, and with it. */
  readonly today: readonly Service[];
  readonly planned: readonly Service[];
  readonly onChange: (change: Change) => void;
  readonly onTakeBack: () => void;
}

export function ChangeRow({ page, change, today, planned, onChange, onTakeBack }: ChangeRowProps) {
  /** The team as it stood when its places were last changed and its cost was not. */
  const [left, setLeft] = useState<{ capacity: number; cost: number; grown: boolean } | null>(null);
  const id = change.kind === 'add' ? change.service.id : change.id;
  const service = planned.find((s) => s.id === id);
  const words = changeWords(change, today);
  const there = (point: NamedPoint) => teamAt(planned, service?.programme ?? '', point, id);
  const movable = change.kind === 'add' || change.kind === 'move';
  const second =
    movable && service && service.lon !== null && service.lat !== null
      ? there({ place: service.place, lon: service.lon, lat: service.lat })
      : null;
  const costLeft =
    left !== null &&
    change.kind === 'add' &&
    change.service.capacity === left.capacity &&
    change.service.cost === left.cost;
  return (
    <ServiceRow
      page={page}
      id={id}
      words={
        <>
          <span class="change-words">{words}</span>
          {second && <span class="quiet small"> There is another team at this place.</span>}
        </>
      }
      button={
        <button
          type="button"
          class="plain-button"
          data-tool="take back"
          aria-label={`Take back: ${words}`}
          onClick={onTakeBack}
        >
          Take back
        </button>
      }
      move={
        movable
          ? {
              label: `Move: ${words}`,
              name: change.kind === 'add' ? change.service.place : words,
              there,
              onMove(place, lon, lat) {
                if (change.kind === 'add')
                  onChange({ kind: 'add', service: { ...change.service, place, lon, lat } });
                if (change.kind === 'move') onChange({ ...change, place, lon, lat });
              },
            }
          : null
      }
    >
      {change.kind === 'add' && (
        <>
          <InlineNumber
            label={`Places a year at ${change.service.place}`}
            unit="places"
            value={change.service.capacity ?? 0}
            onValue={(capacity) => {
              const { cost, capacity: was } = change.service;
              setLeft(cost === null ? null : { capacity, cost, grown: capacity > (was ?? 0) });
              onChange({ kind: 'add', service: { ...change.service, capacity } });
            }}
          />
          <InlineNumber
            label={`Pounds a year for ${change.service.place}; empty is not known`}
            unit="£ a year"
            step={1000}
            value={change.service.cost}
            onValue={(cost) => onChange({ kind: 'add', service: { ...change.service, cost } })}
            onEmpty={() => onChange({ kind: 'add', service: { ...change.service, cost: null } })}
          />
        </>
      )}
      {costLeft && (
        <span class="quiet small inline-note" role="status">
          Cost unchanged; edit it if {left.grown ? 'more places cost more' : 'fewer places cost less'}.
        </span>
      )}
      {change.kind === 'resize' && (
        <InlineNumber
          label={`Places a year: ${words}`}
          unit="places"
          value={change.capacity}
          onValue={(capacity) => onChange({ ...change, capacity })}
        />
      )}
    </ServiceRow>
  );
}
