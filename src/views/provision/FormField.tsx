// One field of a record's form: its label, what is said of it, and what is wrong with it, tied together for those who listen.
import type { ComponentChildren } from 'preact';
import type { Fault } from '../../data/fault.ts';
import { capital } from '../../encode/words.ts';

interface FormFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly wide?: boolean;
  readonly fault: Fault | undefined;
  readonly children: ComponentChildren;
}

/** Ids of what is said of a field, for `aria-describedby`. */
export function describedBy(id: string, hint: string | undefined, fault: Fault | undefined) {
  return [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].join(' ').trim() || undefined;
}

export function FormField({ id, label, hint, wide, fault, children }: FormFieldProps) {
  return (
    <div class={wide ? 'form-field wide' : 'form-field'}>
      <label for={id}>{label}</label>
      {children}
      {hint && (
        <small id={`${id}-hint`} class="quiet">
          {hint}
        </small>
      )}
      {fault && (
        <small id={`${id}-fault`} class="field-fault">
          {capital(fault.problem)}. {fault.remedy}.
        </small>
      )}
    </div>
  );
}
