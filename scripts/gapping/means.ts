// What may be chosen: a number of sites or a budget, and the sites that stay. Shared by `cover` and `site`.
import { exceeds, type Means } from '../../src/engine/placement.ts';
import { type Keys, NOT_NEGATIVE, numbers, references } from './columns.ts';
import { type CsvTable, readTable } from './csv-table.ts';
import { figure } from './figures.ts';
import { type Flags, numberFlag, oneOf } from './flags.ts';
import { InputProblem, UsageProblem } from './problem.ts';

export const MEANS_FLAGS = ['sites', 'budget', 'locked'] as const;

export const MEANS_HELP = `  --sites P       at most this many sites, the locked ones among them
  --budget B      at most this much money, the locked sites' cost among it; the candidates then need the column cost
  --locked H      site    candidates that stay chosen; other columns are passed over`;

const LONG = 5_000_000;

/** Says so where choosing will take a while. */
export function announce(areas: number, candidates: number, say: (line: string) => void): void {
  if (areas * candidates < LONG) return;
  say(
    `Choosing among ${candidates.toLocaleString('en-GB')} candidates for ${areas.toLocaleString('en-GB')} areas ...`,
  );
}

export function wantsCost(flags: Flags): boolean {
  return oneOf(flags, 'sites', 'budget') === 'budget';
}

/** The means the flags give, over candidates that have been read. */
export function readMeans(flags: Flags, table: CsvTable, candidates: Keys): Means {
  const locked = readLocked(flags.get('locked'), table, candidates);
  if (!wantsCost(flags)) {
    const sites = numberFlag(flags, 'sites', { from: 0, whole: true });
    if (locked.length > sites) {
      throw new UsageProblem(`--sites is ${sites}, expected at least the ${locked.length} that are locked.`);
    }
    return { sites, locked };
  }
  const budget = numberFlag(flags, 'budget', { from: 0 });
  const cost = numbers(table, 'cost', NOT_NEGATIVE);
  const spent = locked.reduce((total, k) => total + cost[k], 0);
  if (exceeds(spent, budget)) {
    throw new UsageProblem(
      `--budget is ${budget}, expected at least the ${figure(spent)} the locked sites cost.`,
    );
  }
  return { budget, cost, locked };
}

function readLocked(path: string | undefined, table: CsvTable, candidates: Keys): number[] {
  if (path === undefined) return [];
  const list = readTable(path, { required: ['site'], mayBeEmpty: true });
  const rows = references(list, 'site', candidates, table.file);
  const seen = new Set<number>();
  for (let r = 0; r < rows.length; r++) {
    if (seen.has(rows[r])) {
      const site = candidates.code[rows[r]];
      throw new InputProblem(list.file, list.line[r], `site "${site}" is locked twice, expected it once`);
    }
    seen.add(rows[r]);
  }
  return [...rows];
}
