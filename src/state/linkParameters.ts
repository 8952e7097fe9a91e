// The parameters of a link: how each part of a question is written as words, and read back strictly.
import type { Question } from '../domain/question.ts';
import { readPlan, writePlan } from './planLink.ts';
import { readSearch, writeSearch } from './planSearchLink.ts';
import { formatAges, formatPeriod, isDay, parseAges, parseNumber, parsePeriod } from './words.ts';

/** One parameter: how it is written and how it is read; `read` gives null for what it cannot read. */
export interface Parameter {
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

const NAME = /^[a-z0-9][a-z0-9-]*$/;
const CODE = /^[A-Za-z0-9]{1,12}$/;
const list = (text: string) => (text === '' ? [] : text.split(','));

export const PARAMETERS: readonly Parameter[] = [
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
    key: 'search',
    says: 'what the search for sites is asked with',
    write: (q) => writeSearch(q.search),
    read: (text) => {
      const search = readSearch(text);
      return search && { search };
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
