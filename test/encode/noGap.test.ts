// Provision that is known to be nowhere leaves nothing to share: no map, list, table or file may call that a gap of zero.
import { describe, expect, test } from 'vitest';
import type { Answer, GapKind } from '../../src/domain/answer.ts';
import type { Question } from '../../src/domain/question.ts';
import { areaTable, cellText } from '../../src/encode/areaTable.ts';
import { figureOf } from '../../src/encode/figure.ts';
import { headlineText } from '../../src/encode/headline.ts';
import { noGapBecause } from '../../src/encode/noGap.ts';
import { NOT_KNOWN_CLASS, paint } from '../../src/encode/painting.ts';
import { ranking } from '../../src/encode/ranking.ts';
import { statusOf } from '../../src/encode/status.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { inventory, service, tinyQuestion, tinyRegion } from '../engine/tinyRegion.ts';

const answered = (change: Partial<Question>, lon = -2): Answer =>
  analyse(
    tinyRegion({
      inventories: { documented: inventory([service({ lon, start: '2019-10', end: '2030-01' })]) },
    }),
    tinyQuestion(change),
  ).answer;
/** Each is known, and each leaves nothing to share, for another reason. */
const NOWHERE: [string, Answer, GapKind][] = [
  ['before any service began', answered({ date: '1066-10-14' }), 'not begun'],
  ['after the last has ended', answered({ date: '2066-10-14' }), 'funding ended'],
  ['for an age that none takes', answered({ ages: { from: 65, to: 120 } }), 'not for this age'],
  ['where none is within reach', answered({}, -6), 'none within reach'],
];

describe.each(NOWHERE)('%s', (_, answer, kind) => {
  const none = 'no places to share by need';

  test('the kind of gap is the step that fails, never that provision meets need', () => {
    expect([...answer.areas.places]).toEqual([...answer.areas.places].map(() => 0));
    expect(answer.areas.kind).toContain(kind);
    expect(answer.areas.kind).not.toContain('provision meets need');
  });

  test('the map is hatched, and the legend says why', () => {
    for (const show of ['gap', 'class'] as const) {
      const painting = paint(answer, show);
      expect([...painting.classOf].every((c) => c === NOT_KNOWN_CLASS)).toBe(true);
      expect(painting.legend.hatched).toMatch(/^no places/);
    }
    expect(paint(answer, 'provision').notKnown).toBe(0);
    const row = answer.areas.kind.indexOf(kind);
    expect(figureOf(answer, paint(answer, 'gap'), row)).toBe(kind);
  });

  test('list, table, file and headline tell no gap of zero', () => {
    const rank = ranking({ ...answer, question: { ...answer.question, show: 'gap' } });
    expect([...rank.value].every(Number.isNaN) && [...rank.rank].every(Number.isNaN)).toBe(true);
    const column = areaTable(answer).find((c) => c.id === 'gap');
    expect(column && cellText(column, 0)).toBe('not known');
    expect(statusOf(answer, 0)).toBe(`no gap: ${none}`);
    expect(headlineText(answer, { measures: [], programmes: [] }).rest).toContain('no gap can be told');
  });
});

test('a norm of 0 asks for nothing, which is no gap of zero either', () => {
  const answer = answered({ yardstick: { kind: 'norm', places: 0 } });
  expect(noGapBecause(answer)).toBe('the norm asks for none');
  expect(paint(answer, 'gap').notKnown).toBe(answer.areas.code.length);
});

test('where there is something to share every gap is told', () => {
  const answer = answered({});
  expect(noGapBecause(answer)).toBe('');
  expect(paint(answer, 'gap').notKnown).toBe(0);
  expect(statusOf(answer, 0)).toBe('known');
});
