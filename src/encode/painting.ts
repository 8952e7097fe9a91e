// The painting: one class per area, with its colour, letter and words. Map, legend, list, scatter and export all read it.
import type { Answer, AreaTable } from '../domain/answer.ts';
import type { Level } from '../domain/area.ts';
import type { Show } from '../domain/question.ts';
import { classAround, classAt, digitsOf, quantileBreaks, symmetricBreaks } from './breaks.ts';
import { hatchedRoles, ROLES } from './clusterRoles.ts';
import { testPhrase } from './hotspotHeadline.ts';
import { needPeriod } from './needPeriod.ts';
import { gapColumn, noGapBecause } from './noGap.ts';
import { decimals, rate, signed, whole } from './numbers.ts';
import { ownCoverage } from './ownCoverage.ts';
import { provisionOnAnotherDay } from './readingDay.ts';
import { shown } from './shown.ts';
import { hatchedAreas } from './withheld.ts';
import { capital, levelNoun, periodPhrase } from './words.ts';

/** In `classOf`: no class, drawn hatched, never a colour of the scale. */
export const NOT_KNOWN_CLASS = 255;

export interface PaintedClass {
  /** Name of the CSS custom property that holds the colour. */
  readonly colour: string;
  /** Repeats in letters what the colour says; empty where the scale's numbers do. */
  readonly letter: string;
  readonly label: string;
  readonly count: number;
}

export interface Legend {
  /** steps: classes in a row with numbers between them; grid: 3 × 3; list: one line per class. */
  readonly form: 'steps' | 'grid' | 'list';
  readonly title: string;
  readonly unit: string;
  readonly period: string;
  /** What the figures are held against, in words. */
  readonly comparator: string;
  /** Words at the two ends of the scale. */
  readonly low: string;
  readonly high: string;
  /** Text of the break between class k and class k + 1. */
  readonly ticks: readonly string[];
  /** What the hatched areas are, where that is more than "not known". */
  readonly hatched?: string;
}

export interface Painting {
  readonly show: Show;
  readonly level: Level;
  readonly code: readonly string[];
  /** Index into `classes` by area, or NOT_KNOWN_CLASS. */
  readonly classOf: Uint8Array;
  readonly classes: readonly PaintedClass[];
  readonly breaks: readonly number[];
  readonly notKnown: number;
  readonly legend: Legend;
}

/** The custom property an area is filled with, or null where it is hatched. */
export function colourOf(painting: Painting, index: number): string | null {
  const k = painting.classOf[index];
  return k === NOT_KNOWN_CLASS ? null : painting.classes[k].colour;
}

interface Scheme {
  readonly classOf: Uint8Array;
  readonly classes: readonly Omit<PaintedClass, 'count'>[];
  readonly breaks: readonly number[];
  readonly legend: Pick<Legend, 'form' | 'low' | 'high' | 'ticks' | 'comparator' | 'hatched'>;
}

function classify(
  column: Float64Array,
  breaks: readonly number[],
  classOf: (breaks: readonly number[], value: number) => number = classAt,
): Uint8Array {
  return Uint8Array.from(column, (v) => (Number.isNaN(v) ? NOT_KNOWN_CLASS : classOf(breaks, v)));
}

function between(breaks: readonly number[], k: number, text: (v: number) => string): string {
  if (!breaks.length) return 'all areas alike';
  if (k === 0) return `below ${text(breaks[0])}`;
  if (k === breaks.length) return `${text(breaks[k - 1])} and over`;
  return `${text(breaks[k - 1])} to ${text(breaks[k])}`;
}

function paintGap(answer: Answer, areas: AreaTable): Scheme {
  // A plan is read against what stands today: both pictures keep today's breaks.
  const breaks = symmetricBreaks((answer.before?.areas ?? areas).gap);
  const most = (k: number) => roundText(Math.abs(breaks[k]));
  const labels = [
    `${most(0)} or more above what need calls for`,
    `${most(1)} to ${most(0)} above what need calls for`,
    `${most(2)} to ${most(1)} above what need calls for`,
    `within ${most(3)} of what need calls for`,
    `${most(3)} to ${most(4)} short`,
    `${most(4)} to ${most(5)} short`,
    `${most(5)} or more short`,
  ];
  return {
    classOf: classify(gapColumn(answer, areas.gap), breaks, classAround),
    classes: labels.map((label, k) => ({ colour: `--gap-${k + 1}`, letter: '', label })),
    breaks,
    legend: {
      form: 'steps',
      low: 'more than need calls for',
      high: 'short',
      ticks: breaks.map((v) => signed(v, digitsOf([v]))),
      comparator:
        answer.question.yardstick.kind === 'norm'
          ? '0: as many as the norm asks for'
          : '0: a fair share of the places there are',
      ...(noGapBecause(answer) && { hatched: noGapBecause(answer) }),
    },
  };
}

function paintNeed(answer: Answer, areas: AreaTable): Scheme {
  const { column, region, rising } = shown(answer, 'need', areas);
  const values = column ?? new Float64Array(areas.code.length).fill(Number.NaN);
  const breaks = quantileBreaks(values, 5);
  const classes = breaks.length + 1;
  return {
    classOf: classify(values, breaks),
    classes: Array.from({ length: classes }, (_, k) => ({
      // Where more of the measure means less need, the dark end stands at the low figures.
      colour: `--need-${spread(rising ? k : classes - 1 - k, classes, 5)}`,
      letter: '',
      label: between(breaks, k, roundText),
    })),
    breaks,
    legend: {
      form: 'steps',
      low: rising ? 'less need' : 'more need',
      high: rising ? 'more need' : 'less need',
      ticks: breaks.map(roundText),
      comparator: Number.isNaN(region) ? '' : `${regionWord(answer, areas)} ${rate(region)}`,
    },
  };
}

/** What the figure of all is of: the region, or of the reader's own counts the areas they are known for. */
function regionWord(answer: Answer, areas: AreaTable): string {
  const [one] = answer.measures.filter((m) => m.weight > 0);
  const covers = one && ownCoverage(one, areas);
  return covers ? `${covers}, together` : 'Region';
}

/** A round number with the decimals it needs. */
function roundText(value: number): string {
  return decimals(value, digitsOf([value]));
}

/** Fewer classes than colours still run from the lightest to the darkest. */
function spread(k: number, classes: number, colours: number): number {
  return classes === 1 ? colours : 1 + Math.round((k * (colours - 1)) / (classes - 1));
}

function paintProvision(answer: Answer, areas: AreaTable): Scheme {
  const base = (answer.before?.areas ?? areas).access;
  const positive = base.filter((v) => v > 0);
  const breaks = quantileBreaks(positive, 5);
  const classOf = Uint8Array.from(areas.access, (v) =>
    Number.isNaN(v) ? NOT_KNOWN_CLASS : v === 0 ? 0 : 1 + classAt(breaks, v),
  );
  const some = Array.from({ length: breaks.length + 1 }, (_, k) => ({
    colour: `--provision-${spread(k, breaks.length + 1, 5)}`,
    letter: '',
    label: k === 0 && breaks.length ? `some, below ${roundText(breaks[0])}` : between(breaks, k, roundText),
  }));
  const { region } = shown(answer, 'provision', areas);
  return {
    classOf,
    classes: [{ colour: '--provision-0', letter: '', label: 'none within reach' }, ...some],
    breaks: [Number.MIN_VALUE, ...breaks],
    legend: {
      form: 'steps',
      low: 'none within reach',
      high: 'more provision',
      ticks: ['0', ...breaks.map(roundText)],
      // Where none of it is known, a sum over what is known would read as none.
      comparator: Number.isNaN(region) || base.every(Number.isNaN) ? '' : `Region ${rate(region)}`,
    },
  };
}

/** Hatched in thirds of need and provision where there is none of it anywhere. */
const NOWHERE = 'no places anywhere, so no thirds of them';

const THIRD = ['low', 'middle', 'high'];
const THIRD_LETTER = ['L', 'M', 'H'];

function paintClass(areas: AreaTable): Scheme {
  // Thirds of a provision that is nowhere would call none of it "middle".
  const nowhere = areas.places.some((p) => p === 0) && !areas.places.some((p) => p > 0);
  return {
    classOf: areas.class.map((c) => (c < 9 && !nowhere ? c : NOT_KNOWN_CLASS)),
    classes: Array.from({ length: 9 }, (_, c) => {
      const need = Math.floor(c / 3);
      const provision = c % 3;
      return {
        colour: `--class-${THIRD_LETTER[need]}${THIRD_LETTER[provision]}`.toLowerCase(),
        letter: THIRD_LETTER[need] + THIRD_LETTER[provision],
        label: `${THIRD[need]} need, ${THIRD[provision]} provision`,
      };
    }),
    breaks: [],
    legend: {
      form: 'grid',
      low: '',
      high: '',
      ticks: [],
      comparator: 'First letter need, second provision: low, middle or high third',
      ...(nowhere && { hatched: NOWHERE }),
    },
  };
}

function paintHotspots(answer: Answer, areas: AreaTable): Scheme {
  const role = answer.hotspots?.role;
  const present = ROLES.filter(
    (r) => r.role === 'none' || r.role === 'core high' || r.role === 'core low' || role?.includes(r.role),
  );
  const index = new Map(present.map((r, k) => [r.role, k]));
  return {
    classOf: Uint8Array.from(
      areas.code,
      (_, i) => (role ? index.get(role[i]) : undefined) ?? NOT_KNOWN_CLASS,
    ),
    classes: present.map(({ colour, letter, label }) => ({ colour, letter, label })),
    breaks: [],
    legend: {
      form: 'list',
      low: '',
      high: '',
      ticks: [],
      comparator: answer.hotspots ? capital(testPhrase(answer, answer.hotspots)) : 'Being looked for …',
      hatched: hatchedRoles(answer.hotspots),
    },
  };
}

/** The period of what is shown, with the day of its provision where the period does not say it. */
function periodShown(answer: Answer, show: Show): string {
  const day = show === 'need' || show === 'hotspots' ? '' : provisionOnAnotherDay(answer.question);
  return periodOfNeed(answer, show) + day;
}

/** A need without monthly counts has that of its own measures. */
function periodOfNeed(answer: Answer, show: Show): string {
  const counted = answer.measures.filter((m) => m.weight > 0);
  if (show !== 'provision' && counted.some((m) => m.measure.kind === 'own')) return needPeriod(answer);
  if (show !== 'need' || counted.some((m) => m.measure.kind === 'count'))
    return periodPhrase(answer.question.period);
  return [...new Set(counted.map((m) => m.measure.period))].join(' and ');
}

/**
 * One class per area for what the reader asked to see. Not known (NaN, or no role yet) takes NOT_KNOWN_CLASS and never
 * a colour. `areas` is the answer's own table unless another is given: the table before a plan, in the same classes.
 */
export function paint(answer: Answer, show: Show, areas: AreaTable = answer.areas): Painting {
  const scheme =
    show === 'gap'
      ? paintGap(answer, areas)
      : show === 'need'
        ? paintNeed(answer, areas)
        : show === 'provision'
          ? paintProvision(answer, areas)
          : show === 'class'
            ? paintClass(areas)
            : paintHotspots(answer, areas);
  const counts = new Uint32Array(256);
  for (const c of scheme.classOf) counts[c]++;
  const { title, unit } = shown(answer, show, areas);
  return {
    show,
    level: areas.level,
    code: areas.code,
    classOf: scheme.classOf,
    classes: scheme.classes.map((c, k) => ({ ...c, count: counts[k] })),
    breaks: scheme.breaks,
    notKnown: counts[NOT_KNOWN_CLASS],
    legend: {
      ...(show === 'provision' ? {} : { hatched: hatchedAreas(answer, counts[NOT_KNOWN_CLASS]) }),
      ...scheme.legend,
      title,
      unit,
      period: `${periodShown(answer, show)}, ${whole(areas.code.length)} ${levelNoun(areas.level)}`,
    },
  };
}
