// The coverage matrix: tier by authority down, life stage across; figures in green, none stated, not known hatched.
import type { CoverageMatrix } from '../../domain/coverageMatrix.ts';
import type { Programme } from '../../domain/intervention.ts';
import { type CoverageText, coverageRows, stageLabel } from '../../encode/coverageRows.ts';
import { capital, dayPhrase, listed, tierMeaning } from '../../encode/words.ts';

function Cell({ cell }: { cell: CoverageText }) {
  return (
    <td class="stage" data-tone={cell.tone} data-shade={cell.shade || undefined} title={cell.means}>
      <span>{cell.text}</span>
    </td>
  );
}

export function CoverageTable({
  matrix,
  programmes,
}: {
  matrix: CoverageMatrix;
  programmes: readonly Programme[];
}) {
  const rows = coverageRows(matrix, programmes);
  const following = matrix.withPeople.filter((w) => w.services > 0);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls, and must be reachable without a mouse */}
      <section class="matrix-scroll" tabIndex={0} aria-label="Coverage matrix">
        <table class="matrix">
          <caption class="hidden">
            Places a year per 1,000 people by tier, authority and life stage, on {dayPhrase(matrix.date)}.
          </caption>
          <thead>
            <tr>
              <th scope="col">Tier</th>
              <th scope="col">Authority</th>
              {matrix.stages.map((stage) => (
                <th key={stage.from} scope="col" class="number">
                  <span class="hidden">ages </span>
                  {stageLabel(stage)}
                </th>
              ))}
              <th scope="col" class="verified">
                Records verified in 12 months
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.tier}-${row.authority}`} data-opens={row.opens}>
                <td class="tier-name" data-opens={row.opens}>
                  {row.opens ? (
                    <b title={tierMeaning(row.tier)}>{capital(row.tier)}</b>
                  ) : (
                    <span class="hidden">{capital(row.tier)}</span>
                  )}
                </td>
                <th scope="row">{row.authority}</th>
                {row.cells.map((cell, k) => (
                  <Cell key={matrix.stages[k].from} cell={cell} />
                ))}
                <td class="quiet verified" data-label="Records verified in 12 months:">
                  {row.verified}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="quiet small">
        Places a year per 1,000 people of the life stage, all programmes of the tier together. “≥” and “&gt;
        0”: some lists are complete and others are not. “none”: every list is complete and no place reaches
        these people; bold where a programme of the tier is meant for these ages.
        {following.length > 0 &&
          ` Services that follow people (${listed(
            following.map((w) => `${w.services} ${w.tier}`),
          )}) have no place on a map; they count here as far as their places a year are known.`}
      </p>
    </>
  );
}
