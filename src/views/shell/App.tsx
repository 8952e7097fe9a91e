// The whole page: head, notices, and the screen the question names.
import { useSignalEffect } from '@preact/signals';
import { sentenceText } from '../../encode/sentence.ts';
import { ownOpen } from '../own/ownOpen.ts';
import { Boundary } from './Boundary.tsx';
import { DecisionRecord } from './DecisionRecord.tsx';
import { Header } from './Header.tsx';
import { IllustrativeMark } from './IllustrativeMark.tsx';
import { Later } from './Later.tsx';
import { Notices } from './Notices.tsx';
import { PaperFoot } from './PaperFoot.tsx';
import { type Page, vocabulary } from './page.ts';
import { SCREENS } from './screens.ts';
import { usePrefetch } from './usePrefetch.ts';
import { useTurn } from './useTurn.ts';

const loadOwn = () => import('../own/OwnDialog.tsx').then((m) => m.OwnDialog);

export function App({ page }: { page: Page }) {
  const { question, catalogue, answer } = page.session;
  usePrefetch(page);
  // The head first, its screen in the next turn.
  const begun = useTurn(true);
  const entry = SCREENS.find((s) => s.screen === question.value.screen) ?? SCREENS[0];

  useSignalEffect(() => {
    const sentence = sentenceText(question.value, vocabulary(catalogue.value));
    const { screen } = question.value;
    const label = SCREENS.find((s) => s.screen === screen)?.label;
    document.title = screen === 'map' || !label ? sentence : `${label} · Mapping & Gapping`;
  });

  const { view: View, load } = entry;
  const fence = {
    what: entry.screen === 'map' ? 'The map' : entry.label,
    rest: 'The other screens still work.',
    watch: () => [question.value, answer.value],
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link is a link; the address after # belongs to the question */}
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Skip to the content
      </a>
      <Header page={page} />
      <IllustrativeMark page={page} />
      <Notices page={page} />
      <DecisionRecord page={page} />
      <main id="main" tabIndex={-1} data-screen={entry.screen}>
        {begun && View && (
          <Boundary key={entry.screen} {...fence}>
            <View page={page} />
          </Boundary>
        )}
        {load && <Later key={entry.screen} load={load} props={{ page }} {...fence} />}
      </main>
      <PaperFoot page={page} />
      {ownOpen.value && <Later load={loadOwn} props={{ page }} what="Bring your own counts" />}
    </>
  );
}
