// Another place for a team: one of the candidates, or coordinates; a place that has a team is asked about first.
import { useId, useRef, useState } from 'preact/hooks';
import type { Service } from '../../domain/intervention.ts';
import type { NamedPoint } from '../../domain/planSites.ts';
import type { Page } from '../shell/page.ts';
import { PlaceFields, readPlace } from './PlaceFields.tsx';
import { SecondTeam } from './SecondTeam.tsx';

interface MoveFormProps {
  readonly page: Page;
  readonly name: string;
  /** Another team at a place, or null. */
  readonly there: (point: NamedPoint) => Service | null;
  readonly onMove: (place: string, lon: number, lat: number) => void;
}

export function MoveForm({ page, name, there, onMove }: MoveFormProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [fault, setFault] = useState('');
  const [asked, setAsked] = useState<NamedPoint | null>(null);
  const move = ({ place, lon, lat }: NamedPoint) => onMove(place, lon, lat);
  return (
    <form
      ref={form}
      class="point-form"
      aria-label={`Another place for ${name}`}
      onInput={() => setAsked(null)}
      onSubmit={(event) => {
        event.preventDefault();
        const read = readPlace(page, event.currentTarget);
        setAsked(null);
        if ('fault' in read) {
          setFault(read.fault);
          event.currentTarget.querySelector<HTMLInputElement>(`[name="${read.field}"]`)?.focus();
          return;
        }
        setFault('');
        if (there(read)) setAsked(read);
        else move(read);
      }}
    >
      <PlaceFields page={page} id={id} fault={fault} />
      {asked ? (
        <SecondTeam
          sentence={`There is already a team at ${there(asked)?.place ?? asked.place}; this moves a second one there.`}
          ways={[
            { label: 'Move it all the same', take: () => move(asked) },
            {
              label: 'Leave it where it is',
              take: () => {
                setAsked(null);
                form.current?.querySelector<HTMLInputElement>('[name="place"]')?.focus();
              },
            },
          ]}
        />
      ) : (
        <button type="submit" class="button">
          Move it here
        </button>
      )}
    </form>
  );
}
