// Where a team is to work from: a name with the candidates to choose from, or coordinates; and what was written, read.
import { readPoint } from '../../data/candidateFile.ts';
import type { NamedPoint } from '../../domain/planSites.ts';
import { capital } from '../../encode/words.ts';
import type { Page } from '../shell/page.ts';
import { candidatesOf } from './candidates.ts';

const MOST_OFFERED = 1500;

/** The candidate of this name, whatever its case. */
function candidateNamed(page: Page, name: string) {
  const wanted = name.trim().toLowerCase();
  return candidatesOf(page.session.question.peek().search)?.find((c) => c.name.toLowerCase() === wanted);
}

const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;

/** A point filled in for a candidate is its own: it goes when the name becomes another one. */
function fillPoint(page: Page, input: HTMLInputElement): void {
  const { form } = input;
  if (!form) return;
  const [lon, lat] = [field(form, 'lon'), field(form, 'lat')];
  const filled = form.dataset.filled === `${lon.value},${lat.value}`;
  const found = candidateNamed(page, input.value);
  if (found) {
    lon.value = String(found.lon);
    lat.value = String(found.lat);
    form.dataset.filled = `${lon.value},${lat.value}`;
  } else if (filled && lon.value !== '') {
    lon.value = '';
    lat.value = '';
  }
}

export function PlaceFields({ page, id, fault }: { page: Page; id: string; fault: string }) {
  const described = fault ? `${id}-fault` : undefined;
  const offered = candidatesOf(page.session.question.value.search) ?? [];
  return (
    <>
      <input
        class="field"
        name="place"
        list={`${id}-places`}
        aria-label="Place"
        placeholder="Place, such as Manor Hospital"
        autocomplete="off"
        aria-describedby={described}
        onInput={(event) => fillPoint(page, event.currentTarget)}
      />
      <datalist id={`${id}-places`}>
        {offered.slice(0, MOST_OFFERED).map((c) => (
          <option key={c.id} value={c.name} />
        ))}
      </datalist>
      <input
        class="field"
        name="lon"
        aria-label="Longitude"
        placeholder="lon, −1.9"
        autocomplete="off"
        aria-describedby={described}
      />
      <input
        class="field"
        name="lat"
        aria-label="Latitude"
        placeholder="lat, 52.48"
        autocomplete="off"
        aria-describedby={described}
      />
      {fault && (
        <p class="field-fault small" role="alert" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
}

export type PlaceRead = NamedPoint | { readonly field: 'place' | 'lon' | 'lat'; readonly fault: string };

/** What the fields say, or which is at fault and how to mend it; an untouched point of a named candidate is that candidate's. */
export function readPlace(page: Page, form: HTMLFormElement): PlaceRead {
  const data = new FormData(form);
  const text = (key: string) => String(data.get(key) ?? '').trim();
  const place = text('place');
  if (place === '')
    return { field: 'place', fault: 'The place has no name. Write one, or choose a candidate.' };
  const [lonText, latText] = [text('lon'), text('lat')];
  const found = candidateNamed(page, place);
  const its =
    found && (lonText + latText === '' || (lonText === `${found.lon}` && latText === `${found.lat}`));
  if (its) return { place: found.name, lon: found.lon, lat: found.lat };
  if (lonText + latText === '')
    return {
      field: 'lon',
      fault: `“${place.slice(0, 40)}” is not among the candidates. Write its longitude and latitude, or choose one of the list.`,
    };
  const point = readPoint(lonText, latText);
  if ('problem' in point) return { field: point.field, fault: `${capital(point.problem)}.` };
  return { place, ...point };
}
