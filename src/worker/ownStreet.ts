// A reader's police.uk street files: counted by LSOA in pieces, every row accounted for, and kept as a measure.
import { csvText } from '../data/csvOut.ts';
import { filePieces } from '../data/filePieces.ts';
import { loadLsoaUnit } from '../data/knownCodes.ts';
import { countStreetFiles } from '../data/streetCounts.ts';
import { accountSentence, wholeAccount } from '../data/streetFile.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { OwnReport, OwnWish } from '../domain/ownCounts.ts';
import { openLevel, wholeWards } from '../engine/ownProtection.ts';
import { measureOf, type OwnHost, statusOf } from './ownKept.ts';

const WHOLE_MONTHS =
  'Whether each month is whole cannot be told from the files; check the publisher’s list of gaps.';

/** Gives up quietly where the reader does. */
export class GivenUp extends Error {}

export async function takeStreetFiles(
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
