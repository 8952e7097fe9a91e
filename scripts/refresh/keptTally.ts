// Keeps the tally of a long run on disk, so that a run that was broken off goes on with the next file.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TallyState } from '../../src/data/streetCounts.ts';

interface Kept {
  readonly done: readonly string[];
  readonly tally: TallyState;
}

export class KeptTally {
  readonly #path: string;
  #savedAt = 0;
  #saving = 0;

  /** `parts` say what is counted, from what, for which release: a change in any of them begins a new tally. */
  constructor(folder: string, parts: readonly string[]) {
    mkdirSync(folder, { recursive: true });
    const key = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
    this.#path = join(folder, `${key}.tally.json`);
  }

  read(): Kept {
    const nothing = { done: [], tally: { counts: [], seen: [], files: [] } };
    if (!existsSync(this.#path)) return nothing;
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8')) as Kept;
    } catch {
      return nothing;
    }
  }

  /** Saves, unless saving would take more than a tenth of the time. */
  save(done: readonly string[], state: () => TallyState): void {
    const started = performance.now();
    if (started - this.#savedAt < this.#saving * 10) return;
    const kept: Kept = { done, tally: state() };
    writeFileSync(`${this.#path}.new`, JSON.stringify(kept));
    renameSync(`${this.#path}.new`, this.#path);
    this.#savedAt = performance.now();
    this.#saving = this.#savedAt - started;
  }

  forget(): void {
    rmSync(this.#path, { force: true });
  }
}
