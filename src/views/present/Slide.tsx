// One step as a slide: a title, the map, one large figure, a short list, and where it comes from.
import { useMemo } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import type { Step, Story } from '../../domain/story.ts';
import { inventoryPhrase, isIllustrative } from '../../encode/inventoryPhrase.ts';
import { answerPeriod } from '../../encode/needPeriod.ts';
import { sentenceText, type Vocabulary } from '../../encode/sentence.ts';
import { paintStep } from '../../encode/stepPainting.ts';
import { stepWords } from '../../encode/storyWords.ts';
import { AreaMap } from '../map/AreaMap.tsx';
import { type Page, vocabulary } from '../shell/page.ts';
import { nothingHovered } from './nothingHovered.ts';
import { SlideLegend } from './SlideLegend.tsx';

interface SlideProps {
  readonly page: Page;
  readonly answer: Answer;
  readonly story: Story;
  readonly step: Step;
  /** "3 of 6" */
  readonly place: string;
}

/** Period, release, sources and the inventory's status: on every slide, because slides are read alone. */
function provenance(answer: Answer, words: Vocabulary): string {
  return [
    answerPeriod(answer),
    `release ${answer.release.id} (${answer.release.hash})`,
    'police.uk, ONS, MHCLG, OS, OGL v3',
    inventoryPhrase(answer, words),
  ].join(' · ');
}

/** A range such as "21–39" is one figure, and is not broken where a line ends. */
function unbroken(text: string) {
  return text.split(/(\S*\d–\d\S*)/).map((part, k) =>
    k % 2 === 1 ? (
      <span key={k} class="bound">
        {part}
      </span>
    ) : (
      part
    ),
  );
}

export function Slide({ page, answer, story, step, place }: SlideProps) {
  const known = vocabulary(page.session.catalogue.value);
  const words = stepWords(step.kind, answer, known, story.authority);
  const painting = useMemo(
    () => paintStep(step.kind, answer, story.authority),
    [answer, step.kind, story.authority],
  );
  const { level } = answer.areas;
  const topology = page.outlines(level).value;
  const title = step.title || words.title;
  return (
    <article class="slide" aria-label={title}>
      {isIllustrative(answer) && (
        <p class="illustrative">Illustrative inventory: invented for demonstration, not evidence</p>
      )}
      <h2 class="slide-title">{title}</h2>
      <div class="slide-map">
        {/* Looked at and not worked with: keys turn pages here, whatever was pressed before. */}
        <div class="slide-picture" role="img" aria-label={sentenceText(answer.question, known)}>
          <div class="slide-still" inert>
            <AreaMap
              answer={answer}
              topology={topology}
              painting={painting}
              hovered={nothingHovered}
              selected={[]}
              onSelect={() => {}}
              onHover={() => {}}
              sites={answer.services}
              level={level}
              focus={story.authority}
              plain
            />
          </div>
        </div>
        <SlideLegend painting={painting} sites={answer.services} />
      </div>
      <div class="slide-words">
        {words.figure && (
          <p class="slide-figure" data-tone={words.tone} data-words={!/\d/.test(words.figure)}>
            {words.figure}
          </p>
        )}
        <p class="slide-means">{unbroken(words.figureMeans)}</p>
        {words.list.length > 0 && (
          <ul class="slide-list">
            {words.list.map((item) => (
              <li key={item.label}>
                <b>{item.figure}</b> {item.label}
              </li>
            ))}
          </ul>
        )}
        <p class="slide-caption">{step.caption || words.caption}</p>
      </div>
      <p class="slide-foot">
        <span>{place}</span>
        <span>{provenance(answer, known)}</span>
      </p>
    </article>
  );
}
