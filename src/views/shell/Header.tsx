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
import { useTurn } from './useTurn.ts';

function Menu({ page, close }: { page: Page; close: () => void }) {
  const { question, ask } = page.session;
  return (
    <>
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
                  close();
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
        {question.value.screen !== 'present' && question.value.screen !== 'method' && <AddStep page={page} />}
        {question.value.screen !== 'method' && <ExportButton page={page} />}
        <CopyLink page={page} />
      </div>
    </>
  );
}

export function Header({ page }: { page: Page }) {
  const open = useSignal(false);
  const folds = layout.value === 'phone';
  const shown = !folds || open.value;
  // Folded away, the menu can wait for its turn.
  const drawn = useTurn(true) || shown;
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
        {drawn && (
          <Menu
            page={page}
            close={() => {
              open.value = false;
            }}
          />
        )}
      </div>
    </header>
  );
}
