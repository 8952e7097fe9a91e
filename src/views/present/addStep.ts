// Puts a question at the end of the reader's newest own story, or begins one with it.
import type { Question } from '../../domain/question.ts';
import type { Step } from '../../domain/story.ts';
import { asMap, ownStories } from './stories.ts';

/** @returns a sentence that says where the step went. */
export function addStep(question: Question): string {
  const step: Step = { kind: 'own', question: asMap(question), title: '', caption: '' };
  const newest = ownStories.stories.peek().at(-1);
  const story = newest
    ? { ...newest, steps: [...newest.steps, step] }
    : { id: ownStories.freeId(), title: 'My story', authority: null, steps: [step] };
  ownStories.put(story);
  return `Added as step ${story.steps.length} of “${story.title}”, under Present.`;
}
