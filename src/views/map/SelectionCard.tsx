// The card of what was selected last: an area, an authority, or the region.
import type { Answer } from '../../domain/answer.ts';
import type { Page } from '../shell/page.ts';
import { AreaCard } from './AreaCard.tsx';
import { ChangeLine } from './ChangeLine.tsx';
import { RegionCard } from './RegionCard.tsx';

export function SelectionCard({ page, answer }: { page: Page; answer: Answer }) {
  const { selected } = page.session.question.value;
  const code = selected[selected.length - 1];
  const row = code === undefined ? -1 : answer.areas.code.indexOf(code);
  return (
    <>
      {row >= 0 ? (
        <AreaCard answer={answer} row={row} />
      ) : (
        <RegionCard answer={answer} authority={answer.authorities.find((a) => a.code === code) ?? null} />
      )}
      <ChangeLine page={page} answer={answer} code={code ?? null} />
    </>
  );
}
