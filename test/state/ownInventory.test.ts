// The own inventory: a copy that is edited and undone without loss, kept here, and illustrative for as long as anything in it is.
import { describe, expect, test } from 'vitest';
import type { Inventory, Service } from '../../src/domain/intervention.ts';
import { createOwnInventory, freeId, sameIds } from '../../src/state/ownInventory.ts';

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

const service = (id: string, change: Partial<Service> = {}): Service => ({
  id,
  programme: 'ae',
  organisation: '<b>Redthread</b>',
  place: 'Manor Hospital',
  tier: 'tertiary',
  form: 'site',
  lon: -1.999,
  lat: 52.582,
  areas: [],
  ages: { from: 11, to: 24 },
  eligibility: '',
  capacity: 80,
  capacityUnit: 'places a year',
  cost: null,
  start: '2025-04',
  end: null,
  lastVerified: null,
  source: 'a test',
  status: 'documented',
  confidence: 0.9,
  evidence: '',
  lineage: '',
  notes: '',
  ...change,
});
const documented: Inventory = {
  status: 'documented',
  services: [service('a'), service('b')],
  complete: [{ programme: 'ae', authority: 'all', source: 'a source', status: 'documented' }],
};

describe('the own inventory', () => {
  test('is a copy: what it was made from stays as it is', () => {
    const own = createOwnInventory(drawer().keep);
    own.put(documented, service('b', { capacity: 120 }), 'Changed b');
    expect(own.inventory.value?.services.map((s) => s.capacity)).toEqual([80, 120]);
    expect(documented.services[1].capacity).toBe(80);
    expect(own.inventory.value?.complete).toEqual(documented.complete);
    expect(own.inventory.value?.status).toBe('own');
  });

  test('comes back on the next visit exactly as it was left', () => {
    const { keep } = drawer();
    const own = createOwnInventory(keep);
    own.put(documented, service('c', { capacity: null, cost: 12.5, notes: 'a, "b"\nc' }), 'Added c');
    own.remove(own.inventory.value ?? documented, 'a', 'Deleted a');
    expect(createOwnInventory(keep).inventory.value).toEqual(own.inventory.value);
  });

  test('undo goes back edit by edit until nothing is one’s own; redo goes forward', () => {
    const { kept, keep } = drawer();
    const own = createOwnInventory(keep);
    own.put(documented, service('c'), 'Added c');
    const first = own.inventory.value;
    own.remove(first ?? documented, 'a', 'Deleted a');
    own.undo();
    expect(own.inventory.value).toEqual(first);
    own.undo();
    expect(own.inventory.value).toBeNull();
    expect(kept.get('inventory')).toBe('');
    expect(own.canUndo.value).toBe(false);
    own.redo();
    own.redo();
    expect(own.inventory.value?.services.map((s) => s.id)).toEqual(['b', 'c']);
    expect(own.lastChange.value).toBe('Deleted a');
  });

  test('takes in another’s records: those with a known id in its place, the others at the end, undone in one step', () => {
    const own = createOwnInventory(drawer().keep);
    const statement = { programme: 'ae', authority: 'all', source: 'theirs', status: 'own' as const };
    const more: Inventory = {
      status: 'own',
      services: [service('b', { capacity: 7 }), service('c')],
      complete: [statement, { ...statement, programme: 'iris' }],
    };
    expect(sameIds(documented, more)).toBe(1);
    own.append(documented, more, 'Added more.csv');
    expect(own.inventory.value?.services.map((s) => [s.id, s.capacity])).toEqual([
      ['a', 80],
      ['b', 7],
      ['c', 80],
    ]);
    expect(own.inventory.value?.complete.map((c) => [c.programme, c.source])).toEqual([
      ['ae', 'theirs'],
      ['iris', 'theirs'],
    ]);
    own.undo();
    expect(own.inventory.value).toBeNull();
    own.append(documented, { ...more, services: [service('x', { status: 'illustrative' })] }, 'Added x.csv');
    expect(own.inventory.value?.status).toBe('illustrative');
  });

  test('is illustrative for as long as one record or one statement in it is invented', () => {
    const own = createOwnInventory(drawer().keep);
    own.replace({ ...documented, services: [service('a', { status: 'illustrative' })] }, 'Imported');
    expect(own.inventory.value?.status).toBe('illustrative');
    own.remove(own.inventory.value ?? documented, 'a', 'Deleted a');
    expect(own.inventory.value?.status).toBe('own');
    const statement = { programme: 'ae', authority: 'all', source: '', status: 'illustrative' as const };
    own.replace({ ...documented, complete: [statement] }, 'Imported');
    expect(own.inventory.value?.status).toBe('illustrative');
  });

  test('stays illustrative on the next visit', () => {
    const { keep } = drawer();
    createOwnInventory(keep).replace(
      { ...documented, services: [service('a', { status: 'illustrative' })] },
      'Imported',
    );
    expect(createOwnInventory(keep).inventory.value?.status).toBe('illustrative');
  });

  test('states where a list is complete, and keeps the source of what was stated before', () => {
    const own = createOwnInventory(drawer().keep);
    own.stateComplete(documented, 'ae', ['all'], 'Nothing new');
    expect(own.inventory.value?.complete).toEqual(documented.complete);
    own.stateComplete(documented, 'iris', ['E08000030'], 'Walsall');
    expect(own.inventory.value?.complete).toContainEqual({
      programme: 'iris',
      authority: 'E08000030',
      source: 'stated here',
      status: 'own',
    });
    own.stateComplete(own.inventory.value ?? documented, 'ae', [], 'None');
    expect(own.inventory.value?.complete.filter((c) => c.programme === 'ae')).toEqual([]);
  });

  test('whatever was written in its place, the page starts, and what is no record is left out', () => {
    for (const text of ['', '{', '[]', '{"services":1}', '{"services":[{"id":1}],"complete":[{}]}']) {
      const { inventory } = createOwnInventory(drawer({ inventory: text }).keep);
      expect(inventory.value === null || inventory.value.services.length === 0).toBe(true);
    }
    const spoilt = JSON.stringify({
      services: [service('good'), { ...service('bad'), confidence: 7 }, { ...service('worse'), lon: 'x' }],
      complete: [],
    });
    const kept = createOwnInventory(drawer({ inventory: spoilt }).keep).inventory.value;
    expect(kept?.services.map((s) => s.id)).toEqual(['good']);
  });

  test('gives each new record an id of its own', () => {
    expect(freeId(documented, 'A')).toBe('a-2');
    expect(freeId(documented, 'ae Manor Hospital, Walsall')).toBe('ae-manor-hospital-walsall');
    expect(freeId(null, '***')).toBe('service');
  });
});
