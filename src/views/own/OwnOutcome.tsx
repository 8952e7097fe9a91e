// The last step: what was read and what not, row by row with remedies, and the counts on their way into the need.
import type { OwnReport } from '../../domain/ownCounts.ts';
import { whole } from '../../encode/numbers.ts';
import { capital, levelNoun } from '../../encode/words.ts';
import { saveText } from './saveText.ts';

interface OwnOutcomeProps {
  readonly report: OwnReport;
  readonly onShow: () => void;
  readonly onAdd: () => void;
  /** Brings the same file with its periods added up alone; null where that is what was done. */
  readonly onAddedUp: (() => void) | null;
}

function accountText({ account, reasons }: OwnReport): string {
  const list = reasons.map((r) => `${r.reason} ${whole(r.rows)}`).join(', ');
  return `${whole(account.read)} rows read = ${whole(account.used)} used + ${whole(account.setAside)} set aside${list ? ` (${list})` : ''}`;
}

function areasText(report: OwnReport): string {
  const by = report.levels.map((l) => levelNoun(l)).join(' or ');
  const what = report.knownAddedUp === null ? '' : ' The sum of all periods:';
  return `Shown by ${by}.${what} ${whole(report.known)} known, ${whole(report.suppressed)} withheld, ${whole(report.notKnown)} not known.`;
}

function Faults({ report }: { report: OwnReport }) {
  const { faults } = report;
  if (faults.length === 0) return null;
  return (
    <details class="more" open={report.measure === null}>
      <summary>Rows with something to say of them</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls, and must be reachable without a mouse */}
      <section class="own-sample" tabIndex={0} aria-label="Rows with something to say of them">
        <table>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Column</th>
              <th scope="col">What is wrong</th>
              <th scope="col">What helps</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((f, k) => (
              <tr key={`${f.row}-${k}`}>
                <td>{f.row ?? 'all'}</td>
                <td>{f.field}</td>
                <td>
                  {capital(f.problem)}
                  {f.setAside ? '; set aside' : ''}
                </td>
                <td>{f.remedy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

export function OwnOutcome({ report, onShow, onAdd, onAddedUp }: OwnOutcomeProps) {
  const { measure, knownAddedUp } = report;
  return (
    <div class="own-outcome">
      <p role="status">
        <b>{measure ? `“${measure.label}” can be shown.` : 'Nothing can be shown.'}</b> {accountText(report)}.
      </p>
      {report.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {measure && (
        <p>
          <b>{capital(measure.period)}.</b> {areasText(report)}
        </p>
      )}
      {onAddedUp && knownAddedUp !== null && knownAddedUp > report.known && (
        <p>
          Were the periods only added up, {whole(knownAddedUp)} areas would be known instead of{' '}
          {whole(report.known)}, since less would have to be withheld.{' '}
          <button type="button" class="button" onClick={onAddedUp}>
            Only add them up
          </button>
        </p>
      )}
      {report.files.length > 0 && (
        <details class="more">
          <summary>File by file</summary>
          <ul class="own-files">
            {report.files.map((f) => (
              <li key={f.name}>
                <b>{f.name}</b>: {f.sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Faults report={report} />
      <p class="own-actions">
        {measure && (
          <>
            <button type="button" class="button primary" onClick={onShow}>
              Show these counts alone
            </button>
            <button type="button" class="button" onClick={onAdd}>
              Add them to the need
            </button>
          </>
        )}
        <button type="button" class="button" onClick={() => saveText('rows-not-used.csv', report.faultsFile)}>
          Download the report
        </button>
      </p>
    </div>
  );
}
