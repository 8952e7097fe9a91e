// The Indices' exponential and weights, held to the published scores: ranks in, the index out, for every LSOA at hand.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aggregate, exponentialOfRank } from '../../src/engine/standardise.ts';

const file = resolve(import.meta.dirname, '../../../shared/data/deprivation/iod2025_lsoa21.csv');
const present = existsSync(file);
if (!present)
  console.warn('The published deprivation scores are not present: they are not checked in this run.');

const LSOAS_OF_ENGLAND = 33_755;
const DOMAINS = {
  income_rank: 22.5,
  employment_rank: 22.5,
  education_rank: 13.5,
  health_rank: 13.5,
  crime_rank: 9.3,
  housing_and_services_rank: 9.3,
  environment_rank: 9.3,
};
const WITHOUT_CRIME = { ...DOMAINS, crime_rank: 0 };

function published() {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const at = header.split(',');
  const cells = lines.map((line) => line.split(','));
  const column = (name: string) => cells.map((row) => Number(row[at.indexOf(name)]));
  const domains = Object.keys(DOMAINS).map((name) =>
    column(name).map((rank) => exponentialOfRank((LSOAS_OF_ENGLAND - rank + 1) / LSOAS_OF_ENGLAND)),
  );
  return { domains, score: column('imd_score') };
}

describe.skipIf(!present)('the Indices of Deprivation (checked only where ../shared/data is present)', () => {
  test('come out of the transformed ranks within .001 of every published score', () => {
    const { domains, score } = published();
    expect(score).toHaveLength(1719);
    // The published weights sum to .999 and are not rescaled; a weighted mean is.
    const found = aggregate(domains, Object.values(DOMAINS), 'arithmetic').map((mean) => mean * 0.999);
    let worst = 0;
    found.forEach((x, i) => {
      worst = Math.max(worst, Math.abs(x - score[i]));
    });
    expect(worst).toBeLessThan(0.001);
  });

  test('without crime lie where the other six domains do', () => {
    const { domains } = published();
    const found = aggregate(domains, Object.values(WITHOUT_CRIME), 'arithmetic');
    const others = domains.filter((_, k) => k !== 4);
    found.forEach((x, i) => {
      expect(x).toBeGreaterThanOrEqual(Math.min(...others.map((domain) => domain[i])) - 1e-9);
      expect(x).toBeLessThanOrEqual(Math.max(...others.map((domain) => domain[i])) + 1e-9);
    });
    const weighted = others.reduce((sum, d, k) => sum + d[0] * [22.5, 22.5, 13.5, 13.5, 9.3, 9.3][k], 0);
    expect(found[0]).toBeCloseTo(weighted / 90.6, 9);
  });
});
