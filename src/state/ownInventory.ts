// The reader's own inventory: a copy they edit, with undo and redo, kept in this browser and nowhere else.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { CoverageStatement, Inventory, Service } from '../domain/intervention.ts';
import { inventoryFromText, inventoryToText } from './inventoryText.ts';
import type { Keep } from './ownStories.ts';

const KEY = 'inventory';

export interface OwnInventory {
  readonly inventory: ReadonlySignal<Inventory | null>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** What the last change was, in words, for the undo button; empty where there is none. */
  readonly lastChange: ReadonlySignal<string>;
  /** Takes another inventory in place of the one there is. */
  replace(inventory: Inventory, what: string): void;
  /** Adds the records of another to a copy of `from`: where an id, or a statement's programme and authority, is in both, the other's is taken. */
  append(from: Inventory, more: Inventory, what: string): void;
  /** Puts a record in the place of the one with its id, or at the end; `from` is what is copied where there is no own one yet. */
  put(from: Inventory, service: Service, what: string): void;
  remove(from: Inventory, id: string, what: string): void;
  /** States for which authorities the list of a programme is complete. */
  stateComplete(from: Inventory, programme: string, authorities: readonly string[], what: string): void;
  forget(): void;
  /** Goes back one change, or forward again. */
  undo(): void;
  redo(): void;
}

interface Version {
  readonly inventory: Inventory | null;
  /** What was done to come here. */
  readonly what: string;
}

/** The reader's own inventory is illustrative as a whole while anything in it is invented, so that every view and export says so. */
function asOwn(inventory: Inventory): Inventory {
  const records = [...inventory.services, ...inventory.complete];
  const invented = records.some((record) => record.status === 'illustrative');
  return { ...inventory, status: invented ? 'illustrative' : 'own' };
}

/** An id that no record has, made from a word: "ae-walsall", "ae-walsall-2". */
export function freeId(inventory: Inventory | null, wish: string): string {
  const taken = new Set((inventory?.services ?? []).map((s) => s.id));
  const base =
    wish
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'service';
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** How many records of `more` have the id of one in `from`. */
export function sameIds(from: Inventory, more: Inventory): number {
  const ids = new Set(from.services.map((s) => s.id));
  return more.services.filter((s) => ids.has(s.id)).length;
}

/** Those of `more` in the place of the ones with their key, the others at the end. */
function merged<T>(from: readonly T[], more: readonly T[], keyOf: (item: T) => string): T[] {
  const byKey = new Map(from.map((item) => [keyOf(item), item]));
  for (const item of more) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}

export function createOwnInventory(keep: Keep): OwnInventory {
  const past = signal<readonly Version[]>([]);
  const future = signal<readonly Version[]>([]);
  const kept = inventoryFromText(keep.read(KEY));
  const present = signal<Version>({ inventory: kept && asOwn(kept), what: '' });
  const become = (version: Version) => {
    present.value = version;
    keep.write(KEY, version.inventory ? inventoryToText(version.inventory) : '');
  };
  const change = (inventory: Inventory | null, what: string) =>
    batch(() => {
      past.value = [...past.value, present.value];
      future.value = [];
      become({ inventory, what });
    });
  return {
    inventory: computed(() => present.value.inventory),
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    lastChange: computed(() => present.value.what),
    replace: (inventory, what) => change(asOwn(inventory), what),
    append(from, more, what) {
      const services = merged(from.services, more.services, (s) => s.id);
      const complete = merged(from.complete, more.complete, (c) => `${c.programme} ${c.authority}`);
      change(asOwn({ ...from, services, complete }), what);
    },
    put(from, service, what) {
      change(asOwn({ ...from, services: merged(from.services, [service], (s) => s.id) }), what);
    },
    remove(from, id, what) {
      change(asOwn({ ...from, services: from.services.filter((s) => s.id !== id) }), what);
    },
    stateComplete(from, programme, authorities, what) {
      const others = from.complete.filter((c) => c.programme !== programme);
      // Whatever was stated before stays as it was stated, with its own source.
      const held = from.complete.filter(
        (c) => c.programme === programme && authorities.includes(c.authority),
      );
      const added = authorities
        .filter((a) => !held.some((c) => c.authority === a))
        .map(
          (authority): CoverageStatement => ({ programme, authority, source: 'stated here', status: 'own' }),
        );
      change(asOwn({ ...from, complete: [...others, ...held, ...added] }), what);
    },
    forget: () => change(null, 'Forgot the own inventory'),
    undo() {
      const last = past.value.at(-1);
      if (!last) return;
      batch(() => {
        past.value = past.value.slice(0, -1);
        future.value = [present.value, ...future.value];
        become(last);
      });
    },
    redo() {
      const [next, ...rest] = future.value;
      if (!next) return;
      batch(() => {
        past.value = [...past.value, present.value];
        future.value = rest;
        become(next);
      });
    },
  };
}
