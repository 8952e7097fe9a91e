// The reader's own counts month by month in a card: of an area, an authority or all areas of the file; no month is filled in or summed.
import type { Answer, MeasureColumns } from '../../domain/answer.ts';
import type { MonthRecord } from '../../domain/month.ts';
import { whole } from '../../encode/numbers.ts';
import { capital, monthShort } from '../../encode/words.ts';
import { controlChart } from '../../engine/controlChart.ts';
import { MonthLine } from '../charts/MonthLine.tsx';

interface Of {
  readonly answer: Answer;
  /** Row of an area. */
  readonly row?: number;
  /** Position of an authority; below 0 all areas of the file. */
  readonly authority?: number;
}

function seriesOf({ answer, row, authority = -1 }: Of, column: MeasureColumns): Float64Array | null {
  const { byMonth } = column;
  if (!byMonth) return null;
  const n = byMonth.months.length;
  if (row !== undefined) return byMonth.byArea[answer.areas.level]?.subarray(row * n, (row + 1) * n) ?? null;
  return authority < 0 ? byMonth.region : byMonth.byAuthority.subarray(authority * n, (authority + 1) * n);
}

function limitsText(values: Float64Array): string {
  const limits = controlChart(values);
  return limits.calculated
    ? `control limits ${whole(limits.lower)} to ${whole(limits.upper)} a month`
    : 'no control limits: they need at least 12 known months, two of them in a row';
}

function OneSeries({ of, column }: { of: Of; column: MeasureColumns }) {
  const { byMonth, measure } = column;
  if (!byMonth) return null;
  const values = seriesOf(of, column);
  if (values === null)
    return (
      <p class="card-notes">
        {capital(measure.phrase)} by month is drawn for authorities and for all areas of the file: bring the
        counts with each period by itself to see it by area.
      </p>
    );
  const absent = byMonth.inFile.reduce((n, held) => n + (held ? 0 : 1), 0);
  const missing = values.reduce((n, v) => n + (Number.isNaN(v) ? 1 : 0), 0);
  const months = byMonth.months.map(
    (month, m): MonthRecord => ({
      month,
      status: byMonth.inFile[m] ? 'whole' : 'partial',
      located: 'published',
    }),
  );
  const gaps = [
    absent > 0 ? `${whole(absent)} ${absent === 1 ? 'month' : 'months'} not in the file` : '',
    missing > absent ? `${whole(missing - absent)} withheld or not known` : '',
  ].filter(Boolean);
  if (missing === values.length)
    return <p class="card-notes">{capital(measure.phrase)} by month: withheld or not known.</p>;
  return (
    <figure class="months own-months">
      <MonthLine
        months={months}
        values={values}
        what={capital(measure.phrase)}
        gap="withheld or not in the file"
        height={48}
      />
      <figcaption>
        <span>{monthShort(months[0].month)}</span>
        <span>
          {measure.phrase} by month{gaps.length > 0 && `; ${gaps.join(', ')}`}
        </span>
        <span>{monthShort(months[months.length - 1].month)}</span>
      </figcaption>
      <p class="card-notes">{capital(limitsText(values)).replace(/\.?$/, '.')}</p>
    </figure>
  );
}

export function OwnMonths(of: Of) {
  // The periods of one file have one series.
  const seen = new Set<unknown>();
  const columns = of.answer.measures.filter((m) => {
    if (m.weight <= 0 || !m.byMonth || seen.has(m.byMonth)) return false;
    seen.add(m.byMonth);
    return true;
  });
  return (
    <>
      {columns.map((column) => (
        <OneSeries key={column.measure.id} of={of} column={column} />
      ))}
    </>
  );
}
