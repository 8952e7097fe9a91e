// Data & method: every source, which months are whole, what each figure estimates, and where it ends.
import { useEffect, useState } from 'preact/hooks';
import { loadSources, type ReleaseSources } from '../../data/sources.ts';
import { inWords } from '../../encode/numbers.ts';
import { sentenceText } from '../../encode/sentence.ts';
import { capital } from '../../encode/words.ts';
import { ownOpen } from '../own/ownOpen.ts';
import { type Page, vocabulary } from '../shell/page.ts';
import '../../styles/method.css';
import { ESTIMATES } from './estimates.ts';
import { LIMITS } from './limits.ts';
import { Months } from './Months.tsx';
import { Sources } from './Sources.tsx';
import { ThisAnswer } from './ThisAnswer.tsx';

function useSources(page: Page): ReleaseSources | string | null {
  const [found, setFound] = useState<ReleaseSources | string | null>(null);
  useEffect(() => {
    let wanted = true;
    loadSources(page.read).then(
      (sources) => wanted && setFound(sources),
      (error: unknown) => wanted && setFound(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      wanted = false;
    };
  }, [page]);
  return found;
}

/** Everything below the head, once all of it is there, so that nothing moves while it is read. */
function Sections({ page, sources }: { page: Page; sources: ReleaseSources | string }) {
  const { answer, catalogue, question } = page.session;
  const found = typeof sources === 'string' ? null : sources;
  const unrecorded = found?.description.unrecorded ?? [];
  return (
    <>
      <section aria-labelledby="method-sources">
        <h2 id="method-sources">Sources</h2>
        {found ? <Sources sources={found} /> : <p role="alert">{String(sources)}</p>}
      </section>

      <section aria-labelledby="method-own">
        <h2 id="method-own">Your own data</h2>
        <p>
          Counts by ward or LSOA, or police.uk street files, can be laid beside everything here. They stay in
          this browser, are part of no link, and small counts are withheld before anything is shown. An
          inventory of services is brought under Provision.
        </p>
        <p>
          <button
            type="button"
            class="button"
            onClick={() => {
              ownOpen.value = true;
            }}
          >
            Bring your own counts
          </button>
        </p>
      </section>

      {catalogue.value && (
        <section aria-labelledby="method-months">
          <h2 id="method-months">Which months are whole</h2>
          <Months months={catalogue.value.months} />
          {unrecorded.length > 0 && (
            <p>
              {capital(inWords(unrecorded.length))} LSOAs never occur in the counts ({unrecorded.join(', ')}).
              They are not known, not zero, and the areas they touch say so.
            </p>
          )}
        </section>
      )}

      {answer.value && (
        <section aria-labelledby="method-answer">
          <h2 id="method-answer">The answer on screen</h2>
          <p>{sentenceText(question.value, vocabulary(catalogue.value))}</p>
          <ThisAnswer answer={answer.value} />
        </section>
      )}

      <section aria-labelledby="method-estimates">
        <h2 id="method-estimates">What each figure estimates</h2>
        <dl class="estimates">
          {ESTIMATES.map((e) => (
            <div key={e.name}>
              <dt>{e.name}</dt>
              <dd>
                {e.estimates}
                <span class="formula">{e.formula}</span>
                <span class="line">{e.source}</span>
              </dd>
            </div>
          ))}
        </dl>
      </section>

      <section aria-labelledby="method-limits">
        <h2 id="method-limits">Limits</h2>
        <dl class="limits">
          {LIMITS.map((limit) => (
            <div key={limit.title}>
              <dt>{limit.title}</dt>
              <dd>{limit.text}</dd>
            </div>
          ))}
        </dl>
      </section>

      {catalogue.value && (
        <section aria-labelledby="method-attribution">
          <h2 id="method-attribution">Attribution</h2>
          <p>{catalogue.value.release.attribution}</p>
        </section>
      )}
    </>
  );
}

export function MethodScreen({ page }: { page: Page }) {
  const { answer, progress } = page.session;
  const sources = useSources(page);
  const ready = sources !== null && (answer.value !== null || progress.value.stage === 'failed');
  return (
    <article class="method">
      <h1>Data &amp; method</h1>
      <p class="lead">
        Everything on this site is computed in your browser from the files below. Nothing you choose or load
        is sent anywhere, and no other site is asked for anything.
      </p>
      {progress.value.stage === 'failed' && <p role="alert">{progress.value.message}</p>}
      {ready ? <Sections page={page} sources={sources} /> : <p>Reading the release …</p>}
    </article>
  );
}
