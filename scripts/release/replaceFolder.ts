// Puts a release in place whole or not at all: written beside the old one, then swapped by renaming.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Replaces `folder` by `files` (path inside the folder → text). On any error the old folder stays as it was. */
export function replaceFolder(folder: string, files: ReadonlyMap<string, string>): void {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  // In the same folder, so that renaming never crosses a file system.
  const made = mkdtempSync(join(parent, `.${basename(folder)}-`));
  // Temporary folders are private; a release is read by whoever serves it.
  chmodSync(made, 0o755);
  try {
    for (const [path, text] of files) {
      const target = join(made, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    const old = `${made}-old`;
    if (existsSync(folder)) renameSync(folder, old);
    try {
      renameSync(made, folder);
    } catch (error) {
      if (existsSync(old)) renameSync(old, folder);
      throw error;
    }
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
