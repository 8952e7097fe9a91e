// One step as a slide: a title, the map, one large figure, a short list, and where it comes from.
import { useMemo } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import type { Step, Story } from '../../domain/story.ts';
import { inWords } from '../../encode/numbers.ts';
import { paint } from '../../encode/painting.ts';
import { sentenceText } from '../../encode/sentence.ts';
import { stepWords } from '../../encode/storyWords.ts';
import { periodPhrase } from '../../encode/words.ts';
import { AreaMap } from '../map/AreaMap.tsx';
import { LegendStrip } from '../map/Legend.tsx';
import { type Page, vocabulary } from '../shell/page.ts';
import { nothingHovered } from './nothingHovered.ts';

interface SlideProps {
  readonly page: Page;
  readonly answer: Answer;
  readonly story: Story;
  readonly step: Step;
  /** "3 of 6" */
  readonly place: string;
}

/** Period, release, sources and the inventory's status: on every slide, because slides are read alone. */
export function provenance(answer: Answer): string {
  const counted = answer.services.filter((s) => s.leftOut === '').length;
  const status =
    answer.inventoryStatus === 'illustrative'
      ? 'ILLUSTRATIVE inventory, not evidence'
      : `${inWords(counted)} ${answer.inventoryStatus} ${counted === 1 ? 'service' : 'services'}`;
  return [
    periodPhrase(answer.question.period),
    `release ${answer.release.id} (${answer.release.hash})`,
    'police.uk, ONS, MHCLG, OS, OGL v3',
    status,
  ].join(' · ');
}

export function Slide({ page, answer, story, step, place }: SlideProps) {
  const words = stepWords(step.kind, answer, vocabulary(page.session.catalogue.value), story.authority);
  const painting = useMemo(() => paint(answer, answer.question.show), [answer]);
  const { level } = answer.areas;
  const topology = page.outlines(level).value;
  const title = step.title || words.title;
  return (
    <article class="slide" aria-label={title}>
      {answer.inventoryStatus === 'illustrative' && (
        <p class="illustrative">Illustrative inventory: invented for demonstration, not evidence</p>
      )}
      <h2 class="slide-title">{title}</h2>
      <div class="slide-map">
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
          label={sentenceText(answer.question, vocabulary(page.session.catalogue.value))}
          plain
        />
        <LegendStrip painting={painting} sites={answer.services} />
      </div>
      <div class="slide-words">
        {words.figure && (
          <p class="slide-figure" data-tone={words.tone}>
            {words.figure}
          </p>
        )}
        <p class="slide-means">{words.figureMeans}</p>
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
        <span>{provenance(answer)}</span>
      </p>
    </article>
  );
}
