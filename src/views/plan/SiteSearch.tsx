// What the reader has to spend and where teams could work from; then the search for the best sites, with progress and a stop.
import { useEffect, useId } from 'preact/hooks';
import type { CountedService } from '../../domain/answer.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Programme } from '../../domain/intervention.ts';
import { share, whole } from '../../encode/numbers.ts';
import { certifiedWords } from '../../encode/planWords.ts';
import { agesPhrase } from '../../encode/words.ts';
import type { Page } from '../shell/page.ts';
import { Segments } from '../shell/Segments.tsx';
import { OwnCandidates } from './OwnCandidates.tsx';
import { ProveIt } from './ProveIt.tsx';
import {
  type CandidateSource,
  cancelSearch,
  candidates,
  candidatesFailed,
  fetchCandidates,
  findBest,
  search,
  searchKey,
  wish,
} from './siteSearch.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly step: number;
  readonly unit?: string;
  readonly onValue: (value: number) => void;
}

function NumberField({ label, value, min, step, unit, onValue }: NumberFieldProps) {
  const id = useId();
  return (
    <div class="number-field">
      <label for={id}>
        {label} {unit && <span class="quiet">{unit}</span>}
      </label>
      <input
        id={id}
        class="field"
        type="number"
        min={min}
        step={step}
        value={value}
        onChange={(event) => {
          const next = event.currentTarget.valueAsNumber;
          if (Number.isFinite(next) && next >= min) onValue(next);
          else event.currentTarget.value = String(value);
        }}
      />
    </div>
  );
}

/** Programmes read by the question whose teams work from a place. */
export function programmesToPlace(catalogue: Catalogue, tier: string, ids: readonly string[]): Programme[] {
  const read = catalogue.programmes.filter(
    (p) => p.tier === tier && (ids.length === 0 || ids.includes(p.id)),
  );
  return read.filter((p) => p.form === 'site' || p.form === 'institution network');
}

const SOURCES: readonly { value: CandidateSource; label: string }[] = [
  { value: 'hospitals', label: 'hospitals' },
  { value: 'schools', label: 'schools' },
  { value: 'practices', label: 'GP practices' },
  { value: 'own', label: 'places of my own' },
];

function Found() {
  const found = search.value;
  return (
    <div class="found" aria-live="polite">
      {found.status === 'running' && (
        <p>
          {found.result ? 'Sites found. Counting how often each is chosen: ' : 'Looking for the best sites '}
          <progress value={found.share} max={1} aria-label="Runs done" /> {share(found.share)}
        </p>
      )}
      {found.status === 'failed' && <p class="field-fault">{found.message}</p>}
      {found.status === 'cancelled' && (
        <p class="quiet">Stopped before it was counted how often each site is chosen.</p>
      )}
    </div>
  );
}

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
  useEffect(() => fetchCandidates(page), [wish.source.value]);
  const programmes = programmesToPlace(catalogue, q.tier, q.programmes);
  const programme = programmes.find((p) => p.id === wish.programme.value) ?? programmes[0];
  const list = candidates.value;
  const running = search.value.status === 'running';
  const found = search.value.result;
  const current = found !== null && search.value.key === searchKey(q);
  return (
    <section class="site-search" aria-label="Find the best sites">
      <Segments
        label="What there is to spend"
        choices={[
          { value: 'budget', label: 'A budget' },
          { value: 'sites', label: 'A number of sites' },
        ]}
        chosen={wish.means.value}
        onChoose={(value) => {
          wish.means.value = value;
        }}
      />
      {wish.means.value === 'budget' ? (
        <NumberField
          label="Budget a year"
          unit="£"
          value={wish.budget.value}
          min={0}
          step={10_000}
          onValue={(v) => {
            wish.budget.value = v;
          }}
        />
      ) : (
        <NumberField
          label="Sites at most"
          value={wish.sites.value}
          min={1}
          step={1}
          onValue={(v) => {
            wish.sites.value = Math.round(v);
          }}
        />
      )}
      <NumberField
        label="Cost of a team"
        unit="£ a year"
        value={wish.cost.value}
        min={1}
        step={5000}
        onValue={(v) => {
          wish.cost.value = v;
        }}
      />
      <NumberField
        label="Places a team"
        unit="a year"
        value={wish.places.value}
        min={1}
        step={5}
        onValue={(v) => {
          wish.places.value = v;
        }}
      />
      <div class="number-field">
        <label for={`${base}-programme`}>Programme</label>
        {programmes.length > 1 ? (
          <select
            id={`${base}-programme`}
            value={programme?.id}
            onChange={(event) => {
              wish.programme.value = event.currentTarget.value;
            }}
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
          value={wish.source.value}
          onChange={(event) => {
            wish.source.value = event.currentTarget.value as CandidateSource;
          }}
        >
          {SOURCES.map((s) => (
            <option key={s.value} value={s.value}>
              {s.value === wish.source.value && list ? `${s.label} (${whole(list.length)})` : s.label}
            </option>
          ))}
        </select>
      </div>
      {wish.source.value === 'own' ? (
        <OwnCandidates />
      ) : (
        <div class="number-field">
          <label for={`${base}-authority`}>Of</label>
          <select
            id={`${base}-authority`}
            value={wish.authority.value}
            onChange={(event) => {
              wish.authority.value = event.currentTarget.value;
            }}
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
      {candidatesFailed.value && <p class="field-fault">{candidatesFailed.value}</p>}
      <label class="check">
        <input
          type="checkbox"
          checked={wish.keepExisting.value}
          onChange={(event) => {
            wish.keepExisting.value = event.currentTarget.checked;
          }}
        />
        <span>
          Keep existing sites
          {!wish.keepExisting.value && (
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
      <Found />
      {found && (
        <p class="certified small">
          {certifiedWords(found.certifiedGap)}{' '}
          {!current && 'Found for another question: find again to renew it. '}
          <ProveIt page={page} />
        </p>
      )}
    </section>
  );
}
