// One row of the ranked list: rank, name, interval, figure and odds, with all of it in words for a screen reader.
import type { Answer } from '../../domain/answer.ts';
import { nameParts } from '../../encode/areaName.ts';
import { pText, roleFigure } from '../../encode/clusterRoles.ts';
import { NOT_KNOWN, odds, rateRange } from '../../encode/numbers.ts';
import type { Ranking } from '../../encode/ranking.ts';
import { missingText } from '../../encode/withheld.ts';
import { sureness } from '../../encode/words.ts';
import { IntervalBar } from '../charts/IntervalBar.tsx';

interface AreaRowProps {
  readonly id: string;
  readonly answer: Answer;
  readonly rank: Ranking;
  readonly row: number;
  /** Where it stands in the list, from 0. */
  readonly place: number;
  readonly top: number;
  readonly active: boolean;
  readonly selected: boolean;
  /** Custom property of the area's class on the map; null where it is hatched. */
  readonly colour: string | null;
  readonly onSelect: (code: string, add: boolean) => void;
  readonly onHover: (code: string) => void;
}

/** Provision is never withheld; need, gap and clusters are where a count behind them is. */
function missing(answer: Answer, row: number): string {
  return answer.question.show === 'provision' ? NOT_KNOWN : missingText(answer, row);
}

/** "St Michael’s, Coventry: +20.9 places a year short, 90% interval 18.1 to 23.9, odds 99%, robust" */
function rowText(answer: Answer, rank: Ranking, row: number): string {
  const { name, authority } = answer.areas;
  const value = rank.value[row];
  const who = `${name[row]}, ${authority[row]}`;
  if (rank.tests) return `${who}: ${roleFigure(answer, row)}`;
  if (Number.isNaN(value)) return `${who}: ${missing(answer, row)}`;
  const lower = rank.lower?.[row] ?? Number.NaN;
  const upper = rank.upper?.[row] ?? Number.NaN;
  const interval = Number.isNaN(lower) ? '' : `, ${rank.interval} ${rateRange(lower, upper)}`;
  const p = rank.odds?.[row] ?? Number.NaN;
  const sure = sureness(value, p);
  const chance = sure ? `, odds of being short ${odds(p)}, ${sure}` : '';
  return `${who}: ${rank.text(value)} ${rank.unit}${interval}${chance}`;
}

export function AreaRow(props: AreaRowProps) {
  const { answer, rank, row, place } = props;
  const { areas } = answer;
  const code = areas.code[row];
  const value = rank.value[row];
  const told = rowText(answer, rank, row);
  const position = rank.rank[row];
  const { place: named, number } = nameParts(areas.name[row]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox holds the focus and answers the keyboard for its options
    <div
      id={props.id}
      class="area-row"
      role="option"
      tabIndex={-1}
      aria-selected={props.selected}
      aria-setsize={rank.order.length}
      aria-posinset={place + 1}
      aria-label={told}
      title={told}
      data-code={code}
      data-active={props.active}
      style={{ top: `${props.top}px` }}
      onClick={(event) => props.onSelect(code, event.ctrlKey || event.metaKey || event.shiftKey)}
      onPointerMove={() => props.onHover(code)}
    >
      <span class="row-rank">{Number.isNaN(position) ? '–' : position}</span>
      <span class="row-name">
        <b>
          <span class="row-place">{named}</span> {number}
        </b>
        <small>
          {areas.authority[row]}
          {rank.tests && rank.tests.role[row] !== 'none' && ` · ${rank.tests.role[row]}`}
        </small>
      </span>
      <span class="row-bar">
        {rank.tests && <span class="row-p">{Number.isNaN(value) ? '' : pText(rank.tests.p[row])}</span>}
        {!rank.tests && !Number.isNaN(value) && (
          <IntervalBar
            value={value}
            lower={rank.lower?.[row] ?? Number.NaN}
            upper={rank.upper?.[row] ?? Number.NaN}
            domain={rank.domain}
            reference={rank.reference}
            colour={props.colour}
            width={92}
          />
        )}
      </span>
      <span class="row-figure" data-known={!Number.isNaN(value)}>
        {Number.isNaN(value) ? missing(answer, row) : rank.text(value)}
      </span>
      {rank.tests && (
        <span class="row-odds">{Number.isNaN(value) ? '' : pText(rank.tests.pAdjusted[row])}</span>
      )}
      {rank.odds ? (
        <span class="row-odds">{Number.isNaN(value) ? '' : odds(rank.odds[row])}</span>
      ) : (
        answer.question.show === 'gap' && <span class="row-odds">{Number.isNaN(value) ? '' : '…'}</span>
      )}
    </div>
  );
}
