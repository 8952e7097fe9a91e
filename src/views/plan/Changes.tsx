// The changes of the plan: each editable and taken back, what they cost, a team to add, and today's services to change.
import { useRef } from 'preact/hooks';
import type { CountedService } from '../../domain/answer.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { servicesWithPlan } from '../../domain/plan.ts';
import type { Change, Plan } from '../../domain/question.ts';
import { withoutChange } from '../../state/plans.ts';
import type { Page } from '../shell/page.ts';
import { AddTeam } from './AddTeam.tsx';
import { ChangeRow } from './ChangeRow.tsx';
import { ExistingRow } from './ExistingRow.tsx';
import { PlanCost } from './PlanCost.tsx';
import { become, makeChange, planInHand, plans, redo, undo } from './plansInHand.ts';
import { existingSites } from './siteSearch.ts';
import { useFocusNext } from './useFocusNext.ts';

interface ChangesProps {
  readonly page: Page;
  readonly catalogue: Catalogue;
  /** Services there are without the plan. */
  readonly before: readonly CountedService[];
}

const idOf = (c: Change) => (c.kind === 'add' ? c.service.id : c.id);

/** The plan with one of its changes replaced by another. */
function replaced(plan: Plan, change: Change, by: Change): Plan {
  return { ...plan, changes: plan.changes.map((c) => (c === change ? by : c)) };
}

export function Changes({ page, catalogue, before }: ChangesProps) {
  const section = useRef<HTMLElement>(null);
  const focusNext = useFocusNext();
  const plan = page.session.question.value.plan;
  const today = before.map((s) => s.service);
  const planned = servicesWithPlan(
    before.filter((s) => s.leftOut === '').map((s) => s.service),
    plan,
  );
  const touched = new Set((plan?.changes ?? []).map(idOf));
  const existing = existingSites(before).filter((s) => !touched.has(s.service.id));

  const find = (selector: string) => section.current?.querySelector<HTMLElement>(selector);
  const findAll = (selector: string) => [...(section.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const toAdd = () => find('.add-team > summary') ?? find('h2');
  const toRow = (id: string, selector: string) => () =>
    findAll('.planned-changes > li')
      .findLast((row) => row.dataset.service === id)
      ?.querySelector<HTMLElement>(selector);

  const takeBack = (change: Change) => {
    const inHand = planInHand(page);
    const at = inHand.changes.indexOf(change);
    // Pressed again before the row was gone.
    if (at < 0) return;
    focusNext(() => {
      const left = findAll('.planned-changes [data-tool="take back"]');
      return left[Math.min(at, left.length - 1)] ?? toAdd();
    });
    become(page, withoutChange(inHand, at));
  };
  const changeExisting = (at: number, change: Change) => {
    if (change.kind === 'close')
      focusNext(() => {
        const left = findAll('.existing [data-tool="close"]');
        return left[Math.min(at, left.length - 1)] ?? toAdd();
      });
    else focusNext(toRow(idOf(change), change.kind === 'move' ? 'button' : 'input'));
    makeChange(page, change);
  };
  /** Gives a team other places, whether the plan added it or it is there today. */
  const resize = (id: string, capacity: number) => {
    const inHand = planInHand(page);
    const added = inHand.changes.find((c) => c.kind === 'add' && c.service.id === id);
    focusNext(toRow(id, 'input'));
    if (added?.kind === 'add')
      become(page, replaced(inHand, added, { kind: 'add', service: { ...added.service, capacity } }));
    else makeChange(page, { kind: 'resize', id, capacity });
  };
  /** A button that has done its last falls silent: the heading has the focus then, where pressing once more undoes nothing. */
  const step = (go: (page: Page) => void) => {
    const pressed = document.activeElement as HTMLButtonElement | null;
    focusNext(() => (pressed?.disabled ? find('h2') : null));
    go(page);
  };

  return (
    <section ref={section} class="changes" aria-label="Changes of the plan">
      <h2 tabIndex={-1}>Changes</h2>
      {plan && plan.changes.length > 0 ? (
        <ul class="change-list planned-changes">
          {plan.changes.map((change) => (
            <ChangeRow
              key={`${change.kind}-${idOf(change)}`}
              page={page}
              change={change}
              today={today}
              planned={planned}
              onChange={(next) => become(page, replaced(planInHand(page), change, next))}
              onTakeBack={() => takeBack(change)}
            />
          ))}
        </ul>
      ) : (
        <p class="quiet">None yet. Find the best sites, add a team, or change a service below.</p>
      )}
      <PlanCost page={page} services={today} />
      <div class="plan-row">
        <button type="button" class="button" disabled={!plans.canUndo.value} onClick={() => step(undo)}>
          Undo
        </button>
        <button type="button" class="button" disabled={!plans.canRedo.value} onClick={() => step(redo)}>
          Redo
        </button>
        <button
          type="button"
          class="button"
          disabled={!plan || plan.changes.length === 0}
          onClick={() => step(() => become(page, { ...planInHand(page), changes: [] }))}
        >
          Clear
        </button>
      </div>
      <AddTeam page={page} catalogue={catalogue} services={planned} onResize={resize} />
      {existing.length > 0 && (
        <details class="existing">
          <summary>Existing services ({existing.length})</summary>
          <ul class="change-list">
            {existing.map(({ service }, at) => (
              <ExistingRow
                key={service.id}
                page={page}
                service={service}
                planned={planned}
                onChange={(change) => changeExisting(at, change)}
              />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
