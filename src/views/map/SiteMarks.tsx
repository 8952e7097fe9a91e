// Sites on the map: circle, diamond and square for the three tiers; a cross for a hospital team; filled where planned.
import type { CountedService } from '../../domain/answer.ts';
import type { Tier } from '../../domain/intervention.ts';
import { whole } from '../../encode/numbers.ts';

/** The id of the programme whose sites are hospital teams. */
const HOSPITAL_PROGRAMME = 'ae';

export interface SiteKind {
  readonly tier: Tier;
  readonly hospital: boolean;
  readonly planned: boolean;
}

export function siteKindOf({ service, planned }: CountedService): SiteKind {
  return { tier: service.tier, hospital: service.programme === HOSPITAL_PROGRAMME, planned };
}

/** "hospital team", "planned hospital team", "secondary service" */
export function siteWords(kind: SiteKind): string {
  return `${kind.planned ? 'planned ' : ''}${kind.hospital ? 'hospital team' : `${kind.tier} service`}`;
}

export const OUTLINE: Record<Tier, string> = {
  primary: 'M-7.5,0A7.5,7.5 0 1 1 7.5,0A7.5,7.5 0 1 1 -7.5,0Z',
  secondary: 'M0,-9L9,0L0,9L-9,0Z',
  tertiary: 'M-7,-7H7V7H-7Z',
};

/** One symbol around the origin, 14 pixels wide. Drawn inside an SVG. */
export function SiteSymbol({ kind }: { kind: SiteKind }) {
  return (
    <g class={kind.planned ? 'site-symbol planned' : 'site-symbol'}>
      <path class="site-outline" d={OUTLINE[kind.tier]} />
      {kind.hospital ? (
        <path
          class="site-cross"
          d="M-1.25,-4.25H1.25V-1.25H4.25V1.25H1.25V4.25H-1.25V1.25H-4.25V-1.25H-1.25Z"
        />
      ) : (
        <circle class="site-cross" r="2" />
      )}
    </g>
  );
}

/** Services that have a point and count, or would; those left out are not drawn. */
export function sitesOnMap(sites: readonly CountedService[]): CountedService[] {
  return sites.filter((s) => s.leftOut === '' && s.service.lon !== null && s.service.lat !== null);
}

/** "Queen Elizabeth Hospital, Redthread: 180 places a year" */
export function siteTitle(site: CountedService): string {
  const { place, organisation, capacity } = site.service;
  const places = capacity === null ? 'places not known' : `${whole(capacity)} places a year`;
  return `${place}, ${organisation}: ${places}${site.planned ? ' (planned)' : ''}`;
}
