// Find an area by name or code: a combobox in a dialog, over wards, LSOAs and authorities.
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { AreaName } from '../../domain/catalogue.ts';
import type { Page } from '../shell/page.ts';

export interface FindAreaProps {
  readonly page: Page;
  readonly onClose: () => void;
}

/** More than fits is narrowed by typing. */
const SHOWN = 12;

/** Letters and digits alone, without accents or apostrophes, so that "St Michaels" finds "St Michael's". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '');
}

const ORDER = { authority: 0, ward: 1, lsoa: 2 } as const;

/** Areas every word of the query occurs in; those that begin with it first, larger areas before smaller. */
export function findAreas(areas: readonly AreaName[], query: string): AreaName[] {
  const words = plain(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const hits = areas
    .map((area) => ({ area, text: plain(`${area.name} ${area.authority} ${area.code}`) }))
    .filter(({ text }) => words.every((word) => text.includes(word)));
  const start = (text: string) => (text.startsWith(words[0]) ? 0 : 1);
  hits.sort(
    (a, b) =>
      ORDER[a.area.level] - ORDER[b.area.level] ||
      start(a.text) - start(b.text) ||
      a.area.name.localeCompare(b.area.name),
  );
  return hits.map((hit) => hit.area);
}

export function FindArea({ page, onClose }: FindAreaProps) {
  const { catalogue, question, ask } = page.session;
  const base = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const areas = catalogue.value?.areas ?? [];
  const found = useMemo(() => findAreas(areas, query), [areas, query]);
  const shown = found.slice(0, SHOWN);

  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    field.current?.focus();
  }, []);

  const choose = (area: AreaName | undefined) => {
    if (!area) return;
    dialog.current?.close();
    const level = area.level === 'authority' ? question.value.level : area.level;
    ask({ level, selected: [area.code] });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(shown.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Enter') choose(shown[active]);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      class="sheet find"
      aria-labelledby={`${base}-title`}
      onClose={onClose}
      closedby="any"
    >
      <div class="sheet-head">
        <h2 id={`${base}-title`}>Find a ward, LSOA or authority</h2>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <input
        ref={field}
        class="field"
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        placeholder="Name, authority or code"
        aria-label="Name, authority or code"
        aria-expanded={shown.length > 0}
        aria-controls={`${base}-list`}
        aria-activedescendant={shown.length > 0 ? `${base}-${active}` : undefined}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${base}-list`} class="choices" role="listbox" aria-label="Areas found">
        {shown.map((area, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above answers the keyboard for its options
          <div
            key={area.code}
            id={`${base}-${index}`}
            role="option"
            tabIndex={-1}
            class="choice"
            data-active={index === active}
            aria-selected={index === active}
            onPointerMove={() => setActive(index)}
            onClick={() => choose(area)}
          >
            <span>{area.name}</span>
            <small>{area.level === 'authority' ? 'whole authority' : area.authority}</small>
          </div>
        ))}
      </div>
      <p class="popover-note" role="status">
        {query === ''
          ? 'Arrow keys and Enter choose.'
          : found.length === 0
            ? `No area here is called “${query}”. Try part of the name, or a code such as E05.`
            : found.length > SHOWN
              ? `${found.length} found, the first ${SHOWN} shown.`
              : `${found.length} found.`}
      </p>
    </dialog>
  );
}
