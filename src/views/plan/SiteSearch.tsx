// What the reader has to spend and where teams could work from; then the search for the best sites, with progress and a stop.
import { useEffect, useId } from 'preact/hooks';
import type { CountedService } from '../../domain/answer.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { CandidateSource, PlanSearch } from '../../domain/planSearch.ts';
import { whole } from '../../encode/numbers.ts';
import { agesPhrase } from '../../encode/words.ts';
import type { Page } from '../shell/page.ts';
import { Segments } from '../shell/Segments.tsx';
import { candidatesFailed, candidatesOf, fetchCandidates } from './candidates.ts';
import { NumberField } from './NumberField.tsx';
import { OwnCandidates } from './OwnCandidates.tsx';
import { programmeSought, programmesToPlace } from './programmesToPlace.ts';
import { SearchFound } from './SearchFound.tsx';
import { cancelSearch, changeSearch, findBest, search } from './siteSearch.ts';

const SOURCES: readonly { value: CandidateSource; label: string }[] = [
  { value: 'hospitals', label: 'hospitals' },
  { value: 'schools', label: 'schools' },
  { value: 'practices', label: 'GP practices' },
  { value: 'own', label: 'places of my own' },
];

export function SiteSearch({
  page,
  catalogue,
  existing,
}: {
  page: Page;
  catalogue: Catalogue;
  existing: readonly CountedService[];
}) {
  const base = useId();
  const { question } = page.session;
  const q = question.value;
  const wished = q.search;
  const change = (part: Partial<PlanSearch>) => changeSearch(page, part);
  useEffect(() => fetchCandidates(page, wished.from), [wished.from]);
  const programmes = programmesToPlace(catalogue, q);
  const programme = programmeSought(programmes, wished.programme);
  const list = candidatesOf(wished);
  const running = search.value.status === 'running';
  return (
    <section class="site-search" aria-label="Find the best sites">
      <Segments
        label="What there is to spend"
        choices={[
          { value: 'budget', label: 'A budget' },
          { value: 'sites', label: 'A number of sites' },
        ]}
        chosen={wished.means}
        onChoose={(means) => change({ means })}
      />
      {wished.means === 'budget' ? (
        <NumberField
          label="Budget a year"
          unit="£"
          value={wished.budget}
          min={0}
          max={1e10}
          step={10_000}
          onValue={(budget) => change({ budget })}
        />
      ) : (
        <NumberField
          label="Sites at most"
          value={wished.sites}
          min={1}
          max={10_000}
          step={1}
          onValue={(sites) => change({ sites: Math.round(sites) })}
        />
      )}
      <NumberField
        label="Cost of a team"
        unit="£ a year"
        value={wished.cost}
        min={1}
        max={1e9}
        step={5000}
        onValue={(cost) => change({ cost })}
      />
      <NumberField
        label="Places a team"
        unit="a year"
        value={wished.places}
        min={1}
        max={1e6}
        step={5}
        onValue={(places) => change({ places })}
      />
      <div class="number-field">
        <label for={`${base}-programme`}>Programme</label>
        {programmes.length > 1 ? (
          <select
            id={`${base}-programme`}
            value={programme?.id}
            onChange={(event) => change({ programme: event.currentTarget.value })}
          >
            {programmes.map((p) => (
              <option key={p.id} value={p.id}>
                {p.label}
              </option>
            ))}
          </select>
        ) : (
          <output id={`${base}-programme`}>{programme?.label ?? 'none works from a place'}</output>
        )}
      </div>
      <p class="quiet small">
        {agesPhrase(q.ages).replace(/^a/, 'A')}, as in the question; change them on the Map.
      </p>
      <div class="number-field">
        <label for={`${base}-source`}>Candidates</label>
        <select
          id={`${base}-source`}
          value={wished.from}
          onChange={(event) => change({ from: event.currentTarget.value as CandidateSource })}
        >
          {SOURCES.map((s) => (
            <option key={s.value} value={s.value}>
              {s.value === wished.from && list ? `${s.label} (${whole(list.length)})` : s.label}
            </option>
          ))}
        </select>
      </div>
      {wished.from === 'own' ? (
        <OwnCandidates />
      ) : (
        <div class="number-field">
          <label for={`${base}-authority`}>Of</label>
          <select
            id={`${base}-authority`}
            value={wished.authority}
            onChange={(event) => change({ authority: event.currentTarget.value })}
          >
            <option value="">all authorities</option>
            {catalogue.authorities.map((a) => (
              <option key={a.code} value={a.code}>
                {a.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {wished.from === 'hospitals' && (
        <p class="quiet small">
          NHS hospitals in 2018, of every kind; which have an A&amp;E department is not known here.
        </p>
      )}
      {candidatesFailed.value && <p class="field-fault">{candidatesFailed.value}</p>}
      <label class="check">
        <input
          type="checkbox"
          checked={wished.keepExisting}
          onChange={(event) => change({ keepExisting: event.currentTarget.checked })}
        />
        <span>
          Keep existing sites
          {!wished.keepExisting && (
            <small class="quiet">
              {' '}
              The {existing.length} there are become candidates with the places they have, and the means grow
              by what they cost.
            </small>
          )}
        </span>
      </label>
      {running ? (
        <button type="button" class="button" onClick={() => cancelSearch(page)}>
          Stop
        </button>
      ) : (
        <button
          type="button"
          class="button primary"
          disabled={!programme || !list || list.length === 0}
          onClick={() => programme && findBest(page, existing, programme)}
        >
          Find the best sites
        </button>
      )}
      {!programme && (
        <p class="quiet small">
          The programmes the question reads follow people or areas; a search for sites needs one that works
          from a place.
        </p>
      )}
      {programme && list?.length === 0 && wished.from !== 'own' && (
        <p class="quiet small">There is no such candidate there. Choose all authorities or another kind.</p>
      )}
      <SearchFound page={page} />
    </section>
  );
}
