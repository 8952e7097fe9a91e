// Contract of the ready stories' sentences: every number in them is read back out of the words and held against the answer's columns.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensure, loadCore } from '../../src/data/load.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Dataset } from '../../src/domain/dataset.ts';
import type { Question } from '../../src/domain/question.ts';
import { readyStories, type Step, type Story } from '../../src/domain/story.ts';
import { NOT_KNOWN_CLASS } from '../../src/encode/painting.ts';
import { paintStep } from '../../src/encode/stepPainting.ts';
import type { StepWords } from '../../src/encode/storyScope.ts';
import { stepWords } from '../../src/encode/storyWords.ts';
import { needsOf } from '../../src/engine/needs.ts';
import { wholeAnswer } from '../../src/engine/wholeAnswer.ts';

const read = (path: string) => readFile(join(import.meta.dirname, '../../public/data', path), 'utf8');
const DRAWS = 120;

let dataset: Dataset;
const answers = new Map<string, Promise<Answer>>();

/** What the map shows and what is selected changes no figure: such questions share one answer. */
async function answerTo(question: Question): Promise<Answer> {
  const key = JSON.stringify({ ...question, show: '', selected: [] });
  const held =
    answers.get(key) ??
    ensure(read, dataset, needsOf(dataset.measures, question)).then((full) =>
      wholeAnswer(full, question, DRAWS),
    );
  answers.set(key, held);
  return { ...(await held), question };
}

beforeAll(async () => {
  dataset = await loadCore(read);
});

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "1,234.5", "−3", "+2.0", "28%", "five", ">99%" as a number, with how many decimals it was told. */
function told(text: string): { value: number; digits: number } {
  const word = SMALL.indexOf(text.toLowerCase());
  if (word >= 0) return { value: word, digits: 0 };
  const plain = text.replace(/[,+%<>]/g, '').replace('−', '-');
  return { value: Number(plain), digits: plain.split('.')[1]?.length ?? 0 };
}

/** A text of one form alone, whose named parts are the figures given, as exactly as they are told. */
function says(text: string, form: RegExp, figures: Record<string, number | string> = {}): void {
  const found = new RegExp(`^(?:${form.source})$`).exec(text);
  expect(found, `"${text}" has the form ${form.source}`).not.toBeNull();
  for (const [name, expected] of Object.entries(figures)) {
    const part = found?.groups?.[name] ?? '';
    if (typeof expected === 'string') expect(part).toBe(expected);
    else {
      const { value, digits } = told(part);
      expect(Math.abs(value - expected), `"${part}" in "${text}", expected ${expected}`).toBeLessThanOrEqual(
        0.5 * 10 ** -digits + 1e-9,
      );
    }
  }
}

const N = '[+−]?[\\d,]+(?:\\.\\d+)?';
const form = (text: string) => new RegExp(text.replaceAll('#', N));

interface Told {
  readonly story: Story;
  readonly step: Step;
  readonly answer: Answer;
  readonly words: StepWords;
  /** Rows of the table the story is about. */
  readonly rows: readonly number[];
  readonly row: Answer['authorities'][number] | null;
  readonly place: string;
}

const nounOf = (level: string) => (level === 'ward' ? 'wards?' : 'LSOAs?');
const known = (a: Answer, rows: readonly number[]) => rows.filter((i) => !Number.isNaN(a.areas.gap[i]));
const robust = (a: Answer, i: number) => {
  const odds = a.uncertainty?.odds[i] ?? Number.NaN;
  return (a.areas.gap[i] >= 0 ? odds : 1 - odds) >= 0.8;
};
const label = ({ answer: { areas }, row }: Told, i: number) =>
  row ? areas.name[i] : `${areas.name[i]}, ${areas.authority[i]}`;

/** The list's lines are the largest of a column, in order, with their own figures. */
function listsLargest(t: Told, from: readonly number[], column: Float64Array, most = 4): void {
  const { list } = t.words;
  const told = from.filter((i) => !Number.isNaN(column[i]));
  const ordered = told.sort((a, b) => column[b] - column[a]).slice(0, most);
  expect(list).toHaveLength(ordered.length);
  ordered.forEach((i, k) => {
    says(list[k].figure, form('(?<v>#)'), { v: column[i] });
    const twins = from.filter((j) => column[j] === column[i]).map((j) => label(t, j));
    expect(twins).toContain(list[k].label);
  });
}

function need(t: Told): void {
  const { answer, rows, row, words } = t;
  const [measure] = answer.measures;
  const high = rows.filter((i) => measure.value[i] > 1.5 * measure.region).length;
  const noun = nounOf(answer.areas.level);
  if (high > 0)
    says(
      words.title,
      form(
        `All violence is spread unevenly: (?<high>#) ${noun} of (?<all>#) in ${t.place} stands? at more than one and a half times the region’s figure`,
      ),
      { high, all: rows.filter((i) => !Number.isNaN(measure.value[i])).length },
    );
  else expect(words.title).toContain(`in ${t.place}: no `);
  const here = row ? measure.byAuthority[answer.authorities.indexOf(row)] : measure.region;
  says(words.figure, form('(?<v>#)'), { v: here });
  if (row)
    says(words.figureMeans, form('all violence, .*; the region’s figure is (?<v>#)'), { v: measure.region });
  listsLargest(t, rows, measure.value);
}

function provision(t: Told): void {
  const { answer, row, words } = t;
  const counted = answer.services.filter((s) => s.leftOut === '');
  const here = counted.filter((s) => row === null || s.authority === row.code);
  const { headline } = answer;
  const region = (1000 * headline.totalPlaces) / headline.region.eligible;
  if (row === null) {
    says(words.title, form('(?<n>\\w+) services of .*'), { n: counted.length });
    const none = /none of them is in (.*)$/.exec(words.title)?.[1];
    for (const a of answer.authorities)
      if (none?.includes(a.name)) expect(counted.some((s) => s.authority === a.code)).toBe(false);
    says(
      words.figureMeans,
      form(`places a year per 1,000 people aged 11–24 reach ${t.place}: (?<p>#) places for (?<e>#) people`),
      { p: headline.totalPlaces, e: headline.region.eligible },
    );
    says(words.figure, form('(?<v>#)'), { v: region });
  } else {
    if (here.length === 0)
      says(
        words.title,
        form(`No counted service of .* stands in ${row.name}; (?<p>#) places a year reach people there`),
        { p: row.places },
      );
    else
      says(words.title, form(`(?<n>\\w+) counted services? of .* stands? in ${row.name}`), {
        n: here.length,
      });
    says(words.figure, form('(?<v>#)'), { v: (1000 * row.places) / row.eligible });
    says(words.figureMeans, form(`.* reach ${row.name}; the region’s figure is (?<v>#)`), { v: region });
  }
  const places = here.map((s) => s.placesUsed).sort((a, b) => b - a);
  for (const [k, { figure }] of words.list.slice(0, 6).entries())
    says(figure, form('(?<v>#)'), { v: places[k] });
  const rest = places.slice(6);
  if (rest.length > 0) {
    says(words.list[6].figure, form('(?<v>#)'), { v: rest.reduce((sum, p) => sum + p, 0) });
    says(words.list[6].label, form('in (?<n>\\w+) more'), { n: rest.length });
  }
  expect(words.list).toHaveLength(Math.min(7, places.length));
  says(words.caption, form('.*within (?<km>#) km by path.*'), { km: answer.question.reach.catchment / 1000 });
}

function gap(t: Told): void {
  const { answer, row, words } = t;
  const { headline, uncertainty, question } = answer;
  if (row === null) {
    const percent = 100 * headline.unmetShare;
    const rest =
      question.yardstick.kind === 'norm'
        ? 'of the places need calls for are missing'
        : 'of places would have to move for provision to follow need';
    says(words.title, form(`(?<v>#)% ${rest}`), { v: percent });
    says(words.figure, form('(?<v>#)%'), { v: percent });
    says(words.figureMeans, form('of (?<all>#) places a year \\(90% interval (?<l>#)–(?<u>#)\\)'), {
      all: headline.totalTarget,
      l: 100 * (uncertainty?.unmetShare.lower ?? Number.NaN),
      u: 100 * (uncertainty?.unmetShare.upper ?? Number.NaN),
    });
    const gaps = answer.authorities.map((a) => a.gap).sort((a, b) => b - a);
    words.list.forEach(({ figure, label: name }, k) => {
      says(figure, form('(?<v>#)'), { v: gaps[k] });
      expect(answer.authorities.find((a) => a.name === name)?.gap).toBe(gaps[k]);
    });
    expect(words.list).toHaveLength(answer.authorities.length);
    return;
  }
  const interval = uncertainty?.authorityGap[answer.authorities.indexOf(row)];
  const open = interval && interval.lower < 0 && interval.upper > 0 ? '; the direction is uncertain' : '';
  const share = question.yardstick.kind === 'norm' ? '' : 'its share of ';
  if (Math.abs(row.gap) >= 0.05)
    says(
      words.title,
      form(
        `${row.name}: (?<v>#) places a year ${row.gap > 0 ? 'fewer than' : `more than ${share}`.trim()} need calls for${open}`,
      ),
      { v: Math.abs(row.gap) },
    );
  says(words.figure, form('(?<v>#)'), { v: row.gap });
  says(
    words.figureMeans,
    form('places a year: need calls for (?<t>#), (?<p>#) reach people \\(90% interval (?<l>#) to (?<u>#)\\)'),
    {
      t: row.target,
      p: row.places,
      l: interval?.lower ?? Number.NaN,
      u: interval?.upper ?? Number.NaN,
    },
  );
  expect(words.tone).toBe(row.gap > 0.05 ? 'short' : 'plain');
  if (question.yardstick.kind === 'norm') expect(words.caption).not.toContain('shared by need');
}

function furthest(t: Told): void {
  const { answer, rows, words } = t;
  const { gap: gaps, level } = answer.areas;
  const short = rows.filter((i) => gaps[i] > 0);
  if (short.length === 0) {
    says(words.title, form(`In ${t.place}, no .* has more need than provision reaches`));
    says(words.figure, form('(?<v>#)'), { v: 0 });
    return;
  }
  says(
    words.title,
    form(`In ${t.place}, (?<n>#) ${nounOf(level)} ha(?:s|ve) more need than provision reaches`),
    {
      n: short.length,
    },
  );
  says(words.figure, form('(?<v>#)'), { v: short.reduce((sum, i) => sum + gaps[i], 0) });
  says(words.figureMeans, form('places a year are missing .*; in (?<n>#) the direction is robust'), {
    n: short.filter((i) => robust(answer, i)).length,
  });
  listsLargest(t, short, gaps);
}

function sure(t: Told): void {
  const { answer, rows, words } = t;
  const of = known(answer, rows);
  const count = of.filter((i) => robust(answer, i)).length;
  says(
    words.title,
    form(
      `How sure: for (?<n>#) of (?<all>#) ${nounOf(answer.areas.level)} in ${t.place} the direction of the gap is robust`,
    ),
    { n: count, all: of.length },
  );
  says(words.figure, form('(?<v>#)%'), { v: (100 * count) / of.length });
  says(words.figureMeans, form('.* at least 80% of (?<d>#) draws over rates, reach and records'), {
    d: answer.uncertainty?.draws ?? Number.NaN,
  });
  const ten = answer.uncertainty?.worstTen ?? new Float64Array();
  const listed = rows.filter((i) => ten[i] >= 0.5).map((i) => [label(t, i), ten[i]] as const);
  expect(words.list).toHaveLength(Math.min(4, listed.length));
  for (const { figure, label: name } of words.list) {
    const odds = listed.find(([n]) => n === name)?.[1] ?? Number.NaN;
    expect(Math.abs(told(figure).value - 100 * odds)).toBeLessThanOrEqual(1);
  }
  // The map speaks of the same thing as the title.
  const painting = paintStep('sure', answer, t.row?.code ?? null);
  const { classes } = painting;
  // So do the legend's numbers.
  expect(classes[0].count + classes[4].count).toBe(count);
  expect(classes.reduce((sum, c) => sum + c.count, painting.notKnown)).toBe(rows.length);
  const drawn = rows.filter((i) => /robust/.test(painting.classes[painting.classOf[i]]?.label ?? ''));
  expect(drawn).toHaveLength(count);
  for (const i of drawn)
    expect(painting.classes[painting.classOf[i]].label).toMatch(
      answer.areas.gap[i] >= 0 ? /^short/ : /^more/,
    );
}

const CHECKS = { need, provision, gap, furthest, sure, 'not known': provision } as const;

const NORM: Question['yardstick'] = { kind: 'norm', places: 0.004 };
const CASES: readonly (readonly [string, Partial<Question>])[] = [
  ['the documented inventory', {}],
  ['the documented inventory against a norm', { yardstick: NORM }],
  ['the documented inventory, people of one age band', { ages: { from: 18, to: 24 } }],
  ['LSOAs', { level: 'lsoa' }],
  ['the illustrative inventory', { inventory: 'illustrative' }],
  [
    'the illustrative inventory, secondary prevention as a whole',
    { inventory: 'illustrative', tier: 'secondary', programmes: [] },
  ],
  ['the illustrative inventory against a norm', { inventory: 'illustrative', yardstick: NORM }],
];
const UNKNOWN: readonly (readonly [string, Partial<Question>])[] = [
  ['primary prevention', { tier: 'primary', programmes: [] }],
  ['secondary prevention', { tier: 'secondary', programmes: [] }],
  ['tertiary prevention as a whole', { tier: 'tertiary', programmes: [] }],
  ['mentors in schools alone', { tier: 'primary', programmes: ['mvp'] }],
];

/** Every step of all eight stories, each with its words. */
async function everyStep(change: Partial<Question>, look: (t: Told) => void): Promise<number> {
  let seen = 0;
  for (const story of readyStories('West Midlands', dataset.authorities))
    for (const step of story.steps) {
      const ages = change.ages ?? step.question.ages;
      // A step that asks of another tier keeps asking it, unless the case is about tiers.
      const asked = { ...step.question, ...change, ages };
      const question =
        step.kind === 'not known' && !change.tier
          ? { ...asked, tier: step.question.tier, programmes: [] }
          : asked;
      const answer = await answerTo(question);
      const row = answer.authorities.find((a) => a.code === story.authority) ?? null;
      const { authorityCode, code } = answer.areas;
      look({
        story,
        step,
        answer,
        row,
        place: row?.name ?? 'the seven authorities',
        rows: [...code.keys()].filter((i) => row === null || authorityCode[i] === row.code),
        words: stepWords(step.kind, answer, dataset, story.authority),
      });
      seen++;
    }
  return seen;
}

const allText = (w: StepWords) =>
  [w.title, w.figure, w.figureMeans, w.caption, ...w.list.flatMap((l) => [l.figure, l.label])].join(' ');

/** What may be said only where provision is known. */
const OF_A_GAP =
  /places a year (short|fewer|more)|missing|would have to move|more need than provision|direction|\+\d|−\d|\d%/;

describe('the figures in the sentences of all eight ready stories', () => {
  for (const [name, change] of CASES)
    test(`are the answer's: ${name}`, { timeout: 60_000 }, async () => {
      const seen = await everyStep(change, (t) => {
        const agesAsked = t.answer.question.ages;
        const unknown = Number.isNaN(t.answer.headline.unmetShare);
        if (unknown && t.step.kind !== 'need') {
          expect(t.words.figure).toBe('not known');
          expect(allText(t.words)).not.toMatch(OF_A_GAP);
          return;
        }
        if (agesAsked.from === 18 && (t.step.kind === 'provision' || t.step.kind === 'not known')) return;
        if (t.step.kind !== 'own') CHECKS[t.step.kind](t);
      });
      expect(seen).toBe(8 * 6);
    });

  for (const [name, change] of UNKNOWN)
    test(`speak of no gap where provision is not known: ${name}`, { timeout: 60_000 }, async () => {
      await everyStep(change, ({ step, answer, words }) => {
        if (step.kind === 'need') return;
        expect(words.figure).toBe('not known');
        expect(words.title).toMatch(/is not known, which is not the same as none$/);
        expect(allText(words)).not.toMatch(OF_A_GAP);
        expect(words.tone).toBe('plain');
        for (const { label } of words.list) expect(label).not.toMatch(/(?<!records?) in the region, but/);
        expect(paintStep(step.kind, answer, null).classOf.every((c) => c === NOT_KNOWN_CLASS)).toBe(true);
      });
    });

  test('nothing to share is said to be that, and neither not known nor a gap', async () => {
    await everyStep({ ages: { from: 65, to: 90 } }, ({ step, words, answer }) => {
      if (step.kind === 'need' || step.kind === 'not known') return;
      expect(answer.services.every((s) => s.leftOut !== '')).toBe(true);
      expect(allText(words)).not.toMatch(/not known|NaN/);
      expect(allText(words)).not.toMatch(OF_A_GAP);
    });
  });

  test('no word ranks homes as worst, calls a place failing, or a cluster significant; nothing is left unsaid', async () => {
    for (const [, change] of [...CASES, ...UNKNOWN])
      await everyStep(change, ({ words }) => {
        expect(allText(words)).not.toMatch(/worst|failing|significant|bad |NaN|undefined|null|Infinity/i);
      });
  });
});
