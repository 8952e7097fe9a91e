// The LSOA and the authority a service stands in, told from the nearest LSOA centre.
import type { Dataset } from '../domain/dataset.ts';
import type { Service } from '../domain/intervention.ts';

const KM_PER_DEGREE = 111.2;
/** A place this many radii of the nearest LSOA (taken as a circle) from its centre is taken to lie outside. */
const RADII = 2.5;
/** Small LSOAs of a city centre stand around places without residents, such as a hospital's grounds. */
const AT_LEAST_KM = 1;

/**
 * Row of the LSOA whose centre is nearest to the service; −1 where the service has no point, or stands farther from that centre
 * than 2.5 radii of the LSOA (at least 1 km), and so outside the region. An estimate: the engine has centres, not outlines, and a
 * site within some hundred metres of a border can be told to the wrong side. Distances are equirectangular.
 */
export function homeLsoa(dataset: Dataset, service: Service): number {
  const { lon, lat } = service;
  if (lon === null || lat === null) return -1;
  const { lsoas } = dataset;
  const narrowing = Math.cos((lat * Math.PI) / 180);
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < lsoas.code.length; i++) {
    const x = (lsoas.lon[i] - lon) * narrowing;
    const y = lsoas.lat[i] - lat;
    const squared = x * x + y * y;
    if (squared < least) {
      least = squared;
      nearest = i;
    }
  }
  if (nearest < 0) return -1;
  const radius = Math.sqrt(lsoas.km2[nearest] / Math.PI);
  const inside = Math.sqrt(least) * KM_PER_DEGREE <= Math.max(AT_LEAST_KM, RADII * radius);
  return inside ? nearest : -1;
}

/** Code of the authority of the service's LSOA (`homeLsoa`); '' where it has none. */
export function homeAuthority(dataset: Dataset, service: Service): string {
  const home = homeLsoa(dataset, service);
  return home < 0 ? '' : dataset.authorities[dataset.lsoas.authority[home]].code;
}
