// Counts and months of a unit out of its force's street file, LSOA 2011 codes brought to 2021, every row accounted for.
import type { LsoaUnit } from '../../src/data/lsoaUnit.ts';
import { StreetTally } from '../../src/data/streetCounts.ts';
import { judgeMonth, type MonthTotals } from '../refresh/completeness.ts';
import { SourceFault } from './fault.ts';
import type { Run } from './recipe.ts';
import { sourceText } from './text.ts';

const PIECE = 1_000_000;

/** Makes the tables crimes and months, and reports the street file's rows. */
export async function loadStreetMonths(run: Run, file: string): Promise<void> {
  const { database, report } = run;
  const unit = await lsoaUnitOf(run);
  const tally = new StreetTally({ unit });
  const account = await tally.add({ name: file, pieces: piecesOf(sourceText(run.sources, file)) });
  if (account.refused) throw new SourceFault(file, 1, account.refused, 'a street file of police.uk');
  const broken = account.setAside['row not whole'];
  if (broken)
    throw new SourceFault(
      file,
      null,
      `${broken} rows are not whole`,
      'whole rows (the file may be cut short)',
    );
  const { counts, months } = tally.result();
  const rows = [...counts].flatMap(([type, byMonth]) =>
    [...byMonth].flatMap(([month, byLsoa]) =>
      [...byLsoa].map(([lsoa, n]) => [month, lsoa, type, n] as const),
    ),
  );
  await database.table(
    'crimes',
    { month: 'VARCHAR', lsoa: 'VARCHAR', crime_type: 'VARCHAR', count: 'INTEGER' },
    rows,
  );
  const totals = await totalsOf(run, months);
  await database.table(
    'months',
    { month: 'VARCHAR', status: 'VARCHAR', located: 'VARCHAR', note: 'VARCHAR' },
    totals.map((total) => {
      const { status, why } = judgeMonth(total, totals, run.unit.authorities);
      return [total.month, status, 'published', status === 'partial' ? why : ''];
    }),
  );
  const outside = account.setAside['outside the unit'] ?? 0;
  const why = Object.entries(account.setAside).map(([reason, n]) => `${n} ${reason}`);
  report.count({
    file,
    read: account.rowsRead,
    joined: account.used,
    unmatched: outside,
    dropped: account.rowsRead - account.used - outside,
    why: [
      ...why,
      `${account.recoded} recoded and ${account.placedByPoint} placed by point from LSOA 2011`,
    ].join('; '),
  });
}

async function* piecesOf(text: string): AsyncIterable<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

async function lsoaUnitOf({ database }: Run): Promise<LsoaUnit> {
  const codes = await database.rows('SELECT lsoa21_code AS code FROM unit_lookup');
  const changes = await database.rows(
    `SELECT lsoa11_code AS old, lsoa21_code AS now FROM source_lsoa_history
     WHERE lsoa11_code <> lsoa21_code ORDER BY old, now`,
  );
  const points = await database.rows(
    `SELECT lsoa_code AS code, lon::DOUBLE AS lon, lat::DOUBLE AS lat FROM source_lsoa_points WHERE in_2021 = '1'`,
  );
  const successors = new Map<string, string[]>();
  for (const { old, now } of changes)
    successors.set(String(old), [...(successors.get(String(old)) ?? []), String(now)]);
  return {
    codes: new Set(codes.map((row) => String(row.code))),
    successors,
    centres: new Map(points.map((row) => [String(row.code), [Number(row.lon), Number(row.lat)] as const])),
  };
}

async function totalsOf({ database, unit }: Run, months: readonly string[]): Promise<MonthTotals[]> {
  const rows = await database.rows(
    `SELECT month, ltla24_code AS authority, sum(count)::INTEGER AS n, count(DISTINCT lsoa)::INTEGER AS lsoas
     FROM crimes JOIN unit_lookup ON lsoa21_code = lsoa GROUP BY ALL`,
  );
  return months.map((month) => {
    const here = rows.filter((row) => row.month === month);
    const of = (code: string) => Number(here.find((row) => row.authority === code)?.n ?? 0);
    const sum = (name: 'n' | 'lsoas') => here.reduce((all, row) => all + Number(row[name]), 0);
    return { month, total: sum('n'), byAuthority: unit.authorities.map(of), lsoas: sum('lsoas') };
  });
}
