// The reading sentence as the page's heading, with each word that can be changed a button, and the headline under it.
import { headlineShort, headlineText } from '../../encode/headline.ts';
import { planOf, planPhrase } from '../../encode/planPhrase.ts';
import { asksForClusters, sentenceParts, type Word } from '../../encode/sentence.ts';
import { FragileMark, RanksDialog } from '../map/RanksMove.tsx';
import { Choices } from './Choices.tsx';
import { layout } from './layout.ts';
import { MonthRange } from './MonthRange.tsx';
import { PopoverButton, PopoverPanel } from './Popover.tsx';
import { type Page, vocabulary } from './page.ts';
import { useTurn } from './useTurn.ts';
import { menuOf, WORD_TITLES } from './wordChoices.ts';

function WordMenu({ page, word, close }: { page: Page; word: Word; close: () => void }) {
  const { question, catalogue, ask } = page.session;
  if (!catalogue.value) return <p class="popover-note">The choices are still on their way.</p>;
  const menu = menuOf(word, question.value, catalogue.value);
  return (
    <>
      <Choices
        label={WORD_TITLES[word]}
        choices={menu.choices}
        chosen={menu.chosen}
        onChoose={(id) => {
          const choice = menu.choices.find((c) => c.id === id);
          close();
          if (choice) ask(choice.change);
        }}
      />
      {word === 'period' && !menu.closed && (
        <MonthRange
          months={catalogue.value.months}
          period={question.value.period}
          onChoose={(period) => {
            close();
            ask({ period });
          }}
        />
      )}
    </>
  );
}

function Headline({ page }: { page: Page }) {
  const { answer, catalogue, progress } = page.session;
  const newest = answer.value;
  if (progress.value.stage === 'failed') return null;
  if (!newest) {
    return (
      <p class="headline" data-state="loading">
        <span class="bone">Reading the figures …</span>
      </p>
    );
  }
  const words = vocabulary(catalogue.value);
  // The Plan screen is of the plan; clusters of need are the same with any.
  const { screen } = newest.question;
  const plan = screen === 'plan' || asksForClusters(newest.question) ? null : planOf(newest);
  const { figure, rest } =
    layout.value === 'phone' ? headlineShort(newest, words) : headlineText(newest, words);
  return (
    <p class="headline" aria-live="polite" data-state={newest.uncertainty ? 'done' : 'intervals'}>
      {newest.inventoryStatus !== 'documented' && (
        <strong class="mark">
          {newest.inventoryStatus === 'illustrative' ? 'Illustrative inventory' : 'Your own inventory'}
        </strong>
      )}
      {plan && <strong class="mark of-plan">With {planPhrase(plan)}</strong>}{' '}
      {figure !== '' && <strong class="figure">{figure}</strong>}
      {rest} <FragileMark page={page} />
    </p>
  );
}

/** "," or "?" where the part begins with it. */
const markAfter = (part: { text: string } | undefined) => /^[,?]/.exec(part?.text ?? '')?.[0] ?? '';

export function Sentence({ page }: { page: Page }) {
  const { question, catalogue } = page.session;
  const parts = sentenceParts(question.value, vocabulary(catalogue.value), layout.value === 'phone');
  // The panels behind the words are not seen before somebody opens one.
  const panelled = useTurn(true);
  return (
    <section class="reading" aria-label="The question">
      <h1>
        {parts.map(({ word, text }, k) =>
          word ? (
            // What follows a word at once, a comma or the question mark, never begins a line.
            <span key={word} class="bound">
              <PopoverButton class="word" panel={`word-${word}`} title={WORD_TITLES[word]}>
                {text}
              </PopoverButton>
              {markAfter(parts[k + 1])}
            </span>
          ) : (
            text.slice(markAfter({ text }).length)
          ),
        )}
      </h1>
      {panelled &&
        parts.map(
          ({ word }) =>
            word && (
              <PopoverPanel key={word} id={`word-${word}`} title={WORD_TITLES[word]}>
                {(close) => <WordMenu page={page} word={word} close={close} />}
              </PopoverPanel>
            ),
        )}
      <Headline page={page} />
      <RanksDialog page={page} />
      {page.session.answer.value?.notices.map((notice) => (
        <p key={notice} class="aside">
          {notice}
        </p>
      ))}
    </section>
  );
}
