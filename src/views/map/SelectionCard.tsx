// The card of what was selected last: an area, an authority, or the region; of several, which they are and their profile as one.
import type { Answer } from '../../domain/answer.ts';
import { inWords, whole } from '../../encode/numbers.ts';
import { levelNoun, listed } from '../../encode/words.ts';
import { placeHref } from '../place/placeLink.ts';
import type { Page } from '../shell/page.ts';
import { AreaCard } from './AreaCard.tsx';
import { ChangeLine } from './ChangeLine.tsx';
import { RegionCard } from './RegionCard.tsx';

/** Names beyond these are counted, so that the card keeps its room. */
const NAMED = 6;

/** What the selected are together, with the link to their one profile. */
export function GroupLine({ answer, codes }: { answer: Answer; codes: readonly string[] }) {
  const { areas, authorities, question } = answer;
  const names = codes.map((code) => {
    const row = areas.code.indexOf(code);
    return row >= 0 ? areas.name[row] : (authorities.find((a) => a.code === code)?.name ?? code);
  });
  const rest = names.length - NAMED;
  const told = rest > 1 ? [...names.slice(0, NAMED), `${inWords(rest)} more`] : names;
  const alike = codes.every((code) => areas.code.includes(code));
  return (
    <section class="card" aria-labelledby="group-title">
      <h2 id="group-title">
        {whole(codes.length)} {alike ? levelNoun(areas.level, codes.length) : 'places'} chosen
      </h2>
      <p>{listed(told)}.</p>
      <p class="card-profile">
        <a href={placeHref(question, codes)}>Open the profile of the {inWords(codes.length)} as one place</a>
      </p>
    </section>
  );
}

export function SelectionCard({ page, answer }: { page: Page; answer: Answer }) {
  const { selected } = page.session.question.value;
  const code = selected[selected.length - 1];
  const row = code === undefined ? -1 : answer.areas.code.indexOf(code);
  return (
    <>
      {selected.length > 1 && <GroupLine answer={answer} codes={selected} />}
      {row >= 0 ? (
        <AreaCard answer={answer} row={row} alone={selected.length > 1} />
      ) : (
        <RegionCard
          answer={answer}
          authority={answer.authorities.find((a) => a.code === code) ?? null}
          alone={selected.length > 1}
        />
      )}
      <ChangeLine page={page} answer={answer} code={code ?? null} />
    </>
  );
}
