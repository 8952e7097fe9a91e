// How the search goes, and how far from the best what it found is; said to be older where the plan or question has moved on.
import { share } from '../../encode/numbers.ts';
import {
  CERTIFIED_MEANING,
  certifiedThenWords,
  certifiedWords,
  fewerChosenWords,
  foundBeforeWords,
} from '../../encode/planWords.ts';
import type { Page } from '../shell/page.ts';
import { ProveIt } from './ProveIt.tsx';
import { search, searchStanding } from './siteSearch.ts';

export function SearchFound({ page }: { page: Page }) {
  const found = search.value;
  const { result, status } = found;
  const standing = searchStanding(found, page.session.question.value);
  const { wish } = found;
  const costs = typeof wish?.cost === 'number' ? [wish.cost] : (wish?.cost ?? []);
  const fewer =
    result && wish
      ? fewerChosenWords({
          chosen: result.chosen.length,
          candidates: wish.candidates.length,
          sites: wish.sites,
          budget: wish.budget,
          cheapest: costs.length > 0 ? Math.min(...costs) : null,
        })
      : '';
  return (
    <>
      <div class="found" aria-live="polite">
        {status === 'running' && (
          <p>
            {result ? 'Sites found. Counting how often each is chosen: ' : 'Looking for the best sites '}
            <progress value={found.share} max={1} aria-label="Runs done" /> {share(found.share)}
          </p>
        )}
        {status === 'failed' && <p class="field-fault">{found.message}</p>}
        {status === 'cancelled' && (
          <p class="quiet">Stopped before it was counted how often each site is chosen.</p>
        )}
        {result && standing !== 'current' && <p class="found-before small">{foundBeforeWords(standing)}</p>}
      </div>
      {result && standing === 'current' && (
        <div class="certified small">
          {fewer !== '' && <p class="found-before">{fewer}</p>}
          {result.chosen.length > 0 && (
            <>
              <p>
                {certifiedWords(result.certifiedGap)} <ProveIt page={page} />
              </p>
              <details>
                <summary>What certified and proved mean</summary>
                <p class="quiet">{CERTIFIED_MEANING}</p>
              </details>
            </>
          )}
        </div>
      )}
      {result && (standing === 'plan' || standing === 'means') && (
        <p class="certified quiet small">{certifiedThenWords(result.certifiedGap)}</p>
      )}
    </>
  );
}
