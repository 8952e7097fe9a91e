// A story on paper: every step's answer is computed, then one page a step goes to the printer.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import type { Story } from '../../domain/story.ts';
import type { Page } from '../shell/page.ts';
import { Slide } from './Slide.tsx';

interface PrintedStoryProps {
  readonly page: Page;
  readonly story: Story;
  readonly onDone: () => void;
}

/** Time for maps to measure themselves and draw before the picture is taken. */
const SETTLE_MS = 400;

export function PrintedStory(props: PrintedStoryProps) {
  const { page, onDone } = props;
  // The story as it was when it was asked for: a page that is drawn anew meanwhile does not begin again.
  const [story] = useState(props.story);
  const done = useRef(onDone);
  done.current = onDone;
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const [failure, setFailure] = useState('');
  const total = story.steps.length;

  useEffect(() => {
    let wanted = true;
    const collect = async () => {
      const ready: Answer[] = [];
      for (const step of story.steps) {
        ready.push(await page.further('answer', step.question, null));
        if (!wanted) return;
        setAnswers([...ready]);
      }
    };
    collect().catch((error: Error) => wanted && setFailure(error.message));
    return () => {
      wanted = false;
      page.cancel('answer');
    };
  }, [story, page]);

  useEffect(() => {
    if (answers.length < total) return;
    const timer = setTimeout(() => {
      window.print();
      done.current();
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [answers.length, total]);

  return (
    <>
      <div class="print-progress" role="status">
        {failure
          ? `The story cannot be printed: ${failure}`
          : `Computing step ${Math.min(answers.length + 1, total)} of ${total} for the printer …`}
        <progress max={total} value={answers.length} aria-label="Steps computed" />
        <button type="button" class="button" onClick={onDone}>
          Cancel
        </button>
      </div>
      <div class="printed-story" aria-hidden="true">
        {answers.map((answer, k) => (
          <Slide
            key={story.steps[k].kind}
            page={page}
            answer={answer}
            story={story}
            step={story.steps[k]}
            place={`${k + 1} of ${total}`}
          />
        ))}
      </div>
    </>
  );
}
