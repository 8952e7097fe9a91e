// The changes of the plan: each in words, editable, and taken back; existing services to close, resize or move; a team to add.
import { useState } from 'preact/hooks';
import type { CountedService } from '../../domain/answer.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Service } from '../../domain/intervention.ts';
import type { Change, Plan } from '../../domain/question.ts';
import { decimals } from '../../encode/numbers.ts';
import { changeWords } from '../../encode/planWords.ts';
import { withoutChange } from '../../state/plans.ts';
import type { Page } from '../shell/page.ts';
import { AddTeam } from './AddTeam.tsx';
import { MoveForm } from './MoveForm.tsx';
import { become, makeChange, planInHand, plans, redo, undo } from './plansInHand.ts';
import { existingSites } from './siteSearch.ts';

interface ChangesProps {
  readonly page: Page;
  readonly catalogue: Catalogue;
  /** Services there are without the plan. */
  readonly before: readonly CountedService[];
}

const idOf = (c: Change) => (c.kind === 'add' ? c.service.id : c.id);

/** The plan with the change at a place replaced by another. */
function replaced(plan: Plan, at: number, change: Change): Plan {
  return { ...plan, changes: plan.changes.map((c, k) => (k === at ? change : c)) };
}

function PlacesInput({
  label,
  value,
  onValue,
}: {
  label: string;
  value: number;
  onValue: (v: number) => void;
}) {
  return (
    <label class="inline-number">
      <span class="hidden">{label}</span>
      <input
        class="field"
        type="number"
        min={0}
        step={1}
        value={value}
        onChange={(event) => {
          const next = event.currentTarget.valueAsNumber;
          if (Number.isFinite(next) && next >= 0) onValue(next);
          else event.currentTarget.value = String(value);
        }}
      />
      <span class="quiet">places</span>
    </label>
  );
}

function ChangeRow({
  page,
  plan,
  at,
  services,
}: {
  page: Page;
  plan: Plan;
  at: number;
  services: readonly Service[];
}) {
  const [moving, setMoving] = useState(false);
  const change = plan.changes[at];
  const words = changeWords(change, services);
  return (
    <li>
      <span class="change-words">{words}</span>
      <div class="change-tools">
        {change.kind === 'add' && (
          <PlacesInput
            label={`Places a year at ${change.service.place}`}
            value={change.service.capacity ?? 0}
            onValue={(capacity) =>
              become(page, replaced(plan, at, { kind: 'add', service: { ...change.service, capacity } }))
            }
          />
        )}
        {change.kind === 'resize' && (
          <PlacesInput
            label={`Places a year: ${words}`}
            value={change.capacity}
            onValue={(capacity) => become(page, replaced(plan, at, { ...change, capacity }))}
          />
        )}
        {(change.kind === 'add' || change.kind === 'move') && (
          <button
            type="button"
            class="plain-button"
            aria-expanded={moving}
            onClick={() => setMoving(!moving)}
          >
            Move
          </button>
        )}
        <button
          type="button"
          class="plain-button"
          aria-label={`Take back: ${words}`}
          onClick={() => become(page, withoutChange(plan, at))}
        >
          Take back
        </button>
      </div>
      {moving && (
        <MoveForm
          name={change.kind === 'add' ? change.service.place : changeWords(change, services)}
          onMove={(place, lon, lat) => {
            setMoving(false);
            if (change.kind === 'add')
              become(
                page,
                replaced(plan, at, { kind: 'add', service: { ...change.service, place, lon, lat } }),
              );
            if (change.kind === 'move') become(page, replaced(plan, at, { ...change, place, lon, lat }));
          }}
        />
      )}
    </li>
  );
}

function ExistingRow({ page, site }: { page: Page; site: CountedService }) {
  const [moving, setMoving] = useState(false);
  const { service } = site;
  const capacity = service.capacity ?? 0;
  return (
    <li>
      <span class="change-words">
        {service.place}{' '}
        <span class="quiet">{decimals(capacity, Number.isInteger(capacity) ? 0 : 1)} places</span>
      </span>
      <div class="change-tools">
        <PlacesInput
          label={`Resize ${service.place}: places a year`}
          value={capacity}
          onValue={(next) => makeChange(page, { kind: 'resize', id: service.id, capacity: next })}
        />
        <button
          type="button"
          class="plain-button"
          aria-label={`Move ${service.place}`}
          aria-expanded={moving}
          onClick={() => setMoving(!moving)}
        >
          Move
        </button>
        <button
          type="button"
          class="plain-button"
          aria-label={`Close ${service.place}`}
          onClick={() => makeChange(page, { kind: 'close', id: service.id })}
        >
          Close
        </button>
      </div>
      {moving && (
        <MoveForm
          name={service.place}
          onMove={(place, lon, lat) => {
            setMoving(false);
            makeChange(page, { kind: 'move', id: service.id, place, lon, lat });
          }}
        />
      )}
    </li>
  );
}

export function Changes({ page, catalogue, before }: ChangesProps) {
  const plan = page.session.question.value.plan;
  const services = before.map((s) => s.service);
  const touched = new Set((plan?.changes ?? []).map(idOf));
  const existing = existingSites(before).filter((s) => !touched.has(s.service.id));
  return (
    <section class="changes" aria-label="Changes of the plan">
      <h2>Changes</h2>
      {plan && plan.changes.length > 0 ? (
        <ul class="change-list">
          {plan.changes.map((change, at) => (
            <ChangeRow
              key={`${change.kind}-${idOf(change)}`}
              page={page}
              plan={plan}
              at={at}
              services={services}
            />
          ))}
        </ul>
      ) : (
        <p class="quiet">None yet. Find the best sites, add a team, or change a service below.</p>
      )}
      <div class="plan-row">
        <button type="button" class="button" disabled={!plans.canUndo.value} onClick={() => undo(page)}>
          Undo
        </button>
        <button type="button" class="button" disabled={!plans.canRedo.value} onClick={() => redo(page)}>
          Redo
        </button>
        <button
          type="button"
          class="button"
          disabled={!plan || plan.changes.length === 0}
          onClick={() => become(page, { ...planInHand(page), changes: [] })}
        >
          Clear
        </button>
      </div>
      <AddTeam page={page} catalogue={catalogue} />
      {existing.length > 0 && (
        <details class="existing">
          <summary>Existing services ({existing.length})</summary>
          <ul class="change-list">
            {existing.map((site) => (
              <ExistingRow key={site.service.id} page={page} site={site} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
