// The areas furthest short, before and after: a line from the gap today to the gap with the plan, and both figures.
import type { Answer } from '../../domain/answer.ts';
import { inWords, signed } from '../../encode/numbers.ts';
import { colourOf, type Painting } from '../../encode/painting.ts';
import { furthestShortRows } from '../../encode/planWords.ts';
import { capital, levelNoun } from '../../encode/words.ts';
import type { Page } from '../shell/page.ts';
import type { PlanPaintings } from './BeforeAfter.tsx';

const ROWS = 9;
/** Percent of the track kept free on either side, for the dots. */
const MARGIN = 4;

interface ShortListProps {
  readonly page: Page;
  readonly answer: Answer;
  readonly paintings: PlanPaintings;
}

export function ShortList({ page, answer, paintings }: ShortListProps) {
  const rows = furthestShortRows(answer, ROWS);
  const { hovered } = page.session;
  const noun = capital(levelNoun(answer.areas.level));
  if (rows.length === 0) return <p class="quiet">No area is short of what need calls for.</p>;
  const planned = answer.before !== null;
  const values = rows.flatMap((r) => [r.before, r.after]);
  const low = Math.min(0, ...values);
  const high = Math.max(...values);
  const at = (v: number) => `${MARGIN + ((100 - 2 * MARGIN) * (v - low)) / (high - low)}%`;
  const digits = answer.areas.level === 'lsoa' ? 2 : 1;
  const fill = (painting: Painting, row: number) => `var(${colourOf(painting, row) ?? '--paper'})`;
  return (
    <section class="short-list" aria-label={`${noun} furthest short, before and after`}>
      <h2>
        {noun} furthest short{planned ? ', before and after' : ''}{' '}
        <span class="quiet">places a year, above 0 short</span>
      </h2>
      <table class="dumbbells">
        <thead class="hidden">
          <tr>
            <th scope="col">Area</th>
            <th scope="col">Drawn</th>
            <th scope="col">Gap now{planned ? ' and with the plan' : ''}, places a year</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr
              key={r.code}
              data-hovered={hovered.value === r.code}
              onPointerEnter={() => {
                hovered.value = r.code;
              }}
              onPointerLeave={() => {
                hovered.value = null;
              }}
            >
              <th scope="row">
                {r.name} <span class="quiet">{r.authority}</span>
              </th>
              <td class="track">
                <svg width="100%" height="22" aria-hidden="true">
                  <line class="zero" x1={at(0)} x2={at(0)} y1="0" y2="22" />
                  <line class="bar" x1={at(r.before)} x2={at(r.after)} y1="11" y2="11" />
                  <circle
                    class="dot before"
                    cx={at(r.before)}
                    cy="11"
                    r="5"
                    fill={planned ? undefined : fill(paintings.now, r.row)}
                  />
                  {planned && (
                    <svg class="after" aria-hidden="true" x={at(r.after)} y="11" width="1" height="1">
                      <path class="dot" d="M0-6.5 6.5 0 0 6.5-6.5 0Z" fill={fill(paintings.planned, r.row)} />
                    </svg>
                  )}
                </svg>
              </td>
              <td class="number">
                {signed(r.before, digits)}
                {planned && ` → ${signed(r.after, digits)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {planned && (
        <p class="quiet small">
          The {levelNoun(answer.areas.level)} furthest short now and those furthest short with the plan, at
          most {inWords(ROWS)} of each. Circle: now. Diamond: with the plan, in the colour of the map. Dotted
          line: no gap.
        </p>
      )}
    </section>
  );
}
