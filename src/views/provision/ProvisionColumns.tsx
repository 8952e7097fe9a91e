// Who is reached and who is not: the coverage matrix, beside it what to ask next, and below who falls into gap when funding ends.
import type { CoverageMatrix } from '../../domain/coverageMatrix.ts';
import type { Programme } from '../../domain/intervention.ts';
import type { ProvisionTimeline } from '../../domain/provisionTimeline.ts';
import type { Page } from '../shell/page.ts';
import { AskNext } from './AskNext.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { FundingEnds } from './FundingEnds.tsx';

interface ProvisionColumnsProps {
  readonly page: Page;
  readonly day: string;
  readonly programmes: readonly Programme[] | null;
  readonly matrix: { readonly result: CoverageMatrix | null; readonly failed: string };
  readonly timeline: { readonly result: ProvisionTimeline | null; readonly failed: string };
  readonly to: string | null;
  readonly onTo: (day: string) => void;
}

export function ProvisionColumns({
  page,
  day,
  programmes,
  matrix,
  timeline,
  to,
  onTo,
}: ProvisionColumnsProps) {
  return (
    <div class="provision-columns">
      <section class="matrix-pane" aria-label="Who of which age is reached">
        {matrix.failed && (
          <p class="field-fault" role="alert">
            The coverage matrix could not be made: {matrix.failed}
          </p>
        )}
        {matrix.result && programmes ? (
          <CoverageTable matrix={matrix.result} programmes={programmes} />
        ) : (
          !matrix.failed && <p class="quiet">Reading the inventory …</p>
        )}
      </section>
      <section class="ask-pane">
        <h2>Ask next</h2>
        {matrix.result ? <AskNext matrix={matrix.result} /> : <p class="quiet">…</p>}
      </section>
      <section class="ends-pane">
        <h2>When funding ends</h2>
        {timeline.failed && <p class="field-fault">{timeline.failed}</p>}
        {timeline.result && (
          <FundingEnds page={page} timeline={timeline.result} day={day} to={to} onTo={onTo} />
        )}
      </section>
    </div>
  );
}
