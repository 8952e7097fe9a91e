// Which months are whole, as a table of years and months: partial ones are hatched and named, never summed.
import type { MonthRecord } from '../../domain/month.ts';
import { monthName, monthShort } from '../../encode/words.ts';

const TWELVE = Array.from({ length: 12 }, (_, k) => String(k + 1).padStart(2, '0'));

function cell(record: MonthRecord | undefined): { text: string; state: string } {
  if (!record) return { text: '', state: 'absent' };
  if (record.status === 'partial') return { text: 'partial', state: 'partial' };
  return { text: record.located === 'published' ? 'whole*' : 'whole', state: 'whole' };
}

export function Months({ months }: { months: readonly MonthRecord[] }) {
  const byMonth = new Map(months.map((m) => [m.month, m]));
  const years = [...new Set(months.map((m) => m.month.slice(0, 4)))].sort();
  const partial = months.filter((m) => m.status === 'partial').map((m) => monthName(m.month));
  const joined = months.some((m) => m.located === 'published');
  return (
    <>
      <p>
        {months.length - partial.length} of {months.length} months are whole. Partial, listed but never
        summed: {partial.join(', ') || 'none'}.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls on narrow screens, and must be reachable without a mouse */}
      <section class="method-scroll" tabIndex={0} aria-label="Table of months">
        <table class="month-table">
          <caption class="hidden">Which months of recorded crime are whole</caption>
          <thead>
            <tr>
              <th scope="col">Year</th>
              {TWELVE.map((month) => (
                <th key={month} scope="col">
                  {monthShort(`2000-${month}`).slice(0, 3)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {TWELVE.map((month) => {
                  const { text, state } = cell(byMonth.get(`${year}-${month}`));
                  return (
                    <td key={month} data-state={state}>
                      {text}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {joined && (
        <p>* Placed by the LSOA code the published file carries; the other months by the published point.</p>
      )}
    </>
  );
}
