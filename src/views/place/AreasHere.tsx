// The areas of an authority or a group, ranked by gap, each with its interval and how sure it is.
import type { Answer } from '../../domain/answer.ts';
import type { PlaceProfile } from '../../domain/placeProfile.ts';
import { gapColumn, noGapBecause } from '../../encode/noGap.ts';
import { NOT_KNOWN, odds, signed, whole } from '../../encode/numbers.ts';
import { missingText } from '../../encode/withheld.ts';
import { levelNoun } from '../../encode/words.ts';
import { IntervalBar } from '../charts/IntervalBar.tsx';
import { placeHref } from './placeLink.ts';

/** As many as are read; the table on the Map has every one. */
const LONGEST = 72;

/** Rows of the answer's table, the furthest short first; those not known come last. */
export function rankedRows(answer: Answer, codes: readonly string[]): number[] {
  const inside = new Set(codes);
  const { code } = answer.areas;
  const gap = gapColumn(answer, answer.areas.gap);
  const key = (i: number) => (Number.isNaN(gap[i]) ? Number.NEGATIVE_INFINITY : gap[i]);
  return [...code.keys()].filter((i) => inside.has(code[i])).sort((a, b) => key(b) - key(a) || a - b);
}

/** Where no gap can be told: the areas by name, each with the reason, and neither rank nor figure nor odds. */
function AreasWithout({ profile, answer, rows }: { profile: PlaceProfile; answer: Answer; rows: number[] }) {
  const shown = rows.slice(0, LONGEST);
  return (
    <section class="place-areas" aria-labelledby="place-areas">
      <h2 id="place-areas">
        {whole(rows.length)} {levelNoun(profile.level, rows.length)}{' '}
        {shown.length < rows.length && (
          <span class="of shown-of">
            {whole(shown.length)} of {whole(rows.length)} shown;{' '}
          </span>
        )}
        <span class="of">no gap can be told: {noGapBecause(answer)}</span>
      </h2>
      <ol data-many={shown.length > 24} data-untold>
        {shown.map((i) => (
          <li key={answer.areas.code[i]} data-short="false">
            <span class="rank">–</span>
            <a href={placeHref(profile.question, [answer.areas.code[i]])}>{answer.areas.name[i]}</a>
            <span class="untold">{missingText(answer, i)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function AreasHere({ profile, answer }: { profile: PlaceProfile; answer: Answer }) {
  const rows = rankedRows(answer, profile.codes);
  if (rows.length < 2) return null;
  if (noGapBecause(answer)) return <AreasWithout profile={profile} answer={answer} rows={rows} />;
  const { areas, uncertainty: u } = answer;
  const shown = rows.slice(0, LONGEST);
  const ends = shown.flatMap((i) => [areas.gap[i], u ? u.gapLower[i] : 0, u ? u.gapUpper[i] : 0, 0]);
  const known = ends.filter((v) => !Number.isNaN(v));
  const domain: [number, number] = [Math.min(...known), Math.max(...known)];
  const digits = profile.level === 'lsoa' ? 2 : 1;
  const short = rows.filter((i) => areas.gap[i] > 0).length;
  const nouns = levelNoun(profile.level, rows.length);
  const left = rows.length - shown.length;
  return (
    <section class="place-areas" aria-labelledby="place-areas">
      <h2 id="place-areas">
        {whole(rows.length)} {nouns} by gap{' '}
        {left > 0 && (
          <span class="of shown-of">
            {whole(shown.length)} of {whole(rows.length)} shown;{' '}
          </span>
        )}
        <span class="of">
          {Number.isNaN(profile.gap.gap)
            ? `gap ${NOT_KNOWN}`
            : `places a year; ${whole(short)} with more need than provision reaches`}
          {u ? '; line: 90% interval; %: short in this share of draws' : ''}
        </span>
      </h2>
      <ol data-many={shown.length > 24}>
        {shown.map((i) => (
          <li key={areas.code[i]} data-short={areas.gap[i] > 0}>
            <span class="rank">{Number.isNaN(areas.rank[i]) ? '–' : whole(areas.rank[i])}</span>
            <a href={placeHref(profile.question, [areas.code[i]])}>{areas.name[i]}</a>
            <IntervalBar
              value={areas.gap[i]}
              lower={u ? u.gapLower[i] : Number.NaN}
              upper={u ? u.gapUpper[i] : Number.NaN}
              domain={domain}
              reference={0}
              width={72}
            />
            <b>{signed(areas.gap[i], digits)}</b>
            <span class="odds">{u ? odds(u.odds[i]) : '…'}</span>
          </li>
        ))}
      </ol>
      <p class="place-note">
        Numbers before names: rank among all {whole(profile.gap.ranked)} {levelNoun(profile.level)} of the
        region.{left > 0 && ` ${whole(left)} more stand in the table on the Map.`}
      </p>
    </section>
  );
}
