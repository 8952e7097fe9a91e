// Changes to the records: each makes the inventory the reader's own, is said in a sentence, and leaves the keyboard somewhere sensible.
import { useState } from 'preact/hooks';
import type { InventoryReading } from '../../data/inventoryFile.ts';
import { fieldsOf, type ServiceFields } from '../../data/serviceFields.ts';
import type { Inventory, Service } from '../../domain/intervention.ts';
import { dayPhrase } from '../../encode/words.ts';
import { freeId } from '../../state/ownInventory.ts';
import { ownInventory } from '../shell/ownInventory.ts';
import type { Page } from '../shell/page.ts';
import { showOwn } from './inventoryInUse.ts';
import { EMPTY_FIELDS, statusAfterChange } from './newService.ts';
import type { RecordActions } from './RecordRow.tsx';
import { atRecord, type Land } from './useLanding.ts';

export interface Editing {
  readonly title: string;
  readonly fields: ServiceFields;
  /** The id of the record that is edited; null for a new one. */
  readonly id: string | null;
}

/** The day before, as YYYY-MM-DD. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

const hasNoPoint = ({ form, lon }: Service) =>
  (form === 'site' || form === 'institution network') && lon === null;

export function useRecordEdits(page: Page, inventory: Inventory | null, day: string, land: Land) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [said, setSaid] = useState('');
  const [saidOf, setSaidOf] = useState<string>('');
  const [changed, setChanged] = useState<string | null>(null);

  const say = (sentence: string) => {
    showOwn(page);
    setSaid(sentence);
    setSaidOf(page.session.question.peek().inventory);
  };
  const put = (from: Inventory, service: Service, what: string, more = '') => {
    ownInventory.put(from, service, what);
    setChanged(service.id);
    say(`${what}.${more}`);
    land(atRecord(service.id));
  };
  const actions: RecordActions = {
    edit: (s) =>
      setEditing({
        title: `Edit ${s.place || s.id}`,
        fields: { ...fieldsOf(s), status: statusAfterChange(s) },
        id: s.id,
      }),
    duplicate: (s) =>
      setEditing({
        title: `Duplicate of ${s.place || s.id}`,
        fields: { ...fieldsOf(s), id: 'new', status: statusAfterChange(s) },
        id: null,
      }),
    close: (s) =>
      inventory &&
      put(
        inventory,
        { ...s, end: dayBefore(day), status: statusAfterChange(s) },
        `Closed ${s.place || s.id} from ${dayPhrase(day)}`,
      ),
    remove(s, next) {
      if (!inventory) return;
      ownInventory.remove(inventory, s.id, `Deleted ${s.place || s.id}`);
      say(`Deleted ${s.place || s.id}.`);
      land(atRecord(next));
    },
  };
  return {
    editing,
    // A message about one inventory does not stand over another.
    said: saidOf === page.session.question.value.inventory ? said : '',
    changed,
    actions,
    add: () => setEditing({ title: 'Add a service', fields: EMPTY_FIELDS, id: null }),
    save(service: Service) {
      if (!inventory || !editing) return;
      const id = editing.id ?? freeId(inventory, `${service.programme}-${service.place}`);
      put(
        inventory,
        { ...service, id },
        `${editing.id ? 'Changed' : 'Added'} ${service.place || id}`,
        hasNoPoint(service) ? ' It has no longitude and latitude yet, so it reaches nobody.' : '',
      );
    },
    leave() {
      setEditing(null);
      land(['.provision-tools .primary'], 'if lost');
    },
    take(reading: InventoryReading, name: string) {
      ownInventory.replace(reading.inventory, `Imported ${name}`);
      say(`Imported ${name}.`);
      land(['.status-tools button']);
    },
    append(to: Inventory, reading: InventoryReading, name: string) {
      const what = `Added ${name}`;
      ownInventory.append(to, reading.inventory, what);
      say(`${what}.`);
      land(['.status-tools button']);
    },
    stateComplete(programme: string, label: string, authorities: readonly string[]) {
      if (!inventory) return;
      const what = `Changed the complete lists of ${label}`;
      ownInventory.stateComplete(inventory, programme, authorities, what);
      say(`${what}.`);
    },
    undo() {
      const what = ownInventory.lastChange.peek();
      ownInventory.undo();
      setChanged(null);
      say(`Undone: ${what}.`);
      land(['.said-bar button', '.records-find'], 'if lost');
    },
    dismiss() {
      setSaid('');
      land(changed ? atRecord(changed) : ['.records-find'], 'if lost');
    },
    /** After undo, redo or another inventory: the buttons there were may be gone. */
    say(sentence: string) {
      setChanged(null);
      say(sentence);
      land(['.status-tools button'], 'if lost');
    },
  };
}
