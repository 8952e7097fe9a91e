// Candidate places of the reader's own: by coordinates, from a small table, or by a press on the map.
import { useId, useRef, useState } from 'preact/hooks';
import { readCandidates, readPoint } from '../../data/candidateFile.ts';
import { faultSentence } from '../../data/fault.ts';
import { readText } from '../../data/textFile.ts';
import { capital } from '../../encode/words.ts';
import { addOwnCandidate, ownCandidates } from './candidates.ts';
import { useFocusNext } from './useFocusNext.ts';

/** A table of candidates has some hundred rows. */
const LARGEST = 2_000_000;

export function OwnCandidates() {
  const base = useId();
  const file = useRef<HTMLInputElement>(null);
  const section = useRef<HTMLDivElement>(null);
  const focusNext = useFocusNext();
  const [fault, setFault] = useState('');
  const take = async (chosen: File) => {
    if (chosen.size > LARGEST)
      return setFault('The file has more than 2 MB; choose a table with one row for each place.');
    const text = readText(new Uint8Array(await chosen.arrayBuffer()));
    if (text.status === 'refused') return setFault(`${text.problem}. ${text.remedy}.`);
    const { sites, faults } = readCandidates(text.text);
    for (const s of sites) addOwnCandidate(s.name, s.lon, s.lat);
    setFault(faults.slice(0, 3).map(faultSentence).join(' '));
  };
  return (
    <div ref={section} class="own-candidates">
      <form
        class="point-form"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const data = new FormData(form);
          const text = (key: string) => String(data.get(key) ?? '');
          const point = readPoint(text('lon'), text('lat'));
          if ('problem' in point) {
            setFault(`${capital(point.problem)}.`);
            form.querySelector<HTMLInputElement>(`[name="${point.field}"]`)?.focus();
            return;
          }
          addOwnCandidate(text('name'), point.lon, point.lat);
          setFault('');
          form.reset();
        }}
      >
        <input
          class="field"
          name="name"
          aria-label="Name of the place"
          placeholder="Name"
          autocomplete="off"
        />
        <input class="field" name="lon" aria-label="Longitude" placeholder="lon, −1.9" autocomplete="off" />
        <input class="field" name="lat" aria-label="Latitude" placeholder="lat, 52.48" autocomplete="off" />
        <button type="submit" class="button">
          Add the place
        </button>
        <button type="button" class="button" onClick={() => file.current?.click()}>
          From a table …
        </button>
        <input
          ref={file}
          type="file"
          class="hidden"
          tabIndex={-1}
          accept=".csv,.tsv,.txt,text/csv"
          aria-label="Table of places with the columns name, lon, lat"
          onChange={(event) => {
            const [first] = event.currentTarget.files ?? [];
            if (first) take(first);
            event.currentTarget.value = '';
          }}
        />
      </form>
      {fault && (
        <p class="field-fault small" role="alert" id={`${base}-fault`}>
          {fault}
        </p>
      )}
      {ownCandidates.value.length === 0 ? (
        <p class="quiet small">
          No place yet. A press on a map takes that spot, too. Places of your own stay on this page: a link
          carries the teams put into the plan, not the places they were chosen from.
        </p>
      ) : (
        <ul class="own-list small">
          {ownCandidates.value.map((c, at) => (
            <li key={c.id}>
              {c.name}{' '}
              <span class="quiet">
                {c.lon.toFixed(3)}, {c.lat.toFixed(3)}
              </span>{' '}
              <button
                type="button"
                class="plain-button"
                aria-label={`Remove ${c.name}`}
                onClick={() => {
                  focusNext(() => {
                    const left = section.current?.querySelectorAll<HTMLElement>('li button') ?? [];
                    return (
                      left[Math.min(at, left.length - 1)] ??
                      section.current?.querySelector<HTMLElement>('[name="name"]')
                    );
                  });
                  ownCandidates.value = ownCandidates.value.filter((o) => o.id !== c.id);
                }}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
