// The plans by name: which one is in hand, a new one, another name, and forgetting one.
import { useId, useRef, useState } from 'preact/hooks';
import type { Plan } from '../../domain/question.ts';
import type { Page } from '../shell/page.ts';
import { plans } from './plansInHand.ts';
import { useFocusNext } from './useFocusNext.ts';

const NONE = '';

export function PlanPicker({ page }: { page: Page }) {
  const { question, ask } = page.session;
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const focusNext = useFocusNext();
  const [naming, setNaming] = useState(false);
  /** What was pressed goes away; the keyboard goes on from the field, or from the button that comes instead. */
  const focusOn = (selector: string) =>
    focusNext(() => section.current?.querySelector<HTMLElement>(selector));
  const plan = question.value.plan;
  const kept = plans.kept.value;
  const foreign = plan !== null && !plans.isKept(plan);
  const choose = (next: Plan | null) => {
    plans.forgetSteps();
    ask({ plan: next });
  };
  const names = kept.map((p) => p.name);
  return (
    <section ref={section} class="plan-picker" aria-label="Plans">
      <div class="plan-row">
        <label for={id} class="hidden">
          Plan in hand
        </label>
        <select
          id={id}
          value={foreign ? 'the link' : (plan?.name ?? NONE)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            choose(kept.find((p) => p.name === value) ?? null);
          }}
        >
          <option value={NONE}>No plan: as things stand</option>
          {foreign && <option value="the link">{plan.name} (from the link)</option>}
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="button"
          onClick={() => {
            const fresh = { name: plans.freeName(), changes: [] };
            plans.keep(fresh);
            choose(fresh);
          }}
        >
          + New
        </button>
      </div>
      {plan && (
        <div class="plan-row">
          {naming ? (
            <form
              class="plan-row"
              onSubmit={(event) => {
                event.preventDefault();
                const field = new FormData(event.currentTarget).get('name');
                const name = String(field ?? '')
                  .trim()
                  .slice(0, 60);
                setNaming(false);
                focusOn('[data-tool="rename"]');
                if (name !== '' && name !== plan.name) ask({ plan: plans.rename(plan, name) });
              }}
            >
              <input
                class="field"
                name="name"
                aria-label="Name of the plan"
                maxLength={60}
                defaultValue={plan.name}
              />
              <button type="submit" class="button">
                Save the name
              </button>
            </form>
          ) : (
            <>
              <button
                type="button"
                class="plain-button"
                data-tool="rename"
                onClick={() => {
                  setNaming(true);
                  focusOn('[name="name"]');
                }}
              >
                Rename
              </button>
              {foreign && (
                <button
                  type="button"
                  class="plain-button"
                  onClick={() => {
                    focusOn('select');
                    ask({ plan: plans.keep(plan) });
                  }}
                >
                  Keep it in this browser
                </button>
              )}
              <button
                type="button"
                class="plain-button"
                onClick={() => {
                  focusOn('select');
                  if (!foreign) plans.remove(plan.name);
                  choose(null);
                }}
              >
                {foreign ? 'Put it away' : 'Delete'}
              </button>
            </>
          )}
        </div>
      )}
    </section>
  );
}
