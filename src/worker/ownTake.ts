// The reader's own files in the worker: looked at, counted, protected and kept as a measure. Raw counts never leave this thread.

import type { Read } from '../data/archive.ts';
import { csvText } from '../data/csvOut.ts';
import type { Fault } from '../data/fault.ts';
import { filePieces } from '../data/filePieces.ts';
import { loadKnownCodes, loadLsoaUnit } from '../data/knownCodes.ts';
import { ownColumn, readOwnCounts } from '../data/ownCounts.ts';
import { type OpenedFile, openOwnFile } from '../data/ownFile.ts';
import { recognise } from '../data/ownGuess.ts';
import { countStreetFiles } from '../data/streetCounts.ts';
import { accountSentence, wholeAccount } from '../data/streetFile.ts';
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Measure } from '../domain/measure.ts';
import type { OwnLevel, OwnLook, OwnReport, OwnTable, OwnWish } from '../domain/ownCounts.ts';
import type { Question } from '../domain/question.ts';
import { areasOf } from '../engine/apportion.ts';
import { openLevel, protectOwn, type Shown, wholeWards } from '../engine/ownProtection.ts';
import { ruleSentence } from './ownWords.ts';

export interface OwnKept {
  readonly tables: Map<string, OwnTable>;
  /** Every showing of this visit, so that two of them do not give away what each withholds. */
  readonly shown: {
    readonly label: string;
    readonly by: Level;
    readonly raw: Float64Array;
    readonly shown: Shown;
  }[];
}

export interface OwnHost {
  readonly read: Read;
  readonly ownCounts: OwnKept;
  holding(question: Question): Promise<Dataset>;
  ownChanged(): Promise<void>;
  goOn(): Promise<boolean>;
}

const FIRST_FAULTS = 200;

export async function lookAtFiles(files: readonly Blob[], names: readonly string[]): Promise<OwnLook> {
  const opened = await Promise.all(files.map(openOwnFile));
  const looks = opened.map((file, k) => ({ name: names[k], kind: file.kind, note: file.note }));
  const nothing = { files: looks, columns: [], sample: [], guess: null, why: [] };
  if (opened.some((f) => f.kind === 'street file'))
    return {
      ...nothing,
      kind: 'street files',
      files: looks.map((f) =>
        f.kind === 'table'
          ? { ...f, kind: 'refused', note: 'a table of another kind: bring it by itself' }
          : f,
      ),
    };
  const tables = opened.filter((f): f is Extract<OpenedFile, { kind: 'table' }> => f.kind === 'table');
  if (tables.length === 0) return { ...nothing, kind: 'nothing' };
  if (tables.length > 1)
    return {
      ...nothing,
      kind: 'nothing',
      why: ['Choose one table at a time; only police.uk street files can be brought many at once'],
    };
  const guess = recognise(tables[0].text);
  return {
    kind: guess.kind === 'inventory' ? 'inventory' : guess.columns.length > 0 ? 'table' : 'nothing',
    files: looks,
    columns: guess.columns,
    sample: guess.sample,
    guess: guess.mapping && {
      code: guess.mapping.code,
      count: guess.mapping.count,
      period: guess.mapping.period,
    },
    why: [...guess.why, ...guess.faults.map((f) => `${f.problem}. ${f.remedy}`)],
  };
}

function measureOf(wish: OwnWish, period: string, source: string, note: string): Measure {
  const label = wish.label.trim() || 'Own counts';
  return {
    id: wish.id,
    label,
    phrase: /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label,
    unit: 'counts',
    kind: 'own',
    direction: 1,
    period,
    source,
    note,
  };
}

function faultsCsv(faults: readonly Fault[]): string {
  return csvText(
    ['row', 'column', 'problem', 'remedy', 'row set aside'],
    faults.map((f) => [f.row, f.field, f.problem, f.remedy, f.setAside ? 'yes' : 'no']),
  );
}

function reasonsOf(faults: readonly Fault[]): { reason: string; rows: number }[] {
  const rows = new Map<string, number>();
  for (const fault of faults)
    if (fault.setAside) {
      const reason = fault.row === null ? 'the file as a whole' : fault.field || 'shape of the row';
      rows.set(reason, (rows.get(reason) ?? 0) + 1);
    }
  return [...rows].map(([reason, count]) => ({ reason, rows: count })).sort((a, b) => b.rows - a.rows);
}

function statusOf(level: OwnLevel): { known: number; suppressed: number; notKnown: number } {
  const suppressed = level.suppressed.reduce((n, s) => n + s, 0);
  const known = level.counts.reduce((n, c) => n + (Number.isNaN(c) ? 0 : 1), 0);
  return { known, suppressed, notKnown: level.counts.length - known - suppressed };
}

/** Protects the counts of one level, minding what was shown of them before. */
function guarded(
  kept: OwnKept,
  dataset: Dataset,
  wish: OwnWish,
  by: Level,
  raw: Float64Array,
  counts: Float64Array,
) {
  const label = wish.label.trim().toLowerCase();
  const same = (a: Float64Array, b: Float64Array) =>
    a.length === b.length && a.every((v, i) => Object.is(v, b[i]));
  const before = kept.shown.filter((s) => s.label === label || same(s.raw, raw));
  const other = before.find((s) => s.by !== by);
  if (other) {
    throw new RangeError(
      `These counts were shown by ${other.by === 'ward' ? 'ward' : 'LSOA'} already. Shown by ${by === 'ward' ? 'ward' : 'LSOA'} as well, withheld ones could be worked out. Keep to the first, or reload the page to begin again.`,
    );
  }
  const last = before[before.length - 1]?.shown ?? null;
  const result = protectOwn(counts, areasOf(dataset, by).authority, wish.rule, last);
  return { level: result.level, remember: () => kept.shown.push({ label, by, raw, shown: result.shown }) };
}

async function takeTable(host: OwnHost, dataset: Dataset, wish: OwnWish, text: string): Promise<OwnReport> {
  const { columns } = wish;
  if (!columns) throw new RangeError('Say first which columns hold the area codes and the counts.');
  const known = await loadKnownCodes(host.read, dataset);
  const reading = readOwnCounts(text, { ...columns, population: null }, known);
  const report = {
    account: reading.account,
    reasons: reasonsOf(reading.faults),
    faults: reading.faults.slice(0, FIRST_FAULTS),
    faultsFile: faultsCsv(reading.faults),
    files: [],
    periods: reading.periods.filter((p) => p !== ''),
  };
  const nothing = { measure: null, levels: [], known: 0, suppressed: 0, notKnown: 0 };
  if (reading.level === null || reading.rows.length === 0)
    return {
      ...report,
      ...nothing,
      notes: ['None of the rows has a code of this release’s wards or LSOAs, so there is nothing to show.'],
    };
  const by = reading.level === 'ward' ? 'ward' : wish.level;
  const raw = ownColumn(reading.rows, areasOf(dataset, reading.level).code, reading.periods);
  const counts = reading.level === by ? raw : wholeWards(dataset, raw);
  const { level, remember } = guarded(host.ownCounts, dataset, wish, by, raw, counts);
  const status = statusOf(level);
  const total = level.counts.reduce((sum, c) => sum + (Number.isNaN(c) ? 0 : c), 0);
  const notes = [
    ruleSentence(wish.rule),
    reading.level === 'ward'
      ? 'Counts of wards are not shared out over LSOAs: the measure is there for wards only.'
      : '',
    reading.level !== by
      ? 'Counts of LSOAs are added up for wards by the share of each LSOA that lies in the ward; a ward with an LSOA missing from the table is not known.'
      : '',
    report.periods.length > 1
      ? `The ${report.periods.length} periods are added up; an area that lacks one of them is not known.`
      : '',
    reading.periodKind === 'text' || report.periods.length === 0
      ? 'The table does not say how long a time it covers, so the rates are over the table’s period and not a year.'
      : '',
  ].filter(Boolean);
  if (!(total > 0))
    return {
      ...report,
      ...nothing,
      ...status,
      notes: [...notes, 'No area has a count above zero that may be shown, so there is nothing to compare.'],
    };
  remember();
  const { periods } = report;
  const span =
    periods.length > 1
      ? `${periods[0]} to ${periods[periods.length - 1]}`
      : (periods[0] ?? 'the table’s period');
  const measure = measureOf(wish, span, 'your own file', `Your own counts. ${ruleSentence(wish.rule)}`);
  const length = { month: 1, year: 12, 'financial year': 12, text: Number.NaN };
  const months =
    periods.length === 0 || !reading.periodKind ? Number.NaN : length[reading.periodKind] * periods.length;
  host.ownCounts.tables.set(measure.id, { measure, levels: { [by]: level }, months });
  await host.ownChanged();
  return { ...report, ...status, measure, levels: [by], notes };
}

const WHOLE_MONTHS =
  'Whether each month is whole cannot be told from the files; check the publisher’s list of gaps.';

/** Gives up quietly where the reader does. */
class GivenUp extends Error {}

async function takeStreetFiles(
  host: OwnHost,
  dataset: Dataset,
  wish: OwnWish,
  street: readonly { file: Blob; name: string }[],
  tell: (share: number) => void,
): Promise<OwnReport> {
  const unit = await loadLsoaUnit(host.read, dataset);
  const bytes = street.reduce((sum, { file }) => sum + file.size, 0);
  let read = 0;
  async function* pieces(file: Blob) {
    for await (const piece of filePieces(file)) {
      read += piece.length;
      yield piece;
    }
  }
  const counted = await countStreetFiles(
    street.map(({ file, name }) => ({ name, pieces: pieces(file) })),
    {
      unit,
      async breathe() {
        tell(Math.min(0.99, read / Math.max(1, bytes)));
        if (!(await host.goOn())) throw new GivenUp();
      },
    },
  );
  const whole = wholeAccount(counted.files);
  const setAside = whole.rowsRead - whole.used;
  const reasons = Object.entries(whole.setAside).map(([reason, rows]) => ({ reason, rows: rows ?? 0 }));
  const report = {
    account: { read: whole.rowsRead, used: whole.used, setAside },
    reasons: reasons.sort((a, b) => b.rows - a.rows),
    faults: [],
    faultsFile: csvText(
      ['file', 'rows read', 'rows used', 'reason rows were set aside', 'rows'],
      counted.files.flatMap((f) => {
        const aside = Object.entries(f.setAside);
        const first = [f.name, f.rowsRead, f.used] as const;
        return aside.length > 0 ? aside.map(([why, n]) => [...first, why, n]) : [[...first, f.refused, 0]];
      }),
    ),
    files: counted.files.map((f) => ({ name: f.name, sentence: f.refused || accountSentence(f) })),
    periods: counted.months,
  };
  const forces = [...new Set(counted.files.flatMap((f) => f.forces))];
  const nothing = { measure: null, levels: [], known: 0, suppressed: 0, notKnown: 0 };
  if (whole.used === 0)
    return {
      ...report,
      ...nothing,
      notes: [
        `None of the ${whole.rowsRead.toLocaleString('en-GB')} rows lies in this region${forces.length > 0 ? `; they are of ${forces.join(', ')}` : ''}. Nothing is shown of them.`,
      ],
    };
  const { code } = dataset.lsoas;
  const row = new Map(code.map((c, i) => [c, i]));
  // An LSOA that no row of any type names is not known, as in the release.
  const counts = new Float64Array(code.length).fill(Number.NaN);
  for (const [type, byMonth] of counted.counts)
    for (const byLsoa of byMonth.values())
      for (const [lsoa, crimes] of byLsoa) {
        const i = row.get(lsoa);
        if (i === undefined) continue;
        if (Number.isNaN(counts[i])) counts[i] = 0;
        if (wish.types.includes(type)) counts[i] += crimes;
      }
  const total = counts.reduce((sum, c) => sum + (Number.isNaN(c) ? 0 : c), 0);
  const status = statusOf(openLevel(counts));
  if (total === 0)
    return { ...report, ...nothing, ...status, notes: ['None of the rows is of the crime types chosen.'] };
  const levels = { lsoa: openLevel(counts), ward: openLevel(wholeWards(dataset, counts)) };
  const wards = statusOf(levels.ward);
  const few = whole.used * 20 < whole.rowsRead;
  const notes = [
    ...(few
      ? [
          `Only ${whole.used.toLocaleString('en-GB')} of the ${whole.rowsRead.toLocaleString('en-GB')} rows lie in this region; the files are of ${forces.join(', ')}.`,
        ]
      : []),
    ...(wards.known === 0
      ? ['No ward has all its LSOAs in the files, so the counts are there for LSOAs only.']
      : []),
    'These are published records, so no count is withheld or rounded.',
    WHOLE_MONTHS,
    'LSOAs that no row names are not known, and wards with such an LSOA are not known either.',
  ];
  const span = `${report.periods[0]} to ${report.periods[report.periods.length - 1]}`;
  const measure = measureOf(wish, span, 'your own police.uk files', WHOLE_MONTHS);
  host.ownCounts.tables.set(measure.id, {
    measure,
    levels: wards.known > 0 ? levels : { lsoa: levels.lsoa },
    months: report.periods.length,
  });
  await host.ownChanged();
  return { ...report, ...status, measure, levels: wards.known > 0 ? ['ward', 'lsoa'] : ['lsoa'], notes };
}

/** Null where the reader gave up on the way. */
export async function takeOwn(
  host: OwnHost,
  question: Question,
  wish: OwnWish,
  tell: (share: number) => void,
): Promise<OwnReport | null> {
  const opened = await Promise.all(wish.files.map(openOwnFile));
  const dataset = await host.holding(question);
  const street = wish.files.flatMap((file, k) =>
    opened[k].kind === 'street file' ? [{ file, name: wish.names[k] }] : [],
  );
  if (street.length > 0) {
    return takeStreetFiles(host, dataset, wish, street, tell).catch((error: unknown) => {
      if (error instanceof GivenUp) return null;
      throw error;
    });
  }
  const table = opened.find((f) => f.kind === 'table');
  if (!table) throw new RangeError('None of the files could be read.');
  return takeTable(host, dataset, wish, table.text);
}
