// Where the period holds no whole month: which months there are, and the opening period at one press.
import { monthsHeld } from '../../domain/monthWindows.ts';
import { OPENING_QUESTION } from '../../domain/question.ts';
import { wholeMonthsPhrase } from '../../encode/monthWords.ts';
import { periodPhrase } from '../../encode/words.ts';
import type { Page } from '../shell/page.ts';

/** True where the question's period has no whole month in this release: asking the same again would fail again. */
export function holdsNoMonth({ session }: Page): boolean {
  const months = session.catalogue.value?.months ?? [];
  return months.length > 0 && monthsHeld(months, session.question.value.period).whole === 0;
}

export function NoMonths({ page }: { page: Page }) {
  const { catalogue, ask } = page.session;
  const months = catalogue.value?.months ?? [];
  const opening = OPENING_QUESTION.period;
  return (
    <>
      <p>{wholeMonthsPhrase(months)}</p>
      {monthsHeld(months, opening).whole > 0 && (
        <button type="button" class="button primary" onClick={() => ask({ period: opening })}>
          Use the opening period, {periodPhrase(opening)}
        </button>
      )}
    </>
  );
}
