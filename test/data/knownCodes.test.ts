// The codes that come with the release here: older, newer and current ones are told apart.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCode } from '../../src/data/areaCodes.ts';
import { filePieces } from '../../src/data/filePieces.ts';
import { loadKnownCodes, loadLsoaUnit } from '../../src/data/knownCodes.ts';
import { loadCore, type Read } from '../../src/data/load.ts';
import { placeCrime } from '../../src/data/lsoaUnit.ts';
import { readOwnCounts } from '../../src/data/ownCounts.ts';
import { recognise } from '../../src/data/ownGuess.ts';

const read: Read = (path) =>
  Promise.resolve(readFileSync(new URL(`../../public/data/${path}`, import.meta.url), 'utf8'));

describe('codes of the release', () => {
  test('every ward and LSOA of the release is one; a ward code of 2016 and one of 2026 are told from it', async () => {
    const dataset = await loadCore(read);
    const known = await loadKnownCodes(read, dataset);
    for (const code of [...dataset.wards.code, ...dataset.lsoas.code])
      expect(readCode(code, known)).toMatchObject({ status: 'area', code });
    const old = readCode('E05001178', known);
    expect(old.status === 'other' && old.problem).toBe(
      'E05001178 is the code of a ward Acocks Green before its boundary changed; this release has 2025 wards, codes as of December 2024',
    );
    const [newer] = [...known.otherWards].find(([, ward]) => ward.firstSeen === 2026)!;
    const future = readCode(newer, known);
    expect(future.status === 'other' && future.problem).toContain('from 2026 on');
  });

  test('a table with one row for each ward is used whole', async () => {
    const dataset = await loadCore(read);
    const text = `ward,n\n${dataset.wards.code.map((code, k) => `${code},${k}`).join('\n')}\n`;
    const reading = readOwnCounts(text, recognise(text).mapping!, await loadKnownCodes(read, dataset));
    expect(reading).toMatchObject({ level: 'ward', account: { read: 192, used: 192, setAside: 0 } });
  });

  test('a crime of a split LSOA goes to the part nearest its point', async () => {
    const dataset = await loadCore(read);
    const unit = await loadLsoaUnit(read, dataset);
    const [old, parts] = [...unit.successors].find(([, after]) => after.length > 1)!;
    for (const part of parts) {
      const [lon, lat] = unit.centres.get(part)!;
      expect(placeCrime(unit, old, String(lon), String(lat))).toEqual({ how: 'by point', code: part });
    }
  });
});

describe('pieces of a file', () => {
  const text = `é,£\n${'ä'.repeat(400_000)}\n`;
  const whole = async (file: Blob) => {
    let all = '';
    for await (const piece of filePieces(file)) all += piece;
    return all;
  };

  test('join to the text, wherever a character is cut', async () => {
    expect((await whole(new Blob([`x${text}`]))) === `x${text}`).toBe(true);
  });

  test('UTF-16 with its mark is read', async () => {
    const wide = Uint16Array.from([0xfeff, ...[...text].map((c) => c.charCodeAt(0))]);
    expect((await whole(new Blob([wide]))) === text).toBe(true);
  });

  test('an empty file is an empty text', async () => {
    expect(await whole(new Blob([]))).toBe('');
  });
});
