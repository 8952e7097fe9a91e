// A link opened as a record of a decision: which release and engine it was made with, what was seen, and what moved since.
import { sameFigures } from '../../domain/question.ts';
import { recordWords } from '../../encode/decisionRecord.ts';
import type { Page } from './page.ts';

/** Names of areas, as "St Michael's in Coventry"; an area this release does not have keeps its code. */
function nameIn(page: Page): (code: string) => string {
  const areas = page.session.catalogue.value?.areas ?? [];
  return (code) => {
    const area = areas.find((a) => a.code === code);
    return area ? `${area.name} in ${area.authority}` : `area ${code}, which this release does not have,`;
  };
}

export function DecisionRecord({ page }: { page: Page }) {
  const { record, answer, progress } = page.session;
  const opened = record.value;
  const newest = answer.value;
  // Compared once the answer is whole, so that intervals stand on both sides and nothing is said twice.
  if (!opened || !newest || progress.value.stage !== 'done') return null;
  if (!sameFigures(opened.question, newest.question)) return null;
  const words = recordWords(opened.stamp, newest, nameIn(page));
  if (!words) return null;
  return (
    <section class="notices record" aria-label="What moved since this link was made">
      <div class="notice" role="status">
        <div>
          <p>
            {words.same && <strong>The same figures. </strong>}
            {words.origin}
          </p>
          {words.before && (
            <p>
              {words.same ? 'Then as now' : 'When it was made'}: {words.before}.
              {words.now && (
                <>
                  {' '}
                  <strong>Now: {words.now}.</strong>
                </>
              )}
            </p>
          )}
          {words.why.length > 0 && <p>{words.why.join(' ')}</p>}
        </div>
        <button
          type="button"
          class="plain-button"
          aria-label="Put away what moved since this link was made"
          onClick={() => {
            record.value = null;
          }}
        >
          Put away
        </button>
      </div>
    </section>
  );
}
