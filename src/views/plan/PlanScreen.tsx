// Plan: services added, moved, resized or closed, by hand or by search; the new gap beside the old, and how sure it is.
import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import { noGapBecause } from '../../encode/noGap.ts';
import { planCosts } from '../../encode/planCost.ts';
import { planNoGap } from '../../encode/planNoGap.ts';
import { sentenceText } from '../../encode/sentence.ts';
import { Failure, Waiting } from '../map/states.tsx';
import { layout } from '../shell/layout.ts';
import { Part } from '../shell/Part.tsx';
import { Provenance } from '../shell/Provenance.tsx';
import { type Page, vocabulary } from '../shell/page.ts';
import { BeforeAfter, planPaintings } from './BeforeAfter.tsx';
import { Changes } from './Changes.tsx';
import { ComparePlans } from './ComparePlans.tsx';
import { Follows } from './Follows.tsx';
import { InShort } from './InShort.tsx';
import { PlanPicker } from './PlanPicker.tsx';
import { PlanSide } from './PlanSide.tsx';
import { ShortList } from './ShortList.tsx';
import { SiteSearch } from './SiteSearch.tsx';
import { existingSites } from './siteSearch.ts';
import '../../styles/plan.css';
import '../../styles/provision.css';

function NotKnown({ page, answer }: { page: Page; answer: Answer }) {
  const { question, catalogue } = page.session;
  const { tier, programmes, date } = question.value;
  const { why, mend } = planNoGap(answer, vocabulary(catalogue.value));
  const known = noGapBecause(answer) !== '';
  const planned = tier === 'tertiary' && programmes.length === 1 && programmes[0] === 'ae';
  return (
    <div class="plan-unknown">
      <h2>There is no gap to plan against here</h2>
      <p>
        {why} {mend}
      </p>
      <p class="plan-row">
        {known && date !== null && (
          <button type="button" class="button" onClick={() => page.session.ask({ date: null })}>
            Read provision at the end of the period
          </button>
        )}
        {!planned && (
          <button
            type="button"
            class="button"
            onClick={() => page.session.ask({ tier: 'tertiary', programmes: ['ae'] })}
          >
            Plan A&amp;E interventions
          </button>
        )}
        <button type="button" class="button" onClick={() => page.session.ask({ screen: 'provision' })}>
          Go to Provision
        </button>
      </p>
    </div>
  );
}

export function PlanScreen({ page }: { page: Page }) {
  const { answer, catalogue, question, progress } = page.session;
  const newest = answer.value;
  // The share done changes many times a second, and nothing here shows it.
  const stage = useComputed(() => progress.value.stage).value;
  const failed = stage === 'failed';
  const late = newest !== null && newest.question !== question.value;
  const before = newest?.before?.services ?? newest?.services ?? [];
  const unknown = newest !== null && Number.isNaN((newest.before ?? newest).headline.unmetShare);
  const drawn = useMemo(
    () =>
      newest && {
        answer: newest,
        // Without a gap there is nothing to paint; the part that says so stays in place for when there is one again.
        paintings: unknown ? null : planPaintings(newest),
        costs: planCosts(
          newest.question.plan,
          before.map((s) => s.service),
        ),
      },
    [newest],
  );
  return (
    <div class="plan-screen" data-layout={layout.value} data-state={stage} aria-busy={late}>
      <h1 class="plan-title">
        <span class="quiet">Plan:</span> {sentenceText(question.value, vocabulary(catalogue.value))}
      </h1>
      {failed && <Failure page={page} />}
      <aside class="plan-controls" aria-label="The plan">
        <PlanPicker page={page} />
        {layout.value === 'phone' && newest && !unknown && <InShort answer={newest} late={late} />}
        {catalogue.value && newest ? (
          <>
            <SiteSearch page={page} catalogue={catalogue.value} existing={existingSites(before)} />
            <Changes page={page} catalogue={catalogue.value} before={before} />
          </>
        ) : (
          <Waiting what="list" failed={failed} />
        )}
      </aside>
      <div class="plan-centre" data-late={late} tabIndex={-1}>
        <Part drawn={drawn} waiting={<Waiting what="map" failed={failed} />} prompt>
          {({ answer, paintings, costs }) =>
            paintings ? (
              <BeforeAfter page={page} answer={answer} paintings={paintings} costs={costs} />
            ) : (
              <NotKnown page={page} answer={answer} />
            )
          }
        </Part>
        {newest && !unknown && (
          <Follows drawn={drawn}>
            {({ answer, paintings }) =>
              paintings && <ShortList page={page} answer={answer} paintings={paintings} />
            }
          </Follows>
        )}
      </div>
      <aside class="plan-detail" aria-label="How sure, equity and authorities" data-late={late}>
        {newest && !unknown ? (
          <Follows drawn={drawn}>
            {({ answer }) => (
              <>
                <PlanSide page={page} answer={answer} />
                <ComparePlans page={page} answer={answer} />
                <Provenance answer={answer} />
              </>
            )}
          </Follows>
        ) : (
          !newest && <Waiting what="list" failed={failed} />
        )}
      </aside>
    </div>
  );
}
