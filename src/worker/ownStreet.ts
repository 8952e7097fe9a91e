// A reader's police.uk street files: counted by LSOA in pieces, every row accounted for, and kept as a measure.
import { csvText } from '../data/csvOut.ts';
import { filePieces } from '../data/filePieces.ts';
import { loadLsoaUnit } from '../data/knownCodes.ts';
import { columnOf, summed } from '../data/ownCounts.ts';
import { type CrimesByPlace, countStreetFiles } from '../data/streetCounts.ts';
import { accountSentence, wholeAccount } from '../data/streetFile.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { OwnReport, OwnWish } from '../domain/ownCounts.ts';
import { ownPeriodsText, ownPeriodText } from '../encode/ownPeriodWords.ts';
import { openMonths } from '../engine/ownMonths.ts';
import { openLevel, wholeWards } from '../engine/ownProtection.ts';
import { keepParts, levelsOf, type OwnHost, type OwnPart, statusOf, usable } from './ownKept.ts';
import { coverageSentence } from './ownWords.ts';

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
    periods: counted.months.map((m) => ownPeriodText('month', m)),
    knownAddedUp: null,
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
  const months = counted.months;
  const byLsoa = crimesByMonth(dataset, counted.counts, months, wish.types);
  const sumLsoa = summed(byLsoa, months.length);
  const total = sumLsoa.reduce((sum, c) => sum + (Number.isNaN(c) ? 0 : c), 0);
  const status = statusOf(openLevel(sumLsoa));
  if (total === 0)
    return { ...report, ...nothing, ...status, notes: ['None of the rows is of the crime types chosen.'] };
  const sumWard = wholeWards(dataset, sumLsoa);
  const wards = statusOf(openLevel(sumWard));
  const byWard = new Float64Array(sumWard.length * months.length);
  months.forEach((_, m) => {
    wholeWards(dataset, columnOf(byLsoa, months.length, m)).forEach((c, i) => {
      byWard[i * months.length + m] = c;
    });
  });
  /** Wards are offered where any is whole. */
  const levelsFor = (lsoa: Float64Array, ward: Float64Array) =>
    wards.known > 0 ? { ward: openLevel(ward), lsoa: openLevel(lsoa) } : { lsoa: openLevel(lsoa) };
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
  const sum: OwnPart = {
    sum: true,
    period: ownPeriodsText('month', months),
    levels: levelsFor(sumLsoa, sumWard),
    months: months.length,
  };
  const each = months.map(
    (month, m): OwnPart => ({
      sum: false,
      period: ownPeriodText('month', month),
      levels: levelsFor(columnOf(byLsoa, months.length, m), columnOf(byWard, months.length, m)),
      months: 1,
    }),
  );
  const parts = months.length > 1 ? [sum, ...each.filter((part) => usable(part.levels.lsoa))] : [sum];
  const level = wards.known > 0 ? 'ward' : 'lsoa';
  const measure = keepParts(host.ownCounts, wish, parts, {
    source: 'your own police.uk files',
    note: `${WHOLE_MONTHS} ${coverageSentence(level === 'ward' ? wards : status, level)}`,
    byMonth:
      months.length > 1
        ? openMonths(
            { lsoa: byLsoa, ward: byWard },
            {
              keys: months,
              level: 'lsoa',
              authority: dataset.lsoas.authority,
              authorities: dataset.authorities.length,
            },
          )
        : null,
  });
  await host.ownChanged();
  return { ...report, ...status, measure, levels: levelsOf(sum.levels), notes };
}

/** Crimes of the types chosen by LSOA and month; an LSOA that no row of any type names is not known, as in the release. */
function crimesByMonth(
  dataset: Dataset,
  counts: CrimesByPlace,
  months: readonly string[],
  types: readonly string[],
): Float64Array {
  const { code } = dataset.lsoas;
  const row = new Map(code.map((c, i) => [c, i]));
  const n = months.length;
  const out = new Float64Array(code.length * n).fill(Number.NaN);
  for (const [type, byMonth] of counts)
    for (const [month, byLsoa] of byMonth)
      for (const [lsoa, crimes] of byLsoa) {
        const i = row.get(lsoa);
        if (i === undefined) continue;
        if (Number.isNaN(out[i * n])) out.fill(0, i * n, (i + 1) * n);
        if (types.includes(type)) out[i * n + months.indexOf(month)] += crimes;
      }
  return out;
}
