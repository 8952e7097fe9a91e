// A plan in a phrase: its name and what it changes, wherever figures with a plan are shown or taken away.
import type { Answer } from '../domain/answer.ts';
import type { Plan } from '../domain/question.ts';
import { answeredQuestion } from './answeredQuestion.ts';
import { inWords } from './numbers.ts';
import { changeWords } from './planWords.ts';
import { leftOutWords } from './readingDay.ts';
import { asksForClusters, sentenceText, type Vocabulary } from './sentence.ts';

/** The plan the figures are with; null where there is none, or it changes nothing. */
export function planOf(answer: Answer): Plan | null {
  const { plan } = answer.question;
  return answer.before && plan && plan.changes.length > 0 ? plan : null;
}

/** "Plan A" as it is; any other name as "plan “Two for Walsall”". */
export function planName({ name }: Plan): string {
  if (name === '') return 'a plan';
  return /^plan\b/i.test(name) ? name : `plan “${name}”`;
}

/** Ids of what the plan adds, closes and otherwise changes; what it adds and takes back is in none of them. */
function changesOf(plan: Plan): { added: Set<string>; closed: Set<string>; altered: Set<string> } {
  const [added, closed, altered] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const change of plan.changes) {
    if (change.kind === 'add') added.add(change.service.id);
    else if (change.kind !== 'close') {
      if (!added.has(change.id)) altered.add(change.id);
    } else if (!added.delete(change.id)) {
      altered.delete(change.id);
      closed.add(change.id);
    }
  }
  return { added, closed, altered };
}

/** "two teams added, one closed, one changed"; the first part named carries the noun. */
function planChanges(plan: Plan): string {
  const { added, closed, altered } = changesOf(plan);
  const parts = [
    [added.size, 'added'],
    [closed.size, 'closed'],
    [altered.size, 'changed'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what], k) => `${inWords(count)}${k > 0 ? '' : count === 1 ? ' team' : ' teams'} ${what}`)
    .join(', ');
}

/** "Plan A (two teams added)" */
export function planPhrase(plan: Plan): string {
  const changes = planChanges(plan);
  return changes === '' ? planName(plan) : `${planName(plan)} (${changes})`;
}

/** The question of an answer as one line of text, with the plan its figures are with. */
export function answeredText(answer: Answer, vocabulary: Vocabulary): string {
  const text = sentenceText(answeredQuestion(answer), vocabulary);
  const plan = planOf(answer);
  // Clusters of need are the same with any plan.
  if (!plan || asksForClusters(answer.question)) return text;
  return `${text.replace(/\?$/, '')}, with ${planPhrase(plan)}?`;
}

/** "Plan A: two planned and counted as well, one closed"; '' without a plan. Planned is never said to be documented. */
export function plannedWords(answer: Answer): string {
  const plan = planOf(answer);
  if (!plan) return '';
  const { added, closed, altered } = changesOf(plan);
  const today = answer.before?.services ?? [];
  const some = (ids: Set<string>) => today.filter((s) => ids.has(s.service.id)).length;
  const planned = answer.services.filter((s) => added.has(s.service.id));
  const counted = planned.filter((s) => s.leftOut === '').length;
  const out = planned.filter((s) => s.leftOut !== '');
  const why = [...new Set(out.map((s) => leftOutWords(s.leftOut, answer.question)))].join('; ');
  const parts = [
    counted > 0 ? `${inWords(counted)} planned and counted as well` : '',
    out.length > 0 ? `${inWords(out.length)} planned and not counted (${why})` : '',
    some(closed) > 0 ? `${inWords(some(closed))} of today’s closed` : '',
    some(altered) > 0 ? `${inWords(some(altered))} of today’s changed` : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `${planName(plan)}: ${parts.join(', ')}`;
}

/** Every change of the plan in its order: "+ Manor Hospital, 80 places; − Heartlands closes". */
export function planList(answer: Answer): string {
  const today = (answer.before?.services ?? []).map((s) => s.service);
  return (planOf(answer)?.changes ?? []).map((change) => changeWords(change, today)).join('; ');
}
