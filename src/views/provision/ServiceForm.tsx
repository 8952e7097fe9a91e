// The form for one record: native fields, each with what is wrong beside it; saved only when nothing sets it aside.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Fault } from '../../data/fault.ts';
import { formNames } from '../../data/faultNames.ts';
import type { InventoryColumn } from '../../data/inventoryColumns.ts';
import { readFields, type ServiceFields } from '../../data/serviceFields.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { type Service, SPATIAL_FORMS, TIERS } from '../../domain/intervention.ts';
import { formMeaning, statusWords } from '../../encode/inventoryWords.ts';
import { capital } from '../../encode/words.ts';
import { describedBy, FormField } from './FormField.tsx';
import { agesFollowing } from './newService.ts';
import { RecordPlace } from './RecordPlace.tsx';
import { type FieldSpec, GROUPS, LABELS, WHERE } from './serviceFormFields.ts';

interface ServiceFormProps {
  readonly title: string;
  readonly fields: ServiceFields;
  readonly catalogue: Catalogue;
  /** Said above the fields: what saving does to the inventory. */
  readonly note: string;
  /** The text of a file of the release. */
  readonly read: (path: string) => Promise<string>;
  readonly onSave: (service: Service) => void;
  readonly onClose: () => void;
}

const NAMES = formNames(LABELS);

export function ServiceForm({ title, fields, catalogue, note, read, onSave, onClose }: ServiceFormProps) {
  const base = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [draft, setDraft] = useState<ServiceFields>(fields);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  useEffect(() => dialog.current?.showModal(), []);

  const change = (fields: Partial<ServiceFields>) => {
    setDraft({ ...draft, ...fields });
    // What was said of a field is of what stood in it before.
    setFaults(faults.filter((f) => !(f.field in fields)));
  };
  const chooseProgramme = (id: string) => {
    const programme = catalogue.programmes.find((p) => p.id === id);
    // What follows from the programme is filled in; everything can be changed afterwards.
    change({
      programme: id,
      tier: programme?.tier ?? draft.tier,
      form: programme?.form ?? draft.form,
      ...agesFollowing(
        draft,
        catalogue.programmes.find((p) => p.id === draft.programme),
        programme,
      ),
    });
  };
  const save = (event: Event) => {
    event.preventDefault();
    const made = readFields(draft, {
      programmes: catalogue.programmes,
      status: 'own',
      areaCodes: new Set(catalogue.areas.map((a) => a.code)),
      names: NAMES,
    });
    const broken = made.faults.filter((f) => f.setAside);
    setFaults(broken);
    if (broken.length === 0 && made.service) {
      onSave(made.service);
      dialog.current?.close();
      return;
    }
    const first = broken[0]?.field;
    if (first) document.getElementById(`${base}-${first}`)?.focus();
  };

  const faultOf = (column: string) => faults.find((f) => f.field === column);
  const field = ({ column, label, hint, wide, mode }: FieldSpec) => {
    const id = `${base}-${column}`;
    const fault = faultOf(column);
    return (
      <FormField key={column} id={id} label={label} hint={hint} wide={wide} fault={fault}>
        <input
          id={id}
          class="field"
          inputMode={mode}
          autocomplete="off"
          value={draft[column]}
          aria-invalid={fault ? true : undefined}
          aria-describedby={describedBy(id, hint, fault)}
          onInput={(event) => change({ [column]: event.currentTarget.value })}
        />
      </FormField>
    );
  };
  const choice = (
    column: InventoryColumn,
    label: string,
    choices: readonly { value: string; label: string }[],
    onChoose = (value: string) => change({ [column]: value }),
  ) => {
    const id = `${base}-${column}`;
    const fault = faultOf(column);
    return (
      <FormField id={id} label={label} fault={fault}>
        <select
          id={id}
          value={draft[column]}
          aria-invalid={fault ? true : undefined}
          aria-describedby={describedBy(id, undefined, fault)}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {!choices.some((c) => c.value === draft[column]) && (
            <option value={draft[column]}>choose one</option>
          )}
          {choices.map((c) => (
            <option key={c.value} value={c.value}>
              {c.label}
            </option>
          ))}
        </select>
      </FormField>
    );
  };

  return (
    <dialog ref={dialog} class="sheet service-sheet" aria-labelledby={`${base}-title`} onClose={onClose}>
      <form class="service-form" noValidate onSubmit={save}>
        <h2 id={`${base}-title`}>{title}</h2>
        {note && <p class="quiet">{note}</p>}
        {faults.length > 0 && (
          <p class="field-fault" role="alert">
            {faults.length === 1 ? 'One field needs mending' : `${faults.length} fields need mending`}:{' '}
            {faults.map((f) => LABELS.get(f.field)?.toLowerCase() ?? 'the record').join(', ')}.
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
        <fieldset>
          <legend>Where it is</legend>
          <RecordPlace draft={draft} catalogue={catalogue} read={read} onChange={change} />
          {WHERE.map(field)}
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
