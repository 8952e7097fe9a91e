// The plans by name: which one is in hand, a new one, another name, and forgetting one.
import { useId, useRef, useState } from 'preact/hooks';
import type { Plan } from '../../domain/question.ts';
import type { Steps } from '../../state/plans.ts';
import type { Page } from '../shell/page.ts';
import { plans } from './plansInHand.ts';
import { useFocusNext } from './useFocusNext.ts';

const NONE = '';

/** A plan just deleted or put away, and where it stood among those kept; -1 where it was not. */
interface Gone {
  readonly plan: Plan;
  readonly at: number;
  readonly steps: Steps;
}

export function PlanPicker({ page }: { page: Page }) {
  const { question, ask } = page.session;
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const focusNext = useFocusNext();
  const [naming, setNaming] = useState(false);
  const [gone, setGone] = useState<Gone | null>(null);
  /** What was pressed goes away; the keyboard goes on from the field, or from the button that comes instead. */
  const focusOn = (selector: string) =>
    focusNext(() => section.current?.querySelector<HTMLElement>(selector));
  const plan = question.value.plan;
  const kept = plans.kept.value;
  const foreign = plan !== null && !plans.isKept(plan);
  const choose = (next: Plan | null) => {
    const steps = plans.forgetSteps();
    setGone(null);
    setNaming(false);
    ask({ plan: next });
    return steps;
  };
  const names = kept.map((p) => p.name);
  const bringBack = ({ plan: back, at, steps }: Gone) => {
    focusOn('select');
    const restored = at < 0 ? back : plans.restore(back, at);
    choose(restored);
    // Under another name its steps would be those of the plan that has its own by now.
    if (restored.name === back.name) plans.takeUpSteps(steps);
  };
  // Once another plan is in hand the message is out of date.
  const missed = plan === null ? gone : null;
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
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.preventDefault();
                setNaming(false);
                focusOn('[data-tool="rename"]');
              }}
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
                  const at = foreign ? -1 : names.indexOf(plan.name);
                  if (!foreign) plans.remove(plan.name);
                  const steps = choose(null);
                  setGone({ plan, at, steps });
                }}
              >
                {foreign ? 'Put it away' : 'Delete'}
              </button>
            </>
          )}
        </div>
      )}
      <div class="plan-gone" data-empty={!missed}>
        <span role="status">
          {missed && `${missed.plan.name} ${missed.at < 0 ? 'put away' : 'deleted'}.`}
        </span>
        {missed && (
          <button
            type="button"
            class="plain-button"
            aria-label={`Undo: bring ${missed.plan.name} back`}
            onClick={() => bringBack(missed)}
          >
            Undo
          </button>
        )}
      </div>
    </section>
  );
}
