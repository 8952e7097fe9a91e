// Another place for a team: one of the candidates, or coordinates.
import { useId, useState } from 'preact/hooks';
import { readPoint } from '../../data/candidateFile.ts';
import { capital } from '../../encode/words.ts';
import { candidates } from './siteSearch.ts';

interface MoveFormProps {
  readonly name: string;
  readonly onMove: (place: string, lon: number, lat: number) => void;
}

/** The candidate of this name, whatever its case. */
function candidateNamed(name: string) {
  const wanted = name.trim().toLowerCase();
  return candidates.value?.find((c) => c.name.toLowerCase() === wanted);
}

/** A field for a name with the candidates to choose from, and two for coordinates where the name is not among them. */
export function PlaceFields({ id, fault }: { id: string; fault: string }) {
  return (
    <>
      <input
        class="field"
        name="place"
        list={`${id}-places`}
        aria-label="Place"
        placeholder="Place, such as Manor Hospital"
        autocomplete="off"
        aria-describedby={fault ? `${id}-fault` : undefined}
        onInput={(event) => {
          const form = event.currentTarget.form;
          const found = candidateNamed(event.currentTarget.value);
          if (!form || !found) return;
          (form.elements.namedItem('lon') as HTMLInputElement).value = String(found.lon);
          (form.elements.namedItem('lat') as HTMLInputElement).value = String(found.lat);
        }}
      />
      <datalist id={`${id}-places`}>
        {(candidates.value ?? []).slice(0, 1500).map((c) => (
          <option key={c.id} value={c.name} />
        ))}
      </datalist>
      <input class="field" name="lon" aria-label="Longitude" placeholder="lon" autocomplete="off" />
      <input class="field" name="lat" aria-label="Latitude" placeholder="lat" autocomplete="off" />
      {fault && (
        <p class="field-fault small" role="alert" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
}

/** What the fields say, or a sentence; an untouched point of a named candidate is that candidate's. */
export function readPlace(form: HTMLFormElement): { place: string; lon: number; lat: number } | string {
  const data = new FormData(form);
  const text = (key: string) => String(data.get(key) ?? '').trim();
  const place = text('place');
  if (place === '') return 'The place has no name. Write one, or choose a candidate.';
  const found = candidateNamed(place);
  if (found && text('lon') === '') return { place: found.name, lon: found.lon, lat: found.lat };
  if (text('lon') === '' && text('lat') === '')
    return `“${place.slice(0, 40)}” is not among the candidates. Write its longitude and latitude, or choose one of the list.`;
  const point = readPoint(text('lon'), text('lat'));
  return 'problem' in point ? `${capital(point.problem)}.` : { place, ...point };
}

export function MoveForm({ name, onMove }: MoveFormProps) {
  const id = useId();
  const [fault, setFault] = useState('');
  return (
    <form
      class="point-form"
      aria-label={`Another place for ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        const read = readPlace(event.currentTarget);
        if (typeof read === 'string') return setFault(read);
        onMove(read.place, read.lon, read.lat);
      }}
    >
      <PlaceFields id={id} fault={fault} />
      <button type="submit" class="button">
        Move it here
      </button>
    </form>
  );
}
