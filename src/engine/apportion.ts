// From LSOAs to the level of the question: sums by share, exactly conserved, and population-weighted means.
import { type Areas, type Level, PARTS } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';

export function areasOf(dataset: Dataset, level: Level): Areas {
  return level === 'ward' ? dataset.wards : dataset.lsoas;
}

/**
 * Sums of LSOA values over the areas of a level: Σ_l share_lw · v_l.
 *
 * Shares are whole ten-thousandths that sum to 10,000 for every LSOA, so whole numbers come through exactly: the ward
 * totals sum to the LSOA total to the last unit. An LSOA that is not known (NaN) adds nothing; `apportion` of its
 * residents tells how much of a ward that is.
 */
export function apportion(dataset: Dataset, level: Level, values: Float64Array): Float64Array {
  if (level === 'lsoa') return Float64Array.from(values);
  const { lsoa, ward, parts } = dataset.shares;
  const total = new Float64Array(dataset.wards.code.length);
  for (let k = 0; k < parts.length; k++) {
    const value = values[lsoa[k]];
    if (!Number.isNaN(value)) total[ward[k]] += value * parts[k];
  }
  return total.map((t) => t / PARTS);
}

/**
 * Means of LSOA values over the areas of a level, weighted by people and share: Σ s p v / Σ s p, over the LSOAs where v is
 * known. NaN where none is. For scores, which cannot be summed.
 */
export function weightedMean(
  dataset: Dataset,
  level: Level,
  values: Float64Array,
  people: Float64Array,
): Float64Array {
  if (level === 'lsoa') return Float64Array.from(values);
  const product = apportion(
    dataset,
    level,
    values.map((v, i) => v * people[i]),
  );
  const weight = apportion(
    dataset,
    level,
    people.map((p, i) => (Number.isNaN(values[i]) ? Number.NaN : p)),
  );
  return product.map((p, i) => (weight[i] > 0 ? p / weight[i] : Number.NaN));
}
