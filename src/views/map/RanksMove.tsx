// Under the controls: which ranks move if another choice is made, and beside the headline: that it is fragile.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { fragileText, ranksMoveText } from '../../encode/ranksMove.ts';
import { Later } from '../shell/Later.tsx';
import type { Page } from '../shell/page.ts';
import type { RanksListProps } from './RanksList.tsx';
import { ranksNow } from './ranks.ts';
import '../../styles/ranks.css';

const loadList = (): Promise<ComponentType<RanksListProps>> =>
  import('./RanksList.tsx').then((m) => m.RanksList);

/** One list, opened from two places. */
const listed = signal(false);
const show = () => {
  listed.value = true;
};

export function RanksMove({ page }: { page: Page }) {
  const found = ranksNow(page);
  // Other choices were tried on ranks and their headline, not on clusters.
  if (page.session.question.value.show === 'hotspots') return null;
  return (
    <div class="ranks-move">
      {found ? (
        <p>
          {ranksMoveText(found, page.session.question.value.level)}{' '}
          {found.fragile && `The headline is fragile: ${fragileText(found)}. `}
          <button type="button" class="plain-button" onClick={show}>
            See which
          </button>
        </p>
      ) : (
        <p class="hint">Which ranks move under other choices follows with the intervals.</p>
      )}
    </div>
  );
}

/** Stands beside a headline that another defensible choice would change. */
export function FragileMark({ page }: { page: Page }) {
  const found = ranksNow(page);
  // Clusters have a headline of their own, which these other choices were not tried on.
  if (page.session.question.value.show === 'hotspots') return null;
  if (!found?.fragile) {
    // Its room is kept, so that the page does not move when it comes.
    return (
      <span class="fragile not-yet" aria-hidden="true">
        Fragile
      </span>
    );
  }
  const says = `Fragile: ${fragileText(found)}. See which`;
  // One word, so that the headline does not grow by a line when it comes.
  return (
    <button type="button" class="fragile" title={says} aria-label={says} onClick={show}>
      Fragile
    </button>
  );
}

/** The list itself; stands beside the headline, which is there in every layout. */
export function RanksDialog({ page }: { page: Page }) {
  const found = ranksNow(page);
  if (!listed.value || !found) return null;
  return (
    <Later
      load={loadList}
      what="The list of ranks"
      props={{
        found,
        level: page.session.question.value.level,
        onClose: () => {
          listed.value = false;
        },
      }}
    />
  );
}
