// The figures a profile opens with: rate, gap, places and people, each with unit, interval and named comparators.
import type { Answer } from '../../domain/answer.ts';
import type { Compared, PlaceProfile } from '../../domain/placeProfile.ts';
import type { Interval } from '../../domain/reading.ts';
import { digitsThatAddUp } from '../../encode/addingUp.ts';
import { noGapBecause } from '../../encode/noGap.ts';
import {
  decimals,
  NOT_KNOWN,
  odds,
  people,
  range,
  rate,
  rateRange,
  signed,
  whole,
} from '../../encode/numbers.ts';
import { noPlacesText, placesText } from '../../encode/placeSentences.ts';
import { missingText } from '../../encode/withheld.ts';
import { capital, levelNoun, peopleAged, periodPhrase, sureness } from '../../encode/words.ts';
import { Figure } from '../map/AreaCard.tsx';

interface Props {
  readonly profile: PlaceProfile;
  readonly answer: Answer;
  /** Row of the answer's table for a single area, else -1. */
  readonly row: number;
}

/** "Walsall 44.5, region 50.1"; an authority the place lies across several of is not named. */
export function comparedText(
  { authority, region }: Compared,
  profile: PlaceProfile,
  text: (value: number) => string,
): string {
  const own = profile.authority ? `${profile.authority.name} ${text(authority)}, ` : '';
  return `${own}region ${text(region)}`;
}

/** Rates of a single area are those of map, list and card; those of a wider place are as counted. */
function RateFigures({ profile, answer, row }: Props) {
  const counted = answer.measures.filter((m) => m.weight > 0).slice(0, 2);
  if (row >= 0) {
    return counted.map((column) => {
      const place = answer.authorities.findIndex((a) => a.code === answer.areas.authorityCode[row]);
      const known = !Number.isNaN(column.lower[row]);
      const smoothed = answer.question.smoothed && column.measure.kind === 'count';
      const compared = {
        here: column.value[row],
        authority: place < 0 ? Number.NaN : column.byAuthority[place],
        region: column.region,
      };
      return (
        <Figure key={column.measure.id} figure={rate(column.value[row])}>
          {column.measure.label.toLowerCase()}, {column.unit}
          {smoothed && ', smoothed'}
          {known && <span class="line">95% interval {rateRange(column.lower[row], column.upper[row])}</span>}
          <span class="line">{comparedText(compared, profile, rate)}</span>
        </Figure>
      );
    });
  }
  const row0 = profile.violence.find((v) => v.id === 'need') ?? profile.violence.find((v) => v.inNeed);
  if (!row0) {
    return <Figure figure={decimals(profile.gap.need, 2)}>need, where the region’s mean is 1</Figure>;
  }
  return (
    <Figure figure={rate(row0.rate.here)}>
      {row0.label.toLowerCase()}, {profile.rateUnit}
      <span class="line">95% interval {rateRange(row0.lower, row0.upper)}</span>
      <span class="line">{comparedText(row0.rate, profile, rate)}</span>
    </Figure>
  );
}

function gapInterval({ profile, answer, row }: Props): { interval: Interval | null; odds: number } {
  const u = answer.uncertainty;
  if (!u) return { interval: null, odds: Number.NaN };
  if (row >= 0) return { interval: { lower: u.gapLower[row], upper: u.gapUpper[row] }, odds: u.odds[row] };
  const authority = answer.authorities.findIndex((a) => a.name === profile.title);
  const interval = profile.kind === 'authority' && authority >= 0 ? u.authorityGap[authority] : null;
  return { interval, odds: Number.NaN };
}

function GapFigure(props: Props) {
  const { profile, answer, row } = props;
  const { gap } = profile.gap;
  const none = noGapBecause(answer);
  if (none)
    return (
      <Figure figure={row >= 0 ? missingText(answer, row) : 'no gap'}>
        {row >= 0 ? 'no gap can be told' : 'can be told'}: {none}
      </Figure>
    );
  if (Number.isNaN(gap))
    return <Figure figure={NOT_KNOWN}>gap, because provision or need is not known here</Figure>;
  const digits = profile.level === 'lsoa' && profile.codes.length === 1 ? 2 : 1;
  const { interval, odds: p } = gapInterval(props);
  // A gap that is told as nothing points nowhere.
  const told = signed(gap, digits);
  const isNothing = !/[1-9]/.test(told);
  const open = interval && interval.lower < 0 && interval.upper > 0 ? 'direction uncertain' : null;
  const sure = sureness(gap, p) ?? open;
  const says = !answer.uncertainty
    ? 'interval being computed'
    : interval && !Number.isNaN(interval.lower)
      ? `90% interval ${range(interval.lower, interval.upper, digits)}${sure ? `, ${sure}` : ''}`
      : `no interval of its own: see its ${levelNoun(profile.level)} below`;
  return (
    <Figure figure={told} tone={isNothing ? undefined : gap > 0 ? 'short' : 'well'}>
      {isNothing
        ? 'gap: as many places a year as need calls for'
        : gap > 0
          ? 'gap: places a year short'
          : 'gap: places a year beyond what need calls for'}
      <span class="line">{says}</span>
      {!Number.isNaN(p) && <span class="line">short in {odds(p)} of draws</span>}
    </Figure>
  );
}

function RankFigure({ profile, answer, row }: Props) {
  const { rank, ranked } = profile.gap;
  if (row < 0 || Number.isNaN(rank) || noGapBecause(answer)) return null;
  const u = answer.uncertainty;
  return (
    <Figure figure={whole(rank)}>
      rank by gap of {whole(ranked)} {levelNoun(profile.level)}; 1 is furthest short
      {u && (
        <span class="line">
          90% interval {range(u.rankLower[row], u.rankUpper[row], 0)}; among the ten in{' '}
          {odds(u.worstTen[row])} of draws
        </span>
      )}
    </Figure>
  );
}

export function KeyFigures(props: Props) {
  const { profile, answer } = props;
  const { gap, question } = profile;
  const usual = profile.level === 'lsoa' && profile.codes.length === 1 ? 2 : 1;
  const digits = digitsThatAddUp(gap.target, gap.places, gap.gap, usual);
  const counted = (v: number) => (v > 0 && v < 0.05 ? placesText(v) : decimals(v, digits));
  const calls = noGapBecause(answer) ? '' : `; need calls for ${counted(gap.target)}`;
  const aged = peopleAged(question.ages);
  return (
    <section class="place-key" aria-label="Key figures">
      <dl class="figures">
        <RateFigures {...props} />
        <GapFigure {...props} />
        <Figure figure={counted(gap.places)}>
          {gap.places === 0
            ? `places a year reach ${people(gap.eligible)} ${aged}: ${noPlacesText(gap)}`
            : `places a year reach ${people(gap.eligible)} ${aged}${calls}`}
          <span class="line">
            {Number.isNaN(gap.access.here)
              ? `places per 1,000 of them ${NOT_KNOWN}`
              : `${decimals(gap.access.here, 1)} per 1,000 of them; ${comparedText(gap.access, profile, (v) => decimals(v, 1))}`}
          </span>
        </Figure>
        <RankFigure {...props} />
        <Figure figure={people(profile.residents)}>
          residents (Census 2021) on {decimals(profile.km2, 1)} km²
          <span class="line">{people(profile.residents / profile.km2)} per km²</span>
        </Figure>
      </dl>
      <p class="place-period">
        {capital(periodPhrase(question.period))}, {profile.wholeMonths} whole{' '}
        {profile.wholeMonths === 1 ? 'month' : 'months'}.
      </p>
    </section>
  );
}
