// Months a refresh had added to the release that stands, and that a release made anew from the sources does not have.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Months {
  readonly months?: readonly { readonly month: string; readonly located: string }[];
}

/** One sentence for the report; empty where nothing is lost. `made` is the new datapackage.json. */
export function monthsLost(folder: string, made: string): string {
  const path = join(folder, 'datapackage.json');
  if (!existsSync(path)) return '';
  const now = new Set(published(made));
  const lost = published(readFileSync(path, 'utf8')).filter((month) => !now.has(month));
  if (lost.length === 0) return '';
  return `Months that monthly files had added are not in the sources: ${lost.join(', ')}. Run the refresh command again.\n`;
}

/** Months counted from monthly files; none where the text describes no release. */
function published(text: string): string[] {
  try {
    const { months = [] } = JSON.parse(text) as Months;
    return months.filter(({ located }) => located === 'published').map(({ month }) => month);
  } catch {
    return [];
  }
}
