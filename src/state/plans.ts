// Plans: named, kept in this browser, and the plan in hand changed step by step with undo and redo.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Change, Plan } from '../domain/question.ts';
import type { Keep } from './ownStories.ts';
import { readPlan, writePlan } from './planLink.ts';

const KEY = 'plans';

/** The plans before the one in hand, and those undone: null where there was none. */
export interface Steps {
  readonly past: readonly (Plan | null)[];
  readonly future: readonly (Plan | null)[];
}

export interface Plans {
  /** Plans kept in this browser, in the order they were made. */
  readonly kept: ReadonlySignal<readonly Plan[]>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /**
   * The plan in hand becomes another, and is kept under its name. A plan that came with a link and has the name of a kept one
   * takes a free name first, so that neither is lost.
   */
  change(from: Plan | null, to: Plan): Plan;
  rename(plan: Plan, name: string): Plan;
  remove(name: string): void;
  /** A plan that was removed comes back where it stood, under its name or, where another has that by now, a free one. */
  restore(plan: Plan, at: number): Plan;
  /** Keeps a plan that is new or came with a link, under its name or, where another plan has that, a free one. */
  keep(plan: Plan): Plan;
  isKept(plan: Plan): boolean;
  /** The plan before the last change, or null where there was none; `from` is the plan in hand. */
  undo(from: Plan | null): Plan | null;
  redo(from: Plan | null): Plan | null;
  /** Another plan is taken in hand: the steps of the one before are not its own. They are returned, should it come back. */
  forgetSteps(): Steps;
  /** The steps of a plan that comes back under the name it had. */
  takeUpSteps(steps: Steps): void;
  /** "Plan A", "Plan B": the first name no plan has. */
  freeName(): string;
}

function plansFromText(text: string | null): Plan[] {
  try {
    const list: unknown = JSON.parse(text || '[]');
    if (!Array.isArray(list)) return [];
    return list.flatMap((item) => (typeof item === 'string' && item !== '' ? [readPlan(item).plan] : []));
  } catch {
    return [];
  }
}

const same = (a: Plan, b: Plan) => writePlan(a) === writePlan(b);

export function createPlans(keep: Keep): Plans {
  const kept = signal<readonly Plan[]>(plansFromText(keep.read(KEY)));
  const past = signal<readonly (Plan | null)[]>([]);
  const future = signal<readonly (Plan | null)[]>([]);
  const become = (next: readonly Plan[]) => {
    kept.value = next;
    keep.write(KEY, JSON.stringify(next.map(writePlan)));
  };
  const store = (plan: Plan) => {
    const there = kept.value.some((p) => p.name === plan.name);
    become(there ? kept.value.map((p) => (p.name === plan.name ? plan : p)) : [...kept.value, plan]);
  };
  const freeName = (wish = '') => {
    const taken = new Set(kept.value.map((p) => p.name));
    if (wish !== '' && !taken.has(wish)) return wish;
    for (let n = 0; ; n++) {
      const name = wish === '' ? `Plan ${n < 26 ? String.fromCharCode(65 + n) : n + 1}` : `${wish} ${n + 2}`;
      if (!taken.has(name)) return name;
    }
  };
  const step = (from: Plan | null, to: Plan | null) => {
    if (to) store(to);
    else if (from) become(kept.value.filter((p) => p.name !== from.name));
    return to;
  };
  return {
    kept,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    change(from, to) {
      const foreign =
        from !== null &&
        kept.value.some((p) => p.name === from.name) &&
        !kept.value.some((p) => same(p, from));
      const next = foreign && to.name === from.name ? { ...to, name: freeName(to.name) } : to;
      batch(() => {
        past.value = [...past.value, from];
        future.value = [];
        store(next);
      });
      return next;
    },
    rename(plan, name) {
      const others = kept.value.filter((p) => p.name !== plan.name);
      const next = { ...plan, name: others.some((p) => p.name === name) ? freeName(name) : name };
      become(kept.value.map((p) => (p.name === plan.name ? next : p)));
      if (!kept.value.some((p) => p.name === next.name)) store(next);
      // Its steps are its own under the new name too, or undo would bring a second plan with the old one.
      const renamed = (step: Plan | null) => (step?.name === plan.name ? { ...step, name: next.name } : step);
      batch(() => {
        past.value = past.value.map(renamed);
        future.value = future.value.map(renamed);
      });
      return next;
    },
    remove: (name) => become(kept.value.filter((p) => p.name !== name)),
    restore(plan, at) {
      const named = { ...plan, name: freeName(plan.name) };
      become([...kept.value.slice(0, at), named, ...kept.value.slice(at)]);
      return named;
    },
    keep(plan) {
      if (kept.value.some((p) => same(p, plan))) return plan;
      const named = { ...plan, name: freeName(plan.name) };
      store(named);
      return named;
    },
    isKept: (plan) => kept.value.some((p) => same(p, plan)),
    undo(from) {
      if (past.value.length === 0) return from;
      const to = past.value[past.value.length - 1];
      batch(() => {
        past.value = past.value.slice(0, -1);
        future.value = [from, ...future.value];
        step(from, to);
      });
      return to;
    },
    redo(from) {
      if (future.value.length === 0) return from;
      const [to, ...rest] = future.value;
      batch(() => {
        past.value = [...past.value, from];
        future.value = rest;
        step(from, to);
      });
      return to;
    },
    forgetSteps() {
      const steps = { past: past.value, future: future.value };
      batch(() => {
        past.value = [];
        future.value = [];
      });
      return steps;
    },
    takeUpSteps(steps) {
      batch(() => {
        past.value = steps.past;
        future.value = steps.future;
      });
    },
    freeName: () => freeName(),
  };
}

/** The plan with a change at its end; an earlier change of the same kind to the same service gives way to it. */
export function withChange(plan: Plan, change: Change): Plan {
  const idOf = (c: Change) => (c.kind === 'add' ? c.service.id : c.id);
  const rest = plan.changes.filter((c) => !(c.kind === change.kind && idOf(c) === idOf(change)));
  return { ...plan, changes: [...rest, change] };
}

/** The plan without one of its changes; changes to a service that the plan no longer adds go with it. */
export function withoutChange(plan: Plan, at: number): Plan {
  const gone = plan.changes[at];
  const changes = plan.changes.filter(
    (c, k) => k !== at && !(gone?.kind === 'add' && c.kind !== 'add' && c.id === gone.service.id),
  );
  return { ...plan, changes };
}
