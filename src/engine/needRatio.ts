// Need on a ratio scale: the product of measures over the region's figure, each to the power of its weight.

/** One measure as it enters the need. */
export interface NeedComponent {
  /** v_i, by area: a smoothed rate or a score, 0 or more. NaN is not known. */
  readonly value: ArrayLike<number>;
  /** v̄, the region's population-weighted figure in the same unit, above 0. */
  readonly region: number;
  /** Weights sum to 1. */
  readonly weight: number;
  /** -1 turns the ratio over where more of the measure means less need. */
  readonly direction: 1 | -1;
}

/**
 * Need relative to the region: N_i = Π_k (v_ik / v̄_k)^(w_k). 1 is the region's figure; with one measure N is its rate over
 * the region's. Percentiles and z-scores have no ratio and never enter here. NaN where any measure is not known.
 * RangeError: no measures, or a region's figure that is not above zero.
 */
export function needRatio(components: readonly NeedComponent[]): Float64Array {
  if (components.length === 0) throw new RangeError('A need is made of at least one measure.');
  const need = new Float64Array(components[0].value.length).fill(1);
  for (const { value, region, weight, direction } of components) {
    if (!(region > 0))
      throw new RangeError(`The region's figure must be above zero to compare areas with it; got ${region}.`);
    const power = weight * direction;
    for (let i = 0; i < need.length; i++) {
      const ratio = value[i] / region;
      need[i] *= power === 1 ? ratio : ratio ** power;
    }
  }
  return need;
}
