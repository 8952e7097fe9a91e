// The change between the two whole years of an area, or of the region, as a line of its card.
import type { Answer } from '../../domain/answer.ts';
import { changeAt, changeText, changeYears } from '../../encode/changeWords.ts';
import { capital } from '../../encode/words.ts';
import type { Page } from '../shell/page.ts';
import { useYearChange } from './useYearChange.ts';

/** @param code of an area, an authority, or null for the region. */
export function ChangeLine({ page, answer, code }: { page: Page; answer: Answer; code: string | null }) {
  const change = useYearChange(page, answer);
  if (!change) return null;
  if (!change.calculated) return <p class="card-change">{change.reason}</p>;
  const row = code === null ? -1 : change.code.indexOf(code);
  const authority = answer.authorities.findIndex((a) => a.code === code);
  const counts =
    row >= 0 ? changeAt(change, row) : authority >= 0 ? change.byAuthority[authority] : change.region;
  if (!counts) return null;
  return (
    <p class="card-change">
      <b>
        {capital(change.of)} {changeText(counts)}
      </b>
      <span class="line">{changeYears(change)}, both whole; interval widened by how much years vary</span>
    </p>
  );
}
