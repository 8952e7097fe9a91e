// Finds a place of the release by name and gives it to the record: a combobox over hospitals, schools, practices, wards, authorities.
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { findPlaces, type NamedPlace } from '../../data/inventoryPlaces.ts';
import { listed } from '../../encode/words.ts';

export interface PlaceLookupProps {
  readonly label: string;
  readonly hint: string;
  readonly places: readonly NamedPlace[];
  /** False while the places are on their way. */
  readonly ready: boolean;
  /** What could not be read. */
  readonly missing: readonly string[];
  /** What has been taken, in a sentence; empty before. */
  readonly taken: string;
  readonly onWant: () => void;
  readonly onChoose: (place: NamedPlace) => void;
}

/** More than fits is narrowed by typing. */
const SHOWN = 8;

function sortWords({ sort, authority }: NamedPlace): string {
  return sort === 'authority' ? 'whole authority' : `${sort}, ${authority}`;
}

export function PlaceLookup(props: PlaceLookupProps) {
  const { label, hint, places, ready, missing, taken, onWant, onChoose } = props;
  const base = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = useMemo(() => findPlaces(places, query), [places, query]);
  const shown = found.slice(0, SHOWN);
  const list = useRef<HTMLDivElement>(null);
  // The list may be longer than its box: what the arrow keys stand on stays in sight.
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const choose = (place: NamedPlace | undefined) => {
    if (!place) return;
    onChoose(place);
    setQuery('');
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (query === '') return;
    if (event.key === 'ArrowDown') setActive(Math.min(shown.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Enter') choose(shown[active]);
    else if (event.key === 'Escape') setQuery('');
    else return;
    // Enter takes the place and does not send the form; Escape closes the list and not the form.
    event.preventDefault();
    event.stopPropagation();
  };
  const says = !ready
    ? 'Reading the places of the release …'
    : found.length === 0
      ? `No place of the release is called “${query.slice(0, 40)}”. Try part of the name, or write the coordinates.`
      : found.length > SHOWN
        ? `${SHOWN} of ${found.length} shown. Arrow keys and Enter choose.`
        : `${found.length} found. Arrow keys and Enter choose.`;
  return (
    <div class="form-field place-lookup">
      <label for={`${base}-field`}>{label}</label>
      <input
        id={`${base}-field`}
        class="field"
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-expanded={shown.length > 0}
        aria-controls={`${base}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `${base}-${active}` : undefined}
        aria-describedby={`${base}-hint`}
        value={query}
        onFocus={onWant}
        onInput={(event) => {
          onWant();
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${base}-list`} class="choices" role="listbox" aria-label="Places found">
        {shown.map((place, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above answers the keyboard for its options
          <div
            key={`${place.sort}-${place.id}`}
            id={`${base}-${index}`}
            role="option"
            tabIndex={-1}
            class="choice"
            data-active={index === active}
            aria-selected={index === active}
            onPointerMove={() => setActive(index)}
            onClick={() => choose(place)}
          >
            <span>{place.name}</span>
            <small>{sortWords(place)}</small>
          </div>
        ))}
      </div>
      <small id={`${base}-hint`} class="quiet">
        {hint}
      </small>
      <small class="lookup-says" role="status">
        {query !== '' && says}
        {missing.length > 0 && ` The release’s ${listed(missing)} could not be read and are not among them.`}
        {query === '' && taken && <b>{taken}</b>}
      </small>
    </div>
  );
}
