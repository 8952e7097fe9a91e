// The session: what is asked of the engine, what is kept of its answers, and what enters the history.
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Ask } from '../../src/domain/asking.ts';
import { OPENING_QUESTION, type Question } from '../../src/domain/question.ts';
import { type AddressPort, createSession } from '../../src/state/session.ts';

/** An engine that answers when the test says so; only the question of an answer is looked at here. */
function heldEngine() {
  const asked: { question: Question; answer: (mark?: string) => void }[] = [];
  const ask: Ask = (question, tell, progress) => {
    asked.push({
      question,
      answer: (mark = 'whole') => {
        tell({ question, engine: mark } as Answer);
        progress({ stage: 'done', share: 1, message: '' });
      },
    });
  };
  return { asked, ask };
}

function addressBar(first = '') {
  const history = [first];
  let changed = () => {};
  const port: AddressPort = {
    read: () => history[history.length - 1],
    push: (hash) => history.push(hash),
    replace: (hash) => history.splice(-1, 1, hash),
    listen: (then) => {
      changed = then;
    },
  };
  const back = () => {
    history.pop();
    changed();
  };
  return { port, back, history };
}

describe('the session', () => {
  test('a selection keeps the figures, intervals and all, and asks the engine nothing', () => {
    const { asked, ask } = heldEngine();
    const session = createSession(ask, addressBar().port);
    asked[0].answer('with intervals');
    session.select('E05000001');
    expect(asked).toHaveLength(1);
    expect(session.answer.value?.engine).toBe('with intervals');
    expect(session.answer.value?.question.selected).toEqual(['E05000001']);
  });

  test('an answer that comes after a selection carries the selection', () => {
    const { asked, ask } = heldEngine();
    const session = createSession(ask, addressBar().port);
    session.ask({ show: 'need' });
    asked[0].answer();
    expect(session.answer.value?.question.show).toBe('need');
  });

  test('an answer to an older question is not shown', () => {
    const { asked, ask } = heldEngine();
    const session = createSession(ask, addressBar().port);
    session.ask({ per: 'km2' });
    expect(asked).toHaveLength(2);
    asked[0].answer();
    expect(session.answer.value).toBeNull();
    asked[1].answer();
    expect(session.answer.value?.question.per).toBe('km2');
  });

  test('Back undoes a decision, and a drag is one decision', () => {
    const { ask } = heldEngine();
    const bar = addressBar();
    const session = createSession(ask, bar.port);
    const reach = (catchment: number) => ({ reach: { ...OPENING_QUESTION.reach, catchment } });
    session.ask(reach(14_000), 'decide');
    session.ask(reach(13_000), 'adjust');
    session.ask(reach(12_000), 'adjust');
    expect(bar.history).toHaveLength(2);
    bar.back();
    expect(session.question.value.reach.catchment).toBe(15_000);
  });
});
