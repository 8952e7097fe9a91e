// The card of the selected area: need, provision and gap with their intervals, comparators, months, and what to be wary of.
import type { ComponentChildren } from 'preact';
import type { Answer, MeasureColumns } from '../../domain/answer.ts';
import { digitsThatAddUp } from '../../encode/addingUp.ts';
import { testedBeside } from '../../encode/areaTable.ts';
import { noGapBecause } from '../../encode/noGap.ts';
import {
  decimals,
  NOT_KNOWN,
  odds,
  people,
  range,
  rate,
  rateRange,
  share,
  signed,
} from '../../encode/numbers.ts';
import { ownCoverage, regionFigure } from '../../encode/ownCoverage.ts';
import { missingMeasure, missingText } from '../../encode/withheld.ts';
import { monthShort, peopleAged, sureness } from '../../encode/words.ts';
import { MonthLine } from '../charts/MonthLine.tsx';
import { OwnMonths } from '../own/OwnMonths.tsx';
import { placeHref } from '../place/placeLink.ts';
import { ClusterLine } from './ClusterLine.tsx';

interface FigureProps {
  readonly figure: string;
  readonly tone?: 'short' | 'well';
  readonly children: ComponentChildren;
}

export function Figure({ figure, tone, children }: FigureProps) {
  return (
    <div class="figure-cell" data-tone={tone}>
      <dd>{figure}</dd>
      <dt>{children}</dt>
    </div>
  );
}

/** "per 1,000 residents" → "violence, recorded, per 1,000 residents a year" */
function measureText(column: MeasureColumns): string {
  const { kind, label, period } = column.measure;
  // Counts are of the question's period, which the sentence names.
  return `${label.toLowerCase()}, ${column.unit}${kind === 'count' ? '' : `, ${period}`}`;
}

function MeasureFigure({ answer, column, row }: { answer: Answer; column: MeasureColumns; row: number }) {
  const value = column.value[row];
  const interval = Number.isNaN(column.lower[row]) ? '' : rateRange(column.lower[row], column.upper[row]);
  const place = answer.authorities.findIndex((a) => a.code === answer.areas.authorityCode[row]);
  const near = place < 0 ? Number.NaN : column.byAuthority[place];
  const authority = answer.areas.authority[row];
  const nearCovers = ownCoverage(column, answer.areas, authority);
  return (
    <Figure figure={Number.isNaN(value) ? missingMeasure(column, row) : rate(value)}>
      {measureText(column)}
      {Number.isNaN(value) ? '' : interval && <span class="line">95% interval {interval}</span>}
      <span class="line">
        {regionFigure(column, answer.areas)}
        {!Number.isNaN(near) && `, ${authority} ${rate(near)}`}
        {!Number.isNaN(near) && nearCovers && ` (${nearCovers})`}
      </span>
    </Figure>
  );
}

function GapFigure({ answer, row }: { answer: Answer; row: number }) {
  const { areas, uncertainty } = answer;
  const gap = areas.gap[row];
  const none = noGapBecause(answer);
  if (Number.isNaN(gap) || none)
    return (
      <Figure figure={missingText(answer, row)}>
        {none
          ? `no gap can be told: ${none}`
          : `gap, because provision or need is ${missingText(answer, row)}`}
      </Figure>
    );
  const digits = areas.level === 'lsoa' ? 2 : 1;
  const sure = uncertainty ? sureness(gap, uncertainty.odds[row]) : null;
  return (
    <Figure figure={signed(gap, digits)} tone={gap > 0 ? 'short' : 'well'}>
      places a year {gap > 0 ? 'short' : 'beyond what need calls for'}
      <span class="line">
        {uncertainty
          ? `90% interval ${range(uncertainty.gapLower[row], uncertainty.gapUpper[row], digits)}, ${sure}`
          : 'interval being computed'}
      </span>
      {uncertainty && (
        <span class="line">
          rank {rankText(answer, row)}, short in {odds(uncertainty.odds[row])} of draws
        </span>
      )}
    </Figure>
  );
}

function rankText(answer: Answer, row: number): string {
  const u = answer.uncertainty;
  const rank = decimals(answer.areas.rank[row], 0);
  return u ? `${rank} (${decimals(u.rankLower[row], 0)} to ${decimals(u.rankUpper[row], 0)})` : rank;
}

function Months({ answer, row }: { answer: Answer; row: number }) {
  const { months, values } = answer.series;
  const n = months.length;
  if (n === 0) return null;
  const withheld = months.filter((m) => m.status === 'partial').length;
  const counted = answer.measures.find((m) => m.weight > 0 && m.measure.kind === 'count');
  if (!counted) return null;
  return (
    <figure class="months">
      <MonthLine
        months={months}
        values={values.subarray(row * n, (row + 1) * n)}
        what={counted.measure.label}
        height={48}
      />
      <figcaption>
        <span>{monthShort(months[0].month)}</span>
        <span>by month{withheld > 0 && `; ${withheld} months withheld: incomplete`}</span>
        <span>{monthShort(months[n - 1].month)}</span>
      </figcaption>
    </figure>
  );
}

function ownData(answer: Answer, row: number): string {
  if (!answer.question.smoothed) return '';
  const counted = answer.measures.find((m) => m.weight > 0 && !Number.isNaN(m.own[row]));
  if (!counted) return '';
  const own = counted.own[row];
  const covers = ownCoverage(counted, answer.areas);
  const whose = covers ? `that of the ${covers}` : 'the region’s';
  const rest = own < 0.995 ? `${share(own)}` : 'Nearly all';
  return `${rest} of the ${counted.measure.label.toLowerCase()} figure is the area’s own data${own < 0.995 ? `, the rest ${whose}` : ''}.`;
}

interface AreaCardProps {
  readonly answer: Answer;
  readonly row: number;
  /** One of several that are selected, so that its own profile is named apart from theirs. */
  readonly alone?: boolean;
}

export function AreaCard({ answer, row, alone }: AreaCardProps) {
  const { areas, measures, question } = answer;
  const counted = measures.filter((m) => m.weight > 0);
  // What was tested for clusters is what is asked about, so it stands first.
  const told = question.show === 'hotspots' ? [...testedBeside(answer), ...counted] : counted;
  const cautions = [...new Set(told.map((m) => m.measure.note ?? ''))].filter(Boolean);
  const places = areas.places[row];
  const target = areas.target[row];
  const digits = digitsThatAddUp(target, places, areas.gap[row], areas.level === 'lsoa' ? 2 : 1);
  return (
    <section class="card" aria-labelledby="card-title">
      <h2 id="card-title">
        {areas.name[row]} <span class="of">{areas.authority[row]}</span>{' '}
        <span class="chip" data-kind={areas.kind[row]}>
          {areas.kind[row]}
        </span>
      </h2>
      <ClusterLine answer={answer} row={row} />
      <dl class="figures">
        {told.map((column) => (
          <MeasureFigure key={column.measure.id} answer={answer} column={column} row={row} />
        ))}
        <Figure figure={Number.isNaN(places) ? NOT_KNOWN : decimals(places, digits)}>
          places a year reach {people(areas.eligible[row])} {peopleAged(question.ages)}
          {!noGapBecause(answer) && <span class="line">need calls for {decimals(target, digits)}</span>}
        </Figure>
        <GapFigure answer={answer} row={row} />
      </dl>
      <Months answer={answer} row={row} />
      <OwnMonths answer={answer} row={row} />
      <p class="card-profile">
        <a href={placeHref(question, [areas.code[row]])}>
          {alone ? `Open the profile of ${areas.name[row]} alone` : 'Open the profile'}
        </a>
      </p>
      <p class="card-notes">{[areas.note[row], ownData(answer, row)].filter(Boolean).join(' ')}</p>
      {cautions.length > 0 && (
        <details class="card-notes">
          <summary>What to be wary of</summary>
          {cautions.join(' ')}
        </details>
      )}
    </section>
  );
}
