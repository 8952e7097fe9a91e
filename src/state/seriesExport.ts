// The figures behind each chart as files: months, scatter, classes and the ranked list, headed as the area table is.
import { type Cell, csvText } from '../data/csvOut.ts';
import type { Answer } from '../domain/answer.ts';
import { clusterColumns } from '../encode/areaTable.ts';
import { gapColumn } from '../encode/noGap.ts';
import { exact } from '../encode/numbers.ts';
import { NOT_KNOWN_CLASS, type Painting } from '../encode/painting.ts';
import { planOf } from '../encode/planPhrase.ts';
import { ranking } from '../encode/ranking.ts';
import { statusOf } from '../encode/status.ts';
import { type ExportWords, provenance } from './areaExport.ts';
import { ownMonthRows } from './ownMonthsExport.ts';

const figure = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : Number(exact(value)) + 0;

function file(answer: Answer, words: ExportWords, what: string, header: string[], rows: Cell[][]): string {
  const lines = provenance(answer, words).map(([key, text]) => `${key}: ${text}`);
  return csvText(header, rows, [`series: ${what}`, ...lines]);
}

/** The areas without the plan, where the figures are with one. */
const nowOf = (answer: Answer) => (planOf(answer) ? answer.before?.areas : undefined);

/** Events month by month: the region, then every area. A partial month is empty and says so. */
export function monthsCsv(answer: Answer, words: ExportWords): string {
  const { months, values, region } = answer.series;
  const rows: Cell[][] = months.map(({ month, status }, m) => [
    'region',
    'Region',
    month,
    status,
    figure(region[m]),
  ]);
  answer.areas.code.forEach((code, i) => {
    months.forEach(({ month, status }, m) => {
      rows.push([code, answer.areas.name[i], month, status, figure(values[i * months.length + m])]);
    });
  });
  const own = ownMonthRows(answer);
  if (own.length > 0) {
    const counted = answer.measures.filter((m) => m.weight > 0 && m.measure.kind === 'count');
    const named = counted.map((m) => m.measure.label).join(' and ');
    const all = [...(counted.length > 0 ? rows.map((row) => [...row, named]) : []), ...own];
    return file(
      answer,
      words,
      'events a month, of police records and of the reader’s own counts as they may be shown; a month that is partial, withheld or not in the file is empty, never summed',
      ['area', 'name', 'month', 'month_status', 'events', 'measure'],
      all,
    );
  }
  return file(
    answer,
    words,
    'events a month of the measures that are counts; a partial month is withheld, never summed',
    ['area', 'name', 'month', 'month_status', 'events'],
    rows,
  );
}

/** Need across and places per 1,000 eligible people up: one row for each area. */
export function scatterCsv(answer: Answer, words: ExportWords): string {
  const { areas } = answer;
  const now = nowOf(answer)?.access;
  const [single] = answer.measures.filter((m) => m.weight > 0);
  const across = answer.measures.filter((m) => m.weight > 0).length === 1 ? single.value : areas.need;
  return file(
    answer,
    words,
    'need (the measure itself where there is one, else relative to the region) and places a year per 1,000 eligible people',
    [
      'area',
      'name',
      'authority',
      'need',
      'places_per_1000',
      ...(now ? ['places_per_1000_now'] : []),
      'status',
    ],
    areas.code.map((code, i) => [
      code,
      areas.name[i],
      areas.authority[i],
      figure(across[i]),
      figure(areas.access[i]),
      ...(now ? [figure(now[i])] : []),
      statusOf(answer, i),
    ]),
  );
}

/** How many areas are in each class of the map, and which class each area is in. */
export function classesCsv(answer: Answer, painting: Painting, words: ExportWords): string {
  const { classes, classOf, legend } = painting;
  return file(
    answer,
    words,
    `classes of the map: ${legend.title}${legend.unit ? `, ${legend.unit}` : ''}; breaks ${painting.breaks.map(exact).join(', ') || 'none'}; ${classes
      .map((c) => `${c.label}: ${c.count}`)
      .join('; ')}; not known: ${painting.notKnown}`,
    ['area', 'name', 'class', 'label'],
    painting.code.map((code, i) => {
      const k = classOf[i];
      const known = k !== NOT_KNOWN_CLASS;
      return [code, answer.areas.name[i], known ? k + 1 : null, known ? classes[k].label : 'not known'];
    }),
  );
}

/** A column of a file; null while its figures are being computed. */
type Named = readonly [name: string, values: ArrayLike<number> | readonly string[] | null];

/** Of clusters: what was tested, what the area is, and how sure that is; `figure` is the statistic itself. */
function clustersOf(answer: Answer): Named[] {
  const { hotspots, question } = answer;
  if (question.show !== 'hotspots' || !hotspots) return [];
  const tested: Named = hotspots.tested
    ? [hotspots.tested.measure.id, hotspots.tested.value]
    : ['need', answer.areas.need];
  const found = clusterColumns(hotspots).filter((c) => c.id !== 'statistic');
  return [...found.map((c): Named => [c.id, c.values]), tested];
}

/** The list as the page ranks it: what is not known comes last, without a rank. */
export function rankedCsv(answer: Answer, words: ExportWords): string {
  const list = ranking(answer);
  const today = nowOf(answer);
  const now = today && gapColumn(answer, today.gap);
  const { show } = answer.question;
  const bounded = show === 'gap' || list.lower !== null;
  const bounds: Named[] = [
    ['lower', list.lower],
    ['upper', list.upper],
  ];
  const columns: Named[] = [
    ['figure', list.value],
    ...(bounded ? bounds : []),
    ...(show === 'gap' ? [['odds', list.odds] as const] : []),
    ...clustersOf(answer),
    ...(now ? [['gap_now', now] as const] : []),
  ];
  return file(
    answer,
    words,
    `${list.title}: ${list.unit}${list.lower ? `, ${list.interval}` : ''}`,
    ['rank', 'area', 'name', 'authority', ...columns.map(([name]) => name), 'status'],
    Array.from(list.order, (row): Cell[] => [
      figure(list.rank[row]),
      answer.areas.code[row],
      answer.areas.name[row],
      answer.areas.authority[row],
      ...columns.map(([, values]) => {
        const value = values?.[row];
        return typeof value === 'string' ? value : figure(value);
      }),
      statusOf(answer, row),
    ]),
  );
}
