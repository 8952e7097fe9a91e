// The coverage matrix as rows of words: one row for each tier and authority, one for a whole tier where nothing is known of it.
import { type AgeRange, OPEN_END, sharedAges } from '../domain/ages.ts';
import type { CoverageCell, CoverageMatrix } from '../domain/coverageMatrix.ts';
import type { Programme, Tier } from '../domain/intervention.ts';
import { TIERS } from '../domain/intervention.ts';
import { classAt, quantileBreaks } from './breaks.ts';
import { decimals, inWords, NOT_KNOWN, whole } from './numbers.ts';
import { listed } from './words.ts';

/** missing: none, although a programme of the tier is for these ages. */
type CellTone = 'figure' | 'none' | 'missing' | 'not known';

export interface CoverageText {
  readonly text: string;
  readonly tone: CellTone;
  /** 1 to 5 for figures, as in the map's provision colours; 0 otherwise. */
  readonly shade: number;
  /** The whole reading in words: for the title and for those who listen. */
  readonly means: string;
}

export interface CoverageRow {
  readonly tier: Tier;
  /** True for the first row of its tier. */
  readonly opens: boolean;
  readonly authority: string;
  /** GSS code; null where the row stands for all authorities. */
  readonly code: string | null;
  readonly cells: readonly CoverageText[];
  readonly verified: string;
}

/** "0–4", "65+" */
export function stageLabel(stage: AgeRange): string {
  return stage.to >= OPEN_END ? `${stage.from}+` : `${stage.from}–${stage.to}`;
}

function perThousand(value: number): string {
  if (value > 0 && value < 0.05) return '<0.1';
  return decimals(value, value >= 100 ? 0 : 1);
}

const firstUpper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function cellText(cell: CoverageCell, breaks: readonly number[], asked: boolean): CoverageText {
  const why = cell.why === '' ? '' : ` ${firstUpper(cell.why)}.`;
  if (cell.status === 'not known')
    return { text: NOT_KNOWN, tone: 'not known', shade: 0, means: `Not known.${why}` };
  if (cell.status === 'none')
    return { text: 'none', tone: asked ? 'missing' : 'none', shade: 0, means: `None.${why}` };
  const least = cell.status === 'part known';
  const figure = perThousand(cell.per1000);
  const following =
    cell.following > 0
      ? `; ${decimals(cell.following, 1)} of them follow people and have no place on the map`
      : '';
  const services = cell.services === 1 ? 'one service' : `${inWords(cell.services)} services`;
  return {
    text: least ? (figure.startsWith('<') ? '> 0' : `≥ ${figure}`) : figure,
    tone: 'figure',
    shade: 1 + classAt(breaks, cell.per1000),
    means: `${least ? 'At least ' : ''}${decimals(cell.places, 1)} places a year for ${whole(cell.people)} people, from ${services}${following}.${why}`,
  };
}

/** The rows in the order of the tiers, then of the authorities. */
export function coverageRows(matrix: CoverageMatrix, programmes: readonly Programme[]): CoverageRow[] {
  const figures = matrix.cells.filter((c) => c.places > 0).map((c) => c.per1000);
  const breaks = quantileBreaks(figures, 5);
  return TIERS.flatMap((tier) => {
    const ofTier = matrix.cells.filter((c) => c.tier === tier);
    const askedOf = matrix.stages.map((stage) =>
      programmes.some((p) => p.tier === tier && sharedAges(p.ages, stage) !== null),
    );
    const verifiedOf = (code: string | null) => {
      const found = matrix.records.find((r) => r.tier === tier && r.authority === code);
      if (!found || found.records === 0) return 'no records';
      return `${found.verified} of ${found.records}`;
    };
    const rowOf = (
      authority: string,
      code: string | null,
      cells: readonly CoverageCell[],
      opens: boolean,
    ) => ({
      tier,
      opens,
      authority,
      code,
      cells: cells.map((cell) => cellText(cell, breaks, askedOf[cell.stage])),
      verified: verifiedOf(code),
    });
    const first = ofTier.filter((c) => c.authority === matrix.authorities[0]?.code);
    const alike = ofTier.every((c) => c.status === 'not known' && c.why === first[c.stage]?.why);
    if (alike) return [rowOf(`all ${inWords(matrix.authorities.length)}`, null, first, true)];
    return matrix.authorities.map(({ code, name }, k) =>
      rowOf(
        name,
        code,
        ofTier.filter((c) => c.authority === code),
        k === 0,
      ),
    );
  });
}

export interface AskText {
  readonly id: string;
  readonly text: string;
  /** What waits for the answer. */
  readonly waits: string;
}

/** What to ask next in sentences: first the lists whose completion settles areas, then the records that stand on little. */
export function askNextTexts(matrix: CoverageMatrix): AskText[] {
  const names = new Map(matrix.authorities.map((a) => [a.code, a.name]));
  const lists = matrix.openLists.map((list): AskText => {
    const all = list.authorities.length === matrix.authorities.length;
    const where = all
      ? `in all ${inWords(matrix.authorities.length)} authorities`
      : `in ${listed(list.authorities.map((a) => names.get(a) ?? a))}`;
    return {
      id: `list-${list.programme}`,
      text: `${list.label} (${list.tier}): is there a complete list ${where}?`,
      waits: `${whole(list.areas)} areas wait for it.`,
    };
  });
  const records = matrix.weakRecords.map(
    (record): AskText => ({
      id: `record-${record.id}`,
      text: `${record.place} (${record.tier}): ${listed(record.reasons)}.`,
      waits: Number.isNaN(record.places) ? '' : `${whole(record.places)} places a year stand on it.`,
    }),
  );
  return [...lists, ...records];
}
