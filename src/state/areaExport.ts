// The table of areas as it leaves the page or the command line: the same cells and the same lines above them, from one place.
import { csvText } from '../data/csvOut.ts';
import type { Answer } from '../domain/answer.ts';
import { areaTable, type TableColumn, testedBeside } from '../encode/areaTable.ts';
import { statisticName, testPhrase } from '../encode/hotspotHeadline.ts';
import { inventoryPhrase, isIllustrative } from '../encode/inventoryPhrase.ts';
import { exact } from '../encode/numbers.ts';
import { answeredText, planList, planOf, planPhrase } from '../encode/planPhrase.ts';
import type { Vocabulary } from '../encode/sentence.ts';
import { statusOf } from '../encode/status.ts';
import { writeLink } from './link.ts';

/** What the file says of itself beyond its answer. */
export interface ExportWords {
  readonly vocabulary: Vocabulary;
  /** Who it was made for; empty for nobody in particular. */
  readonly preparedFor?: string;
  /** What could not be read of a link, and the like. */
  readonly notices?: readonly string[];
}

export const ILLUSTRATIVE =
  'ILLUSTRATIVE INVENTORY: the services counted are invented to show the method, and are no evidence';

/** What a file is called: marked where its services are invented, and where its figures are with a plan. */
export function exportName(answer: Answer, what: string, ending: string): string {
  const mark = isIllustrative(answer) ? 'ILLUSTRATIVE-' : '';
  const plan = planOf(answer) ? '-with-plan' : '';
  return `${mark}${what}-${answer.areas.level}-${answer.release.id}${plan}.${ending}`;
}

/** Key and text of everything that must be said with the figures, in order. */
export function provenance(answer: Answer, words: ExportWords): [key: string, text: string][] {
  const { release, question, hotspots } = answer;
  const told: [string, string][] = [['question', answeredText(answer, words.vocabulary)]];
  const plan = planOf(answer);
  if (words.preparedFor) told.push(['prepared for', words.preparedFor]);
  told.push(
    ['link', writeLink(question, { release: release.id })],
    ['release', `${release.id} (${release.hash}), ${release.boundaries}`],
    ['engine', answer.engine],
    ['seed', String(question.seed)],
    [
      'intervals',
      answer.uncertainty ? `90 %, from ${answer.uncertainty.draws} seeded draws` : 'not yet computed',
    ],
    [
      'inventory',
      plan
        ? inventoryPhrase(answer, words.vocabulary).replace(/^(\w+) inventory:/, '$1:')
        : answer.inventoryStatus,
    ],
  );
  if (plan)
    told.push([
      'plan',
      `the figures are with ${planPhrase(plan)}, a proposal and not what exists: ${planList(answer)}; columns that end in _now are without it, held against the same yardstick`,
    ]);
  for (const { measure, unit, weight } of answer.measures)
    told.push([
      `measure ${measure.id}`,
      `${unit}, weight ${exact(weight)}${measure.kind === 'own' ? `; “${measure.label}”, ${measure.period}. ${measure.note ?? ''}` : ''}`,
    ]);
  for (const { measure, unit } of testedBeside(answer))
    told.push([`measure ${measure.id}`, `${unit}, tested for clusters, no part of the need`]);
  if (hotspots)
    told.push([
      'clusters',
      `${statisticName(hotspots.statistic)} of ${hotspots.of}; ${testPhrase(answer, hotspots)}`,
    ]);
  told.push(
    [
      'gap',
      'places a year, above zero where need calls for more than provision reaches; an empty cell is not known or suppressed, as status says',
    ],
    ['attribution', release.attribution],
  );
  if (answer.inventoryStatus === 'illustrative') told.push(['note', ILLUSTRATIVE]);
  if (answer.inventoryStatus === 'own')
    told.push(['note', "The inventory is the reader's own, not part of the release."]);
  for (const notice of [...(words.notices ?? []), ...answer.notices]) told.push(['note', notice]);
  return told;
}

export type AreaCell = string | number | null;

/**
 * Header and rows, in the order of the release; figures at 15 significant digits, null where not known. `more` columns, which are no
 * part of the answer itself, stand last.
 */
export function areaRows(
  answer: Answer,
  more: readonly TableColumn[] = [],
): { header: string[]; rows: AreaCell[][] } {
  const columns = areaTable(answer);
  const cell = (values: ArrayLike<number> | readonly string[], i: number): AreaCell => {
    const value = values[i];
    if (typeof value === 'string') return value;
    return Number.isFinite(value) ? Number(exact(value)) + 0 : null;
  };
  return {
    header: [...columns.map((c) => c.id), 'status', ...more.map((c) => c.id)],
    rows: answer.areas.code.map((_, i) => [
      ...columns.map((c) => cell(c.values, i)),
      statusOf(answer, i),
      ...more.map((c) => cell(c.values, i)),
    ]),
  };
}

/** The whole file as CSV. */
export function areaCsv(answer: Answer, words: ExportWords, more: readonly TableColumn[] = []): string {
  const { header, rows } = areaRows(answer, more);
  return csvText(
    header,
    rows,
    provenance(answer, words).map(([key, text]) => `${key}: ${text}`),
  );
}
