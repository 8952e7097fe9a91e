// Question ↔ address: the part after "#", readable, versioned, and forgiving of what is broken.
import { ENGINE_VERSION } from '../domain/answer.ts';
import type { LinkStamp, SeenFigures } from '../domain/decisionRecord.ts';
import { OPENING_QUESTION as OPENING, type Question, type Screen } from '../domain/question.ts';
import { readPlan, writePlan } from './planLink.ts';
import { formatAges, formatPeriod, parseAges, parseNumber, parsePeriod } from './words.ts';

/** Defaults belong to the version: a link leaves out what equals version 1's opening question. */
export const LINK_VERSION = '1';

const SCREENS: readonly Screen[] = ['map', 'place', 'provision', 'plan', 'outcomes', 'present', 'method'];

/** One parameter: how it is written and how it is read; `read` gives null for what it cannot read. */
interface Parameter {
  readonly key: string;
  /** What it is, in words, for the notice when it cannot be read. */
  readonly says: string;
  write(q: Question): string;
  read(text: string): Partial<Question> | null;
}

function oneOf<K extends keyof Question>(
  key: K & string,
  says: string,
  values: readonly (Question[K] & string)[],
): Parameter {
  return {
    key,
    says,
    write: (q) => (q[key] as string).replaceAll(' ', '-'),
    read: (text) => {
      const value = values.find((v) => v.replaceAll(' ', '-') === text);
      return value === undefined ? null : ({ [key]: value } as Partial<Question>);
    },
  };
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const NAME = /^[a-z0-9][a-z0-9-]*$/;
const CODE = /^[A-Za-z0-9]{1,12}$/;
const list = (text: string) => (text === '' ? [] : text.split(','));

const PARAMETERS: readonly Parameter[] = [
  oneOf('show', 'what the map shows', ['need', 'provision', 'gap', 'class', 'hotspots']),
  oneOf('level', 'the kind of area', ['ward', 'lsoa']),
  {
    key: 'need',
    says: 'the measures of need and their weights',
    write: (q) => q.need.map((m) => `${m.measure}:${m.weight}`).join(','),
    read: (text) => {
      const need = list(text).map((part) => {
        const [measure, weight] = part.split(':');
        return { measure, weight: parseNumber(weight, 0, 1e6) };
      });
      const sound =
        need.every((m) => NAME.test(m.measure) && m.weight !== null) && need.some((m) => (m.weight ?? 0) > 0);
      return sound ? { need: need.map((m) => ({ measure: m.measure, weight: m.weight ?? 0 })) } : null;
    },
  },
  oneOf('standardise', 'the standardisation', ['percentile', 'z', 'minmax', 'exponential']),
  oneOf('aggregate', 'the way measures are put together', ['arithmetic', 'geometric']),
  {
    key: 'smoothed',
    says: 'whether rates are smoothed',
    write: (q) => (q.smoothed ? 'yes' : 'no'),
    read: (text) => (text === 'yes' || text === 'no' ? { smoothed: text === 'yes' } : null),
  },
  oneOf('per', 'the denominator', ['residents', 'ages', 'km2']),
  oneOf('tier', 'the tier', ['primary', 'secondary', 'tertiary']),
  {
    key: 'programmes',
    says: 'the programmes',
    write: (q) => (q.programmes.length === 0 ? 'all' : q.programmes.join(',')),
    read: (text) => {
      if (text === 'all') return { programmes: [] };
      const programmes = list(text);
      return programmes.length > 0 && programmes.every((p) => NAME.test(p)) ? { programmes } : null;
    },
  },
  {
    key: 'ages',
    says: 'the ages',
    write: (q) => formatAges(q.ages),
    read: (text) => {
      const ages = parseAges(text);
      return ages && { ages };
    },
  },
  {
    key: 'period',
    says: 'the period',
    write: (q) => formatPeriod(q.period),
    read: (text) => {
      const period = parsePeriod(text);
      return period && { period };
    },
  },
  {
    key: 'reach',
    says: 'the reach (metres, decay, detour factor)',
    write: (q) => `${q.reach.catchment},${q.reach.decay},${q.reach.detour}`,
    read: (text) => {
      const [metres, decay, factor] = text.split(',');
      const catchment = parseNumber(metres, 100, 200_000);
      const detour = parseNumber(factor, 1, 5);
      if (catchment === null || detour === null) return null;
      if (decay !== 'step' && decay !== 'gaussian' && decay !== 'exponential') return null;
      return { reach: { catchment, decay, detour } };
    },
  },
  {
    key: 'yardstick',
    says: 'the yardstick (fair-share, or norm: and places a year per eligible person)',
    write: (q) => (q.yardstick.kind === 'fair share' ? 'fair-share' : `norm:${q.yardstick.places}`),
    read: (text) => {
      if (text === 'fair-share') return { yardstick: { kind: 'fair share' } };
      const places = text.startsWith('norm:') ? parseNumber(text.slice(5), 0, 10) : null;
      return places === null ? null : { yardstick: { kind: 'norm', places } };
    },
  },
  {
    key: 'date',
    says: 'the date provision is read on',
    write: (q) => q.date ?? '',
    read: (text) => {
      if (text === '') return { date: null };
      return isDay(text) ? { date: text } : null;
    },
  },
  oneOf('inventory', 'the inventory', ['documented', 'illustrative', 'own']),
  {
    key: 'plan',
    says: 'the plan',
    write: (q) => (q.plan ? writePlan(q.plan) : ''),
    read: (text) => {
      if (text === '') return { plan: null };
      const { plan, unread } = readPlan(text);
      return unread > 0 ? null : { plan };
    },
  },
  {
    key: 'hotspots',
    says: 'the hot-spot settings',
    write: (q) => `${q.hotspots.statistic},${q.hotspots.of},${q.hotspots.permutations},${q.hotspots.level}`,
    read: (text) => {
      const [statistic, of, runs, alpha] = text.split(',');
      const permutations = parseNumber(runs, 99, 99_999);
      const level = parseNumber(alpha, 0.0001, 0.5);
      if ((statistic !== 'gi-star' && statistic !== 'local-moran') || !NAME.test(of ?? '')) return null;
      if (permutations === null || !Number.isInteger(permutations) || level === null) return null;
      return { hotspots: { statistic, of, permutations, level } };
    },
  },
  {
    key: 'select',
    says: 'the selected areas',
    write: (q) => q.selected.join(','),
    read: (text) => (list(text).every((c) => CODE.test(c)) ? { selected: list(text) } : null),
  },
  {
    key: 'story',
    says: 'the story and its step',
    write: (q) => (q.story ? `${q.story.id}:${q.story.step}${q.story.deck ? `:${q.story.deck}` : ''}` : ''),
    read: (text) => {
      if (text === '') return { story: null };
      const [id, stepText, deck = ''] = text.split(':');
      const step = parseNumber(stepText, 0, 999);
      const sound = NAME.test(id) && step !== null && Number.isInteger(step) && /^[\w-]*$/.test(deck);
      return sound ? { story: { id, step, deck } } : null;
    },
  },
  {
    key: 'seed',
    says: 'the seed',
    write: (q) => String(q.seed),
    read: (text) => {
      const seed = parseNumber(text, 0, 2 ** 32 - 1);
      return seed === null || !Number.isInteger(seed) ? null : { seed };
    },
  },
];

const SEEN = ['unmet', 'lower', 'upper', 'gap', 'places', 'people', 'rate'] as const;
/** Digits that a link carries of a figure. */
const DIGITS = 6;

/** "unmet:0.276,first:E05001234,gap:20.9"; what is not known is left out. */
function writeSeen(seen: SeenFigures): string {
  const parts = SEEN.filter((name) => Number.isFinite(seen[name])).map(
    (name) => `${name}:${Number(seen[name].toPrecision(DIGITS))}`,
  );
  return [...parts, ...(seen.first === '' ? [] : [`first:${seen.first}`])].join(',');
}

/** Null where a figure is broken: a record that cannot be trusted whole is not compared. */
function readSeen(text: string): SeenFigures | null {
  const given = new Map(list(text).map((p) => p.split(':', 2) as [string, string | undefined]));
  const figure = (name: string) => (given.has(name) ? parseNumber(given.get(name), -1e12, 1e12) : Number.NaN);
  const figures = SEEN.map((name) => [name, figure(name)] as const);
  const first = given.get('first') ?? '';
  if (figures.some(([, v]) => v === null) || (first !== '' && !CODE.test(first))) return null;
  return { ...(Object.fromEntries(figures) as Record<(typeof SEEN)[number], number>), first };
}

/** What a link to be kept says of the figures it was made with. */
export interface Stamping {
  readonly release: string;
  /** Day it is made, YYYY-MM-DD. */
  readonly made?: string;
  readonly seen?: SeenFigures;
}

/** The address of a question, from "#" on. */
export function writeLink(question: Question, stamp?: Stamping): string {
  const parts = [`v=${LINK_VERSION}`];
  for (const parameter of PARAMETERS) {
    const text = parameter.write(question);
    if (text !== parameter.write(OPENING)) parts.push(`${parameter.key}=${text}`);
  }
  if (stamp) {
    parts.push(`release=${stamp.release}`, `engine=${ENGINE_VERSION}`);
    if (stamp.made) parts.push(`made=${stamp.made}`);
    const seen = stamp.seen ? writeSeen(stamp.seen) : '';
    if (stamp.seen) parts.push(`seen=${seen === '' ? 'none' : seen}`);
  }
  return `#/${question.screen}?${parts.join('&')}`;
}

/** Reads an address. What is missing stands as in the opening question; what is broken does too, and is named in a notice. */
export function parseLink(address: string): { question: Question; notices: string[]; stamp: LinkStamp } {
  const notices: string[] = [];
  const hash = address.includes('#') ? address.slice(address.indexOf('#') + 1) : '';
  const [path, query = ''] = hash.split('?', 2);
  const name = path.replace(/^\/+|\/+$/g, '');
  const screen = SCREENS.find((s) => s === name) ?? OPENING.screen;
  if (name !== '' && screen !== name)
    notices.push(`The link names a screen "${shorten(name)}" that does not exist; the map is shown instead.`);

  const given = new Map<string, string>();
  for (const pair of query.split('&')) {
    const at = pair.indexOf('=');
    if (at <= 0) continue;
    const key = pair.slice(0, at);
    const text = pair.slice(at + 1);
    // Mail programs escape commas and colons; a plan keeps its own escapes, which separate names from marks.
    given.set(key, key === 'plan' ? text : (attempt(() => decodeURIComponent(text)) ?? text));
  }
  const version = given.get('v');
  if (version !== undefined && version !== LINK_VERSION) {
    notices.push(
      `The link was made by another version of this page (link version ${shorten(version)}, here ${LINK_VERSION}); what could be read of it is shown.`,
    );
  }

  let question: Question = { ...OPENING, screen };
  for (const parameter of PARAMETERS) {
    const text = given.get(parameter.key);
    if (text === undefined) continue;
    const read = attempt(() => parameter.read(text));
    if (read) question = { ...question, ...read };
    else
      notices.push(
        `The link's part "${parameter.key}" (${parameter.says}) could not be read: "${shorten(text)}". The usual setting is used instead.`,
      );
  }
  const known = new Set([...PARAMETERS.map((p) => p.key), 'v', 'release', 'engine', 'made', 'seen']);
  const strange = [...given.keys()].filter((key) => !known.has(key));
  if (strange.length > 0)
    notices.push(
      `The link has parts this page does not know, and leaves out: ${shorten(strange.join(', '))}.`,
    );
  const made = given.get('made');
  const seenText = given.get('seen');
  const seen = seenText === undefined ? null : attempt(() => readSeen(seenText === 'none' ? '' : seenText));
  if (seenText !== undefined && seen === null)
    notices.push(
      `The link's part "seen" (the figures it was made with) could not be read: "${shorten(seenText)}". They are not compared with today's.`,
    );
  const stamp: LinkStamp = {
    release: said(given.get('release')),
    engine: said(given.get('engine')),
    made: made !== undefined && isDay(made) ? made : null,
    seen,
  };
  return { question, notices, stamp };
}

/** Release and engine are shown to the reader: short, or nothing. */
function said(text: string | undefined): string | null {
  return text ? shorten(text) : null;
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
