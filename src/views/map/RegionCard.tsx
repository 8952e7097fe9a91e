// What stands where no area is selected, or an authority is: the same figures for the region or the authority.
import type { Answer, AuthorityRow } from '../../domain/answer.ts';
import type { Column } from '../../domain/reading.ts';
import { testedBeside } from '../../encode/areaTable.ts';
import { noGapBecause } from '../../encode/noGap.ts';
import { decimals, inWords, NOT_KNOWN, people, rate, signed, whole } from '../../encode/numbers.ts';
import { ownCoverage, regionFigure } from '../../encode/ownCoverage.ts';
import { capital, levelNoun, peopleAged, unitName } from '../../encode/words.ts';
import { OwnMonths } from '../own/OwnMonths.tsx';
import { placeHref } from '../place/placeLink.ts';
import { Figure } from './AreaCard.tsx';

interface RegionCardProps {
  readonly answer: Answer;
  readonly authority: AuthorityRow | null;
  /** One of several that are selected, so that its own profile is named apart from theirs. */
  readonly alone?: boolean;
}

/** Why sums over LSOAs are not those over wards; '' for wards. */
function finerWords({ areas }: Answer): string {
  if (areas.level !== 'lsoa') return '';
  const unknown = areas.gap.filter(Number.isNaN).length;
  const out =
    unknown === 0
      ? ''
      : unknown === 1
        ? ' One that is not known is in none of these sums.'
        : ` ${capital(inWords(unknown))} that are not known are in none of these sums.`;
  return `${out} More is missing than by wards: what evens out within a ward does not between its LSOAs.`;
}

export function RegionCard({ answer, authority, alone }: RegionCardProps) {
  const { headline, measures, question } = answer;
  const place = authority ? answer.authorities.indexOf(authority) : -1;
  const counted = measures.filter((m) => m.weight > 0);
  const told = question.show === 'hotspots' ? [...testedBeside(answer), ...counted] : counted;
  // Need, and with it the gap, is known only where the reader's own counts are.
  const covers = counted.map((m) => ownCoverage(m, answer.areas, authority?.name ?? null)).find(Boolean);
  const here = authority ? answer.areas.authorityCode.map((code) => code === authority.code) : null;
  const sum = (column: Column) => {
    const told = column.filter((v, i) => (here?.[i] ?? true) && !Number.isNaN(v));
    return told.length === 0 ? Number.NaN : told.reduce((a, b) => a + b, 0);
  };
  // Beside a need that is known, places and people are of the areas where both are; provision itself needs no month.
  const together = authority ? authority.places : headline.totalPlaces;
  const needed = !Number.isNaN(together) && headline.region.eligible > 0;
  // A tier that is not known here sums to nothing counted, which is not none.
  const known = sum(answer.areas.places);
  const places = needed && !Number.isNaN(known) ? together : known;
  const eligible = authority
    ? authority.eligible
    : needed
      ? headline.region.eligible
      : sum(answer.areas.eligible);
  const none = noGapBecause(answer);
  const gap = none ? Number.NaN : authority ? authority.gap : headline.unmetPlaces;
  return (
    <section class="card" aria-labelledby="card-title">
      <h2 id="card-title">
        {authority ? authority.name : unitName(answer.release.unit)}{' '}
        <span class="of">
          {authority ? 'whole authority' : 'seven authorities'}
          {covers && `; figures of the ${covers}`}
        </span>
      </h2>
      <dl class="figures">
        {told.map((m) => (
          <Figure key={m.measure.id} figure={rate(authority ? m.byAuthority[place] : m.region)}>
            {m.measure.label.toLowerCase()}, {m.unit}
            {m.measure.kind === 'own' && `, ${m.measure.period}`}
            {authority && <span class="line">{regionFigure(m, answer.areas)}</span>}
          </Figure>
        ))}
        <Figure figure={Number.isNaN(places) ? NOT_KNOWN : decimals(places, places < 100 ? 1 : 0)}>
          places a year reach {people(eligible)} {peopleAged(question.ages)}
        </Figure>
        <Figure
          figure={none ? 'no gap' : Number.isNaN(gap) ? NOT_KNOWN : authority ? signed(gap) : whole(gap)}
          tone={authority && !Number.isNaN(gap) ? (gap > 0 ? 'short' : 'well') : undefined}
        >
          {none
            ? `can be told: ${none}`
            : Number.isNaN(gap)
              ? 'places a year missing, because need or provision is not known'
              : authority
                ? `places a year ${gap > 0 ? 'short' : 'beyond what need calls for'}`
                : 'places a year missing where need outstrips them'}
        </Figure>
      </dl>
      <OwnMonths answer={answer} authority={place} />
      {authority && (
        <p class="card-profile">
          <a href={placeHref(question, [authority.code])}>
            {alone ? `Open the profile of ${authority.name} alone` : 'Open the profile'}
          </a>
        </p>
      )}
      <p class="card-notes">
        {authority
          ? ''
          : `Choose ${answer.areas.level === 'lsoa' ? 'an' : 'a'} ${levelNoun(answer.areas.level, 1)} on the map or in the list to see its own figures.${Number.isNaN(gap) ? '' : finerWords(answer)}`}
      </p>
    </section>
  );
}
