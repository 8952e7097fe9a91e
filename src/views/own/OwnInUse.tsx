// The reader's own counts among the controls: which period of each file is read, and a way to forget them.
import { oneOfEachFile, withOwnPeriod } from '../../domain/ownChoices.ts';
import type { Page } from '../shell/page.ts';
import { ForgetOwn } from './ForgetOwn.tsx';

export function OwnInUse({ page, onForgotten }: { page: Page; onForgotten: () => void }) {
  const { question, catalogue, ask } = page.session;
  const own = oneOfEachFile(catalogue.value?.measures ?? [], question.value).filter((m) => m.kind === 'own');
  if (own.length === 0) return null;
  const asked = new Set(question.value.need.map((n) => n.measure));
  return (
    <div class="own-in-use">
      {own.map(
        (m) =>
          m.periods &&
          asked.has(m.id) && (
            <label key={m.id} class="stacked">
              <span>Period of “{m.label}”</span>
              <select
                value={m.id}
                onChange={(event) => ask(withOwnPeriod(question.value, m.id, event.currentTarget.value))}
              >
                {m.periods.map((p) => (
                  <option key={p.measure} value={p.measure}>
                    {p.sum ? `all: ${p.period}` : p.period}
                  </option>
                ))}
              </select>
            </label>
          ),
      )}
      <ForgetOwn page={page} onDone={onForgotten} />
    </div>
  );
}
