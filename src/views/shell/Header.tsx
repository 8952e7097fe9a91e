// The head of every screen: the product's name, the screens, and what works on all of them.
import { useSignal } from '@preact/signals';
import { writeLink } from '../../state/link.ts';
import { ExportButton } from '../export/ExportButton.tsx';
import { FindButton } from '../map/FindButton.tsx';
import { AddStep } from './AddStep.tsx';
import { CopyLink } from './CopyLink.tsx';
import { layout } from './layout.ts';
import type { Page } from './page.ts';
import { SCREENS } from './screens.ts';
import { ThemeChoice } from './ThemeChoice.tsx';

export function Header({ page }: { page: Page }) {
  const { question, ask } = page.session;
  const open = useSignal(false);
  const folds = layout.value === 'phone';
  const shown = !folds || open.value;
  return (
    <header class="head">
      <p class="brand">
        Mapping &amp; Gapping <span class="region">West Midlands</span>
      </p>
      {folds && (
        <button
          type="button"
          class="button menu"
          aria-expanded={open.value}
          aria-controls="head-menu"
          onClick={() => {
            open.value = !open.value;
          }}
        >
          Menu
        </button>
      )}
      <div id="head-menu" class="head-menu" hidden={!shown}>
        <nav aria-label="Screens">
          <ul>
            {SCREENS.map(({ screen, label }) => (
              <li key={screen}>
                <a
                  href={writeLink({ ...question.value, screen })}
                  aria-current={question.value.screen === screen ? 'page' : undefined}
                  onClick={(event) => {
                    // A plain press changes the question; with a modifier the browser opens the link elsewhere.
                    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
                    event.preventDefault();
                    open.value = false;
                    ask({ screen });
                  }}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="tools">
          <ThemeChoice />
          <FindButton page={page} />
          {question.value.screen !== 'present' && question.value.screen !== 'method' && (
            <AddStep page={page} />
          )}
          {question.value.screen !== 'method' && <ExportButton page={page} />}
          <CopyLink page={page} />
        </div>
      </div>
    </header>
  );
}
