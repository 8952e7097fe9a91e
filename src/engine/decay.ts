// How the pull of a site falls with distance: step, Gaussian or exponential, nothing beyond the catchment.

export type DecayName = 'step' | 'gaussian' | 'exponential';
export const DECAY_NAMES: readonly DecayName[] = ['step', 'gaussian', 'exponential'];

/** Weight of a distance or a cost, 0 or more. */
export type Decay = (distance: number) => number;

/**
 * The weight function W(d) of a catchment; d and the catchment in the same unit (metres, minutes).
 *
 * step: 1. gaussian: exp(-½(d/b)²). exponential: exp(-d/b). b = catchment / 3 in both, so that W at the edge is .0111
 * and .0498. All are 1 at d = 0 and 0 beyond the catchment; a site at exactly the catchment's distance is inside.
 * A distance of NaN is out of reach. RangeError: a catchment that is not above zero, a negative distance.
 * Source: step Luo & Wang 2003; Gaussian Luo & Qi 2009, Dai 2010; exponential: as the Gaussian, one rate for both.
 */
export function decay(name: DecayName, catchment: number): Decay {
  if (!(catchment > 0)) throw new RangeError(`The catchment must be above zero; got ${catchment}.`);
  const b = catchment / 3;
  const inside = (d: number): boolean => {
    if (d < 0) throw new RangeError(`A distance cannot be below zero; got ${d}.`);
    return d <= catchment;
  };
  switch (name) {
    case 'step':
      return (d) => (inside(d) ? 1 : 0);
    case 'gaussian':
      return (d) => (inside(d) ? Math.exp(-0.5 * (d / b) * (d / b)) : 0);
    case 'exponential':
      return (d) => (inside(d) ? Math.exp(-d / b) : 0);
    default:
      throw new RangeError(`Decay must be one of ${DECAY_NAMES.join(', ')}; got ${String(name)}.`);
  }
}
