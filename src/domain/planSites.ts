// Whether a programme already has a team at a place, so that a second one there is a choice and no slip.
import type { Service } from './intervention.ts';

export interface NamedPoint {
  readonly place: string;
  readonly lon: number;
  readonly lat: number;
}

/** Metres within which two points are one site, whatever they are called: a hospital's own ground. */
const SAME_GROUND = 200;
/** Metres within which two points of the same name are one site: sources put a hospital's point at different doors. */
const SAME_NAME = 2_000;
const METRES_A_DEGREE = 111_195;

/** Straight-line metres over a few kilometres, where the earth is flat enough. */
function metresApart(a: NamedPoint, lon: number, lat: number): number {
  const east = (a.lon - lon) * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(east, a.lat - lat) * METRES_A_DEGREE;
}

const plainName = (name: string) => name.trim().toLowerCase();

/** The first team of the programme that stands at the place, or null; `except` is the id of a service that is looked past. */
export function teamAt(
  services: readonly Service[],
  programme: string,
  point: NamedPoint,
  except = '',
): Service | null {
  const there = ({ lon, lat, place }: Service) => {
    if (lon === null || lat === null) return false;
    const metres = metresApart(point, lon, lat);
    return metres <= SAME_GROUND || (metres <= SAME_NAME && plainName(place) === plainName(point.place));
  };
  return services.find((s) => s.programme === programme && s.id !== except && there(s)) ?? null;
}
