// Plans: kept by name, changed step by step, undone to the very plan they were; a link's plan never takes a kept one's place.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposedService } from '../../src/domain/plan.ts';
import type { Change, Plan } from '../../src/domain/question.ts';
import { createPlans, withChange, withoutChange } from '../../src/state/plans.ts';

function drawer(first: Record<string, string> = {}) {
  const kept = new Map(Object.entries(first));
  return {
    kept,
    keep: {
      read: (key: string) => kept.get(key) ?? null,
      write: (key: string, text: string) => void kept.set(key, text),
    },
  };
}

const team = (id: string, capacity = 80): Change => ({
  kind: 'add',
  service: proposedService({
    id,
    programme: { id: 'ae', tier: 'tertiary' },
    form: 'site',
    place: `Hospital ${id}, Walsall ~ "x"`,
    lon: -1.999,
    lat: 52.582,
    areas: [],
    ages: { from: 11, to: 24 },
    capacity,
    cost: 160_000,
  }),
});
const plan = (name: string, ...changes: Change[]): Plan => ({ name, changes });

describe('plans', () => {
  test('are kept between visits, every change of them', () => {
    const { keep } = drawer();
    const made = createPlans(keep).change(
      null,
      plan(
        'Plan A',
        team('one'),
        { kind: 'close', id: 'ae-dudley' },
        { kind: 'resize', id: 'x', capacity: 12.5 },
      ),
    );
    expect(createPlans(keep).kept.value).toEqual([made]);
  });

  test('undo goes back to the plan before, and to none; redo goes forward again', () => {
    const plans = createPlans(drawer().keep);
    const first = plans.change(null, plan('Plan A', team('one')));
    const second = plans.change(first, withChange(first, team('two')));
    expect(plans.undo(second)).toEqual(first);
    expect(plans.undo(first)).toBeNull();
    expect(plans.canUndo.value).toBe(false);
    expect(plans.kept.value).toEqual([]);
    expect(plans.redo(null)).toEqual(first);
    expect(plans.redo(first)).toEqual(second);
    expect(plans.kept.value).toEqual([second]);
  });

  test('a change after an undo forgets what could have been done again', () => {
    const plans = createPlans(drawer().keep);
    const first = plans.change(null, plan('Plan A', team('one')));
    plans.undo(plans.change(first, withChange(first, team('two'))));
    plans.change(first, withChange(first, team('three')));
    expect(plans.canRedo.value).toBe(false);
  });

  test('a plan from a link that has the name of a kept one takes a free name when it is changed', () => {
    const plans = createPlans(drawer().keep);
    const mine = plans.change(null, plan('Plan A', team('one')));
    const theirs = plan('Plan A', team('other'));
    const changed = plans.change(theirs, withChange(theirs, team('more')));
    expect(changed.name).not.toBe('Plan A');
    expect(plans.kept.value).toContainEqual(mine);
    expect(plans.kept.value).toContainEqual(changed);
  });

  test('a name that is taken is not given twice', () => {
    const plans = createPlans(drawer().keep);
    plans.change(null, plan('Plan A'));
    const b = plans.change(null, plan(plans.freeName()));
    expect(b.name).toBe('Plan B');
    expect(plans.rename(b, 'Plan A').name).not.toBe('Plan A');
    expect(new Set(plans.kept.value.map((p) => p.name)).size).toBe(2);
  });

  test('one that was removed comes back where it stood, and under a free name where its own is taken', () => {
    const { keep } = drawer();
    const plans = createPlans(keep);
    for (const name of ['A', 'B', 'C']) plans.keep(plan(name, team(name)));
    plans.remove('B');
    expect(plans.restore(plan('B', team('B')), 1)).toEqual(plan('B', team('B')));
    expect(plans.kept.value.map((p) => p.name)).toEqual(['A', 'B', 'C']);
    plans.remove('C');
    plans.keep(plan('C'));
    expect(plans.restore(plan('C', team('C')), 2).name).not.toBe('C');
    expect(createPlans(keep).kept.value).toHaveLength(4);
  });

  test('one that comes back has its steps again, and one renamed keeps them under its new name', () => {
    const plans = createPlans(drawer().keep);
    const first = plans.change(null, plan('Plan A', team('one')));
    const second = plans.change(first, withChange(first, team('two')));
    const steps = plans.forgetSteps();
    plans.remove('Plan A');
    expect(plans.canUndo.value).toBe(false);
    const back = plans.restore(second, 0);
    plans.takeUpSteps(steps);
    expect(plans.undo(back)).toEqual(first);
    const renamed = plans.rename(first, 'East');
    expect(plans.redo(renamed)).toEqual({ ...second, name: 'East' });
    expect(plans.undo({ ...second, name: 'East' })).toEqual(renamed);
    expect(plans.kept.value).toEqual([renamed]);
  });

  test('whatever was written in their place, the page starts', () => {
    for (const text of ['', '{', '[1,null,{"a":1}]', '"x"', '["%"]'])
      expect(Array.isArray(createPlans(drawer({ plans: text }).keep).kept.value)).toBe(true);
  });

  test('law: undoing every change in turn gives every plan back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 }), (sizes) => {
        const plans = createPlans(drawer().keep);
        const seen: (Plan | null)[] = [null];
        for (const [k, size] of sizes.entries()) {
          const from = seen[seen.length - 1];
          seen.push(plans.change(from, withChange(from ?? plan('Plan A'), team(`t${k % 4}`, size))));
        }
        let at = seen.pop() ?? null;
        while (seen.length > 0) {
          at = plans.undo(at);
          expect(at).toEqual(seen.pop());
        }
      }),
    );
  });
});

describe('changes of a plan', () => {
  test('a second size of the same service takes the place of the first', () => {
    const resized = withChange(plan('A', { kind: 'resize', id: 'x', capacity: 10 }), {
      kind: 'resize',
      id: 'x',
      capacity: 20,
    });
    expect(resized.changes).toEqual([{ kind: 'resize', id: 'x', capacity: 20 }]);
  });

  test('taking back a team takes back what was done to it', () => {
    const moved = plan('A', team('one'), { kind: 'close', id: 'one' }, { kind: 'close', id: 'other' });
    expect(withoutChange(moved, 0).changes).toEqual([{ kind: 'close', id: 'other' }]);
  });
});
