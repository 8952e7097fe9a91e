// The form for one record: native fields, each with what is wrong beside it; saved only when nothing sets it aside.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Fault } from '../../data/fault.ts';
import type { InventoryColumn } from '../../data/inventoryColumns.ts';
import { readFields, type ServiceFields } from '../../data/serviceFields.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { type Service, SPATIAL_FORMS, TIERS } from '../../domain/intervention.ts';
import { formMeaning, statusWords } from '../../encode/inventoryWords.ts';
import { capital } from '../../encode/words.ts';

interface ServiceFormProps {
  readonly title: string;
  readonly fields: ServiceFields;
  readonly catalogue: Catalogue;
  /** Said above the fields: what saving does to the inventory. */
  readonly note: string;
  readonly onSave: (service: Service) => void;
  readonly onClose: () => void;
}

interface FieldSpec {
  readonly column: InventoryColumn;
  readonly label: string;
  readonly hint?: string;
  readonly wide?: boolean;
  readonly mode?: 'decimal' | 'numeric';
}

const GROUPS: readonly { legend: string; fields: readonly FieldSpec[] }[] = [
  {
    legend: 'Where it is',
    fields: [
      { column: 'lon', label: 'Longitude', hint: 'degrees, such as −1.9', mode: 'decimal' },
      { column: 'lat', label: 'Latitude', hint: 'degrees, such as 52.48', mode: 'decimal' },
      {
        column: 'areas',
        label: 'Areas',
        hint: 'GSS codes, separated by “;”, for the form “area”',
        wide: true,
      },
    ],
  },
  {
    legend: 'Who it is for',
    fields: [
      { column: 'age_from', label: 'Ages from', mode: 'numeric' },
      { column: 'age_to', label: 'Ages to', hint: 'empty: and over', mode: 'numeric' },
      { column: 'eligibility', label: 'Eligibility beyond age', wide: true },
    ],
  },
  {
    legend: 'How much, and for how long',
    fields: [
      { column: 'capacity', label: 'Places a year', hint: 'empty: not known', mode: 'decimal' },
      { column: 'cost', label: 'Cost, £ a year', hint: 'empty: not known', mode: 'decimal' },
      { column: 'start', label: 'Funded from', hint: '2025-04 or 2025-04-01' },
      { column: 'end', label: 'Funded to', hint: 'empty: not known' },
    ],
  },
  {
    legend: 'How it is known',
    fields: [
      { column: 'last_verified', label: 'Last verified', hint: '2026-03' },
      { column: 'confidence', label: 'Confidence', hint: '0 to 1', mode: 'decimal' },
      { column: 'source', label: 'Source', wide: true },
      { column: 'evidence', label: 'Rating of the evidence', wide: true },
      { column: 'lineage', label: 'Builds on', wide: true },
      { column: 'notes', label: 'Notes', wide: true },
    ],
  },
];

const LABELS = new Map<string, string>([
  ['programme', 'programme'],
  ['tier', 'tier'],
  ['form', 'form'],
  ['status', 'status'],
  ...GROUPS.flatMap((g) => g.fields.map((f): [string, string] => [f.column, f.label.toLowerCase()])),
]);

export function ServiceForm({ title, fields, catalogue, note, onSave, onClose }: ServiceFormProps) {
  const base = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [draft, setDraft] = useState<ServiceFields>(fields);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  useEffect(() => dialog.current?.showModal(), []);

  const set = (column: InventoryColumn, value: string) => setDraft({ ...draft, [column]: value });
  const chooseProgramme = (id: string) => {
    const programme = catalogue.programmes.find((p) => p.id === id);
    // What follows from the programme is filled in; everything can be changed afterwards.
    setDraft({
      ...draft,
      programme: id,
      tier: programme?.tier ?? draft.tier,
      form: programme?.form ?? draft.form,
      age_from: draft.age_from || String(programme?.ages.from ?? ''),
    });
  };
  const save = (event: Event) => {
    event.preventDefault();
    const read = readFields(draft, {
      programmes: catalogue.programmes,
      status: 'own',
      areaCodes: new Set(catalogue.areas.map((a) => a.code)),
    });
    const broken = read.faults.filter((f) => f.setAside);
    setFaults(broken);
    if (broken.length === 0 && read.service) {
      onSave(read.service);
      dialog.current?.close();
      return;
    }
    const first = broken[0]?.field;
    if (first) document.getElementById(`${base}-${first}`)?.focus();
  };

  const faultOf = (column: string) => faults.find((f) => f.field === column);
  const describe = (column: InventoryColumn, hint?: string) =>
    [hint ? `${base}-${column}-hint` : '', faultOf(column) ? `${base}-${column}-fault` : '']
      .join(' ')
      .trim() || undefined;
  const below = (column: InventoryColumn, hint?: string) => (
    <>
      {hint && (
        <small id={`${base}-${column}-hint`} class="quiet">
          {hint}
        </small>
      )}
      {faultOf(column) && (
        <small id={`${base}-${column}-fault`} class="field-fault">
          {capital(faultOf(column)?.problem ?? '')}. {faultOf(column)?.remedy}.
        </small>
      )}
    </>
  );
  const field = ({ column, label, hint, wide, mode }: FieldSpec) => (
    <div key={column} class={wide ? 'form-field wide' : 'form-field'}>
      <label for={`${base}-${column}`}>{label}</label>
      <input
        id={`${base}-${column}`}
        class="field"
        inputMode={mode}
        autocomplete="off"
        value={draft[column]}
        aria-invalid={faultOf(column) ? true : undefined}
        aria-describedby={describe(column, hint)}
        onInput={(event) => set(column, event.currentTarget.value)}
      />
      {below(column, hint)}
    </div>
  );
  const choice = (
    column: InventoryColumn,
    label: string,
    choices: readonly { value: string; label: string }[],
    onChoose = (value: string) => set(column, value),
  ) => (
    <div class="form-field">
      <label for={`${base}-${column}`}>{label}</label>
      <select
        id={`${base}-${column}`}
        value={draft[column]}
        aria-invalid={faultOf(column) ? true : undefined}
        aria-describedby={describe(column)}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {!choices.some((c) => c.value === draft[column]) && <option value={draft[column]}>choose one</option>}
        {choices.map((c) => (
          <option key={c.value} value={c.value}>
            {c.label}
          </option>
        ))}
      </select>
      {below(column)}
    </div>
  );

  return (
    <dialog ref={dialog} class="sheet service-sheet" aria-labelledby={`${base}-title`} onClose={onClose}>
      <form class="service-form" noValidate onSubmit={save}>
        <h2 id={`${base}-title`}>{title}</h2>
        {note && <p class="quiet">{note}</p>}
        {faults.length > 0 && (
          <p class="field-fault" role="alert">
            {faults.length === 1 ? 'One field needs mending' : `${faults.length} fields need mending`}:{' '}
            {faults.map((f) => LABELS.get(f.field) ?? 'the record').join(', ')}.
          </p>
        )}
        <fieldset>
          <legend>What it is</legend>
          {choice(
            'programme',
            'Programme',
            catalogue.programmes.map((p) => ({ value: p.id, label: p.label })),
            chooseProgramme,
          )}
          {field({ column: 'organisation', label: 'Organisation' })}
          {field({ column: 'place', label: 'Place', hint: 'a hospital, a school, an estate', wide: true })}
          {choice(
            'tier',
            'Tier',
            TIERS.map((t) => ({ value: t, label: capital(t) })),
          )}
          {choice(
            'form',
            'Form',
            SPATIAL_FORMS.map((f) => ({ value: f, label: formMeaning(f) })),
          )}
          {choice(
            'status',
            'Status',
            (['own', 'documented', 'illustrative'] as const).map((s) => ({
              value: s,
              label: capital(statusWords(s)),
            })),
          )}
        </fieldset>
        {GROUPS.map((group) => (
          <fieldset key={group.legend}>
            <legend>{group.legend}</legend>
            {group.fields.map(field)}
          </fieldset>
        ))}
        <div class="form-end">
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" class="button primary">
            Save the record
          </button>
        </div>
      </form>
    </dialog>
  );
}
