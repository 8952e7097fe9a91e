// Contract of the ready stories: no sentence contradicts its figure, ranks homes as "worst", or speaks of a gap that is not known.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensure, loadCore } from '../../src/data/load.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Dataset } from '../../src/domain/dataset.ts';
import type { Question } from '../../src/domain/question.ts';
import { readyStories, type Step } from '../../src/domain/story.ts';
import { stepWords } from '../../src/encode/storyWords.ts';
import { needsOf } from '../../src/engine/needs.ts';
import { wholeAnswer } from '../../src/engine/wholeAnswer.ts';

const read = (path: string) => readFile(join(import.meta.dirname, '../../public/data', path), 'utf8');

let dataset: Dataset;
const answers = new Map<string, Answer>();

async function answerTo(question: Question): Promise<Answer> {
  const key = JSON.stringify([question.show, question.tier, question.programmes, question.inventory]);
  const held = answers.get(key);
  if (held) return held;
  const full = await ensure(read, dataset, needsOf(dataset.measures, question));
  const answer = wholeAnswer(full, question, 200);
  answers.set(key, answer);
  return answer;
}

beforeAll(async () => {
  dataset = await loadCore(read);
});

async function everyStep(
  change: Partial<Question>,
  look: (step: Step, answer: Answer, authority: string | null) => void,
) {
  for (const story of readyStories('West Midlands', dataset.authorities)) {
    for (const step of story.steps)
      look(step, await answerTo({ ...step.question, ...change }), story.authority);
  }
}

const wordsOf = (step: Step, answer: Answer, authority: string | null) =>
  stepWords(step.kind, answer, { measures: dataset.measures, programmes: dataset.programmes }, authority);
const allText = (w: ReturnType<typeof stepWords>) =>
  [w.title, w.figure, w.figureMeans, w.caption, ...w.list.flatMap((l) => [l.figure, l.label])].join(' ');

describe('ready stories', () => {
  test('no word of any step of any story calls a place worst or failing, or a cluster significant', async () => {
    for (const inventory of ['documented', 'illustrative'] as const) {
      await everyStep({ inventory }, (step, answer, authority) => {
        expect(allText(wordsOf(step, answer, authority))).not.toMatch(
          /worst|failing|significant|NaN|undefined|null/i,
        );
      });
    }
  });

  test('where provision is not known, no step states a gap or a number of missing places', async () => {
    await everyStep({ tier: 'primary', programmes: [] }, (step, answer, authority) => {
      if (step.kind === 'need') return;
      const words = wordsOf(step, answer, authority);
      expect(words.figure).toBe('not known');
      expect(words.title).toMatch(/not known/);
      expect(allText(words)).not.toMatch(/places a year (short|fewer|more)|missing|would have to move/);
    });
  });

  test('the region’s gap step tells the headline, and its list is every authority’s own gap', async () => {
    await everyStep({}, (step, answer, authority) => {
      if (step.kind !== 'gap' || authority !== null) return;
      const words = wordsOf(step, answer, authority);
      expect(words.figure).toBe(`${Math.round(answer.headline.unmetShare * 100)}%`);
      expect(words.title).toContain(words.figure);
      expect(words.list).toHaveLength(answer.authorities.length);
      for (const { figure, label } of words.list) {
        const gap = answer.authorities.find((a) => a.name === label)?.gap ?? Number.NaN;
        expect(Number(figure.replace('−', '-'))).toBeCloseTo(gap, 1);
      }
    });
  });

  test('an authority’s gap step says fewer where its gap is above zero and more where it is below', async () => {
    await everyStep({}, (step, answer, authority) => {
      if (step.kind !== 'gap' || authority === null) return;
      const row = answer.authorities.find((a) => a.code === authority);
      const { title, figure } = wordsOf(step, answer, authority);
      expect(title).toMatch((row?.gap ?? 0) > 0 ? /fewer than need calls for/ : /more than its share/);
      expect(Number(figure.replace('−', '-'))).toBeCloseTo(row?.gap ?? Number.NaN, 1);
    });
  });

  test('the count of wards with more need than provision reaches is the table’s', async () => {
    await everyStep({}, (step, answer, authority) => {
      if (step.kind !== 'furthest') return;
      const { gap, authorityCode } = answer.areas;
      const short = gap.filter(
        (g, i) => g > 0 && (authority === null || authorityCode[i] === authority),
      ).length;
      const { title } = wordsOf(step, answer, authority);
      expect(title).toContain(short === 0 ? 'no ward' : `${short} ward`);
    });
  });
});
