// No place chosen yet: find one by name or code, or take one of the authorities.
import { useMemo, useState } from 'preact/hooks';
import { findAreas } from '../map/FindArea.tsx';
import type { Page } from '../shell/page.ts';
import { placeHref } from './placeLink.ts';

const SHOWN = 12;

export function EmptyPlace({ page }: { page: Page }) {
  const { catalogue, question } = page.session;
  const [query, setQuery] = useState('');
  const areas = catalogue.value?.areas ?? [];
  const found = useMemo(() => findAreas(areas, query), [areas, query]);
  const shown = found.slice(0, SHOWN);
  return (
    <div class="place-empty">
      <h1>Place</h1>
      <p>The profile of a ward, an LSOA, an authority or a group of wards, on one page to read or print.</p>
      <label class="place-find">
        <span>Find a ward, LSOA or authority</span>
        <input
          class="field"
          type="search"
          placeholder="Name, authority or code"
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && shown[0]) location.hash = placeHref(question.value, [shown[0].code]);
          }}
        />
      </label>
      <p class="place-note" role="status">
        {query === ''
          ? 'Enter opens the first one found.'
          : found.length === 0
            ? `No area here is called “${query}”. Try part of the name, or a code such as E05.`
            : `${found.length} found${found.length > SHOWN ? `, the first ${SHOWN} shown` : ''}.`}
      </p>
      <ul class="place-found">
        {shown.map((area) => (
          <li key={area.code}>
            <a href={placeHref(question.value, [area.code])}>{area.name}</a>{' '}
            <span class="of">{area.level === 'authority' ? 'whole authority' : area.authority}</span>
          </li>
        ))}
      </ul>
      <h2>The authorities</h2>
      <ul class="place-authorities">
        {(catalogue.value?.authorities ?? []).map((a) => (
          <li key={a.code}>
            <a href={placeHref(question.value, [a.code])}>{a.name}</a>
          </li>
        ))}
      </ul>
      <p class="place-note">
        Several wards become one place when they are selected together: hold Shift while choosing them on the
        Map or in its list, then open the profile.
      </p>
    </div>
  );
}
