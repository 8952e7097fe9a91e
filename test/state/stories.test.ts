// Contract of stories: what is kept, carried by a link or undone comes back as it was.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPENING_QUESTION } from '../../src/domain/question.ts';
import { questionOf, readyStories, STEP_KINDS, type Story } from '../../src/domain/story.ts';
import { parseLink, writeLink } from '../../src/state/link.ts';
import { createOwnStories, movedStep } from '../../src/state/ownStories.ts';
import { packStory, storiesFromText, storiesToText, unpackStory } from '../../src/state/storyFile.ts';

const WALSALL = { code: 'E08000030', name: 'Walsall' };

const story: fc.Arbitrary<Story> = fc.record({
  id: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
  title: fc.string({ maxLength: 30 }),
  authority: fc.constantFrom(null, WALSALL.code),
  steps: fc.array(
    fc.record({
      kind: fc.constantFrom(...STEP_KINDS),
      title: fc.string({ maxLength: 30 }),
      caption: fc.string({ maxLength: 30 }),
      question: fc.constantFrom(OPENING_QUESTION, { ...OPENING_QUESTION, show: 'need' as const, seed: 9 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

const memory = (text: string | null = null) => {
  let held = text;
  return {
    read: () => held,
    write: (_: string, t: string) => {
      held = t;
    },
  };
};

describe('stories', () => {
  test('a story kept as text, or packed into a link, comes back whole', () => {
    fc.assert(
      fc.property(story, (s) => {
        expect(storiesFromText(storiesToText([s]))).toEqual([s]);
        expect(unpackStory(packStory(s))).toEqual(s);
      }),
    );
  });

  test('a packed story fits the link it travels in', () => {
    const [region] = readyStories('West Midlands', [WALSALL]);
    const question = questionOf(region, 2, packStory(region));
    const read = parseLink(writeLink(question));
    expect(read.notices).toEqual([]);
    expect(unpackStory(read.question.story?.deck ?? '')?.steps).toHaveLength(region.steps.length);
  });

  test('broken or hostile text gives no story and does not throw', () => {
    for (const text of [null, '', '{', '[1, null, {"id":"<b>"}]', '{"__proto__":[]}']) {
      expect(storiesFromText(text)).toEqual([]);
    }
    fc.assert(fc.property(fc.string(), (deck) => unpackStory(deck) === null || true));
    expect(unpackStory('AAAA')).toBeNull();
  });

  test('every authority has a ready story, whose steps speak of it', () => {
    const stories = readyStories('West Midlands', [WALSALL, { code: 'E08000027', name: 'Dudley' }]);
    expect(stories.map((s) => s.id)).toEqual(['region', 'walsall', 'dudley']);
    expect(stories[1].steps.every((s) => s.question.selected[0] === WALSALL.code)).toBe(true);
  });

  test('undo takes back the last change, and what is left is kept for the next visit', () => {
    const keep = memory();
    const own = createOwnStories(keep);
    const [first, second] = readyStories('West Midlands', [WALSALL]);
    own.put({ ...first, id: own.freeId() });
    own.put({ ...second, id: own.freeId() });
    expect(own.stories.value.map((s) => s.id)).toEqual(['own-1', 'own-2']);
    own.undo();
    expect(own.stories.value.map((s) => s.id)).toEqual(['own-1']);
    expect(own.canUndo.value).toBe(true);
    expect(createOwnStories(keep).stories.value.map((s) => s.id)).toEqual(['own-1']);
  });

  test('moving a step keeps every step, and the ends are ends', () => {
    const { steps } = readyStories('West Midlands', [])[0];
    expect(movedStep(steps, 0, -1)).toEqual(steps);
    expect(
      movedStep(steps, 0, 1)
        .map((s) => s.kind)
        .slice(0, 2),
    ).toEqual([steps[1].kind, steps[0].kind]);
    expect(new Set(movedStep(steps, 3, 2))).toEqual(new Set(steps));
  });
});
