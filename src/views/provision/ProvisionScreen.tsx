// Provision: the inventory on a day, the coverage matrix, what to ask next, who falls into gap, and the records to edit.
import { useComputed } from '@preact/signals';
import { useMemo, useRef, useState } from 'preact/hooks';
import { INVENTORY_TEMPLATE } from '../../data/inventoryOut.ts';
import { fieldsOf, type ServiceFields } from '../../data/serviceFields.ts';
import type { Inventory, Service } from '../../domain/intervention.ts';
import { lastDay } from '../../domain/month.ts';
import { capital, dayPhrase } from '../../encode/words.ts';
import { writeLink } from '../../state/link.ts';
import { freeId } from '../../state/ownInventory.ts';
import { Failure } from '../map/states.tsx';
import { download } from '../shell/download.ts';
import { ownInventory } from '../shell/ownInventory.ts';
import { Provenance } from '../shell/Provenance.tsx';
import type { Page } from '../shell/page.ts';
import { useFurther } from '../shell/useFurther.ts';
import { AskNext } from './AskNext.tsx';
import { CompleteLists } from './CompleteLists.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { DateControl } from './DateControl.tsx';
import { FundingEnds } from './FundingEnds.tsx';
import { ImportInventory } from './ImportInventory.tsx';
import { InventoryStatus } from './InventoryStatus.tsx';
import { illustrativeFailed, inventoryInUse, showOwn } from './inventoryInUse.ts';
import { type RecordActions, Records } from './Records.tsx';
import { ServiceForm } from './ServiceForm.tsx';
import { savedCopy } from './savedCopy.ts';
import '../../styles/provision.css';

/** The question without what changes no figure here: the same key asks for the same matrix. */
function keyOf(page: Page): string {
  const question = page.session.question.value;
  return writeLink({ ...question, screen: 'provision', show: 'gap', selected: [], story: null });
}

/** The day before, as YYYY-MM-DD. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

const EMPTY: ServiceFields = {
  ...fieldsOf({
    id: '',
    programme: '',
    organisation: '',
    place: '',
    tier: 'primary',
    form: 'site',
    lon: null,
    lat: null,
    areas: [],
    ages: { from: 0, to: 120 },
    eligibility: '',
    capacity: null,
    capacityUnit: 'places a year',
    cost: null,
    start: null,
    end: null,
    lastVerified: null,
    source: '',
    status: 'own',
    confidence: 0.9,
    evidence: '',
    lineage: '',
    notes: '',
  }),
  age_from: '',
};

interface Editing {
  readonly title: string;
  readonly fields: ServiceFields;
  /** The id of the record that is edited; null for a new one. */
  readonly id: string | null;
}

export function ProvisionScreen({ page }: { page: Page }) {
  const { question, answer, catalogue, progress, ask } = page.session;
  const q = question.value;
  const usual = lastDay(q.period.to);
  const day = q.date ?? usual;
  const key = keyOf(page);
  const own = ownInventory.inventory.value;
  const inventory = inventoryInUse(page);
  const ready = catalogue.value === null ? null : q;
  const matrix = useFurther(page, 'matrix', ready, { date: null }, [key, own]);
  const [chosenEnd, setChosenEnd] = useState<string | null>(null);
  const [held, setHeld] = useState<readonly string[]>([]);
  const ends = held.filter((d) => d > day);
  const to = chosenEnd !== null && ends.includes(chosenEnd) ? chosenEnd : (ends[0] ?? null);
  const timeline = useFurther(page, 'timeline', ready, to ? { from: day, to } : null, [key, own, to]);
  const dates = timeline.result?.dates ?? [];
  const endDays = dates.filter((d) => d.ends.length > 0).map((d) => d.date);
  if (endDays.join() !== held.join() && timeline.result && !timeline.late) setHeld(endDays);

  const [editing, setEditing] = useState<Editing | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');

  const leftOut = useMemo(
    () => new Map((answer.value?.services ?? []).map((s) => [s.service.id, s.leftOut])),
    [answer.value],
  );
  const changed = (sentence: string) => {
    showOwn(page);
    setSaid(sentence);
  };
  const edit = (from: Inventory, service: Service, what: string) => {
    ownInventory.put(from, service, what);
    changed(`${what}.`);
  };
  const save = (service: Service) => {
    if (!inventory || !editing) return;
    const id = editing.id ?? freeId(inventory, `${service.programme}-${service.place}`);
    const what = `${editing.id ? 'Changed' : 'Added'} ${service.place || id}`;
    const pointless =
      (service.form === 'site' || service.form === 'institution network') && service.lon === null;
    edit(
      inventory,
      { ...service, id },
      pointless ? `${what}. It has no longitude and latitude yet, so it reaches nobody` : what,
    );
  };
  const actions: RecordActions = {
    edit: (s) =>
      setEditing({
        title: `Edit ${s.place || s.id}`,
        // What is changed by hand is no longer as documented; an invented record stays invented until its status is changed.
        fields: { ...fieldsOf(s), status: s.status === 'documented' ? 'own' : s.status },
        id: s.id,
      }),
    duplicate: (s) =>
      setEditing({
        title: `Duplicate of ${s.place || s.id}`,
        fields: { ...fieldsOf(s), id: 'new', status: s.status === 'documented' ? 'own' : s.status },
        id: null,
      }),
    close: (s) =>
      inventory &&
      edit(
        inventory,
        { ...s, end: dayBefore(day), status: s.status === 'documented' ? 'own' : s.status },
        `Closed ${s.place || s.id} from ${dayPhrase(day)}`,
      ),
    remove: (s) => {
      if (!inventory) return;
      ownInventory.remove(inventory, s.id, `Deleted ${s.place || s.id}`);
      changed(`Deleted ${s.place || s.id}.`);
    },
  };
  const failed = useComputed(() => progress.value.stage === 'failed').value;
  const late = matrix.late || timeline.late;

  return (
    <div class="provision-screen" data-late={late && matrix.result !== null} aria-busy={late}>
      <section class="provision-head" aria-label="Provision on a day">
        <h1>
          Provision on <b>{dayPhrase(day)}</b>, places a year per 1,000 <b>eligible people</b>
        </h1>
        <DateControl
          day={day}
          usual={usual}
          dates={dates}
          onDay={(date, how) => ask({ date: date === usual ? null : date }, how)}
        />
        <div class="provision-tools">
          <button type="button" class="button" onClick={() => chooser.current?.click()}>
            Import
          </button>
          <input
            ref={chooser}
            type="file"
            class="hidden"
            tabIndex={-1}
            accept=".csv,.tsv,.txt,text/csv"
            aria-label="Inventory file, CSV or TSV"
            onChange={(event) => {
              const [first] = event.currentTarget.files ?? [];
              if (first) setFile(first);
              event.currentTarget.value = '';
            }}
          />
          <button
            type="button"
            class="button"
            disabled={!inventory}
            onClick={() => {
              if (!inventory || !catalogue.value) return;
              const copy = savedCopy(inventory, catalogue.value, day);
              download(copy.name, copy.text);
            }}
          >
            Save a copy
          </button>
          <button
            type="button"
            class="button"
            onClick={() => download('inventory-template.csv', INVENTORY_TEMPLATE)}
          >
            Template
          </button>
          <button
            type="button"
            class="button primary"
            disabled={!inventory}
            onClick={() => setEditing({ title: 'Add a service', fields: { ...EMPTY, id: 'new' }, id: null })}
          >
            Add a service
          </button>
        </div>
      </section>
      {failed && <Failure page={page} />}
      <InventoryStatus page={page} inventory={inventory} onChanged={changed} />
      <p class="hidden" role="status">
        {said}
      </p>
      <div class="provision-columns">
        <section class="matrix-pane" aria-label="Who of which age is reached">
          {matrix.failed && (
            <p class="field-fault" role="alert">
              The coverage matrix could not be made: {matrix.failed}
            </p>
          )}
          {matrix.result && catalogue.value ? (
            <CoverageTable matrix={matrix.result} programmes={catalogue.value.programmes} />
          ) : (
            !matrix.failed && <p class="quiet">Reading the inventory …</p>
          )}
        </section>
        <aside class="provision-side" aria-label="What to ask, and what ends">
          <section>
            <h2>Ask next</h2>
            {matrix.result ? <AskNext matrix={matrix.result} /> : <p class="quiet">…</p>}
          </section>
          <section>
            <h2>When funding ends</h2>
            {timeline.failed && <p class="field-fault">{timeline.failed}</p>}
            {timeline.result && (
              <FundingEnds page={page} timeline={timeline.result} day={day} to={to} onTo={setChosenEnd} />
            )}
          </section>
        </aside>
      </div>
      {illustrativeFailed.value && q.inventory === 'illustrative' && (
        <p class="field-fault" role="alert">
          The illustrative records could not be fetched. Check the connection and reload the page.
        </p>
      )}
      {inventory && catalogue.value ? (
        <>
          <Records
            inventory={inventory}
            catalogue={catalogue.value}
            catchment={q.reach.catchment}
            day={day}
            leftOut={leftOut}
            actions={actions}
          />
          <CompleteLists
            inventory={inventory}
            catalogue={catalogue.value}
            onState={(programme, authorities) => {
              const label = catalogue.value?.programmes.find((p) => p.id === programme)?.label ?? programme;
              ownInventory.stateComplete(
                inventory,
                programme,
                authorities,
                `Changed the complete lists of ${label}`,
              );
              changed(`Changed the complete lists of ${label}.`);
            }}
          />
        </>
      ) : (
        <p class="quiet">Reading the records …</p>
      )}
      {answer.value && <Provenance answer={answer.value} />}
      {editing && catalogue.value && (
        <ServiceForm
          title={editing.title}
          fields={editing.fields}
          catalogue={catalogue.value}
          note={
            q.inventory === 'own'
              ? ''
              : `Saving makes a copy of the ${q.inventory} inventory your own and changes that${own ? '; it takes the place of the one you have, and undo brings that back' : ''}.`
          }
          onSave={save}
          onClose={() => setEditing(null)}
        />
      )}
      {file && catalogue.value && (
        <ImportInventory
          catalogue={catalogue.value}
          file={file}
          onTake={(reading, name) => {
            ownInventory.replace(reading.inventory, `Imported ${name}`);
            changed(`${capital(`imported ${name}`)}.`);
          }}
          onClose={() => setFile(null)}
        />
      )}
    </div>
  );
}
