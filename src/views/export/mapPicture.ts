// The map as a picture that stands alone: shapes in resolved colours, borders, names, sites and the whole legend.
import type { Answer } from '../../domain/answer.ts';
import { colourOf, type Painting } from '../../encode/painting.ts';
import { type Box, DRAWING, type Geometry, type Point, toWorld } from '../map/geometry.ts';
import { siteKindOf, sitesOnMap } from '../map/SiteMarks.tsx';
import { escaped, type Picture } from './frame.ts';
import { HATCH, LEGEND, legendPicture, paperColours, siteMark } from './pictureLegend.ts';

const MAP = 820;
/** A map of one authority is no taller than this, and shows so much around it, as a share of its width. */
const TALLEST = 760;
const AROUND = 0.06;
/** An area less wide or high than this has no room for its letter. */
const LETTER_ROOM = 15;
/** A site nearer than this to the middle of a name would be covered by it. */
const NAME_ROOM = { x: 52, y: 16 };

/** The authority a picture is about: everything outside it is muted, and its border is strong. */
export interface PictureFocus {
  readonly code: string;
  readonly isInside: (code: string) => boolean;
  /** Its border as a path in the geometry's own units. */
  readonly border: string;
}

/** The part of the world a picture shows, and how large: the whole region, or one authority with its surroundings. */
function frameOf(geometry: Geometry, focus: PictureFocus | null): { box: Box; scale: number } {
  const ground = focus && geometry.grounds.find((g) => g.code === focus.code);
  if (!ground) return { box: geometry.box, scale: MAP / (geometry.box.east - geometry.box.west) };
  const { west, east, north, south } = ground.box;
  const room = (east - west) * AROUND;
  const tall = south - north + 2 * room;
  const scale = Math.min(MAP / (east - west + 2 * room), TALLEST / tall);
  const middle = (west + east) / 2;
  const half = MAP / scale / 2;
  return {
    box: { west: middle - half, east: middle + half, north: north - room, south: south + room },
    scale,
  };
}

export function mapPicture(
  answer: Answer,
  painting: Painting,
  geometry: Geometry,
  nameOf: (code: string) => string,
  focus: PictureFocus | null = null,
): Picture {
  const colour = paperColours([...painting.classes.map((c) => c.colour), '--map-line', '--map-border']);
  const { box, scale } = frameOf(geometry, focus);
  const { west, north, south } = box;
  const height = Math.round((south - north) * scale);
  const at = (p: Point) => `${((p.x - west) * scale).toFixed(1)},${((p.y - north) * scale).toFixed(1)}`;
  const rowOf = new Map(painting.code.map((code, i) => [code, i]));
  const areas = geometry.shapes.map(({ code, path }) => {
    const row = rowOf.get(code);
    const fill = row === undefined ? null : colourOf(painting, row);
    return `<path d="${path}" data-code="${code}" fill="${fill ? colour(fill) : 'url(#hatch-map)'}"/>`;
  });
  const unit = DRAWING / scale;
  const line = (d: string, stroke: string, width: number) =>
    `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width * unit}" stroke-linejoin="round"/>`;
  const veil = focus
    ? `<path d="${geometry.shapes
        .filter((shape) => !focus.isInside(shape.code))
        .map((shape) => shape.path)
        .join('')}" fill="#ffffff" fill-opacity="0.72"/>`
    : '';
  const strong = focus
    ? line(focus.border, '#ffffff', 7) + line(focus.border, colour('--map-border'), 3.5)
    : '';
  const inFrame = (p: Point, margin: number) =>
    Math.abs((p.x - (box.west + box.east) / 2) * scale) < MAP / 2 - margin &&
    Math.abs((p.y - (north + south) / 2) * scale) < height / 2 - 12;
  const fine = geometry.shapes.length > 500 ? 0.3 : 0.7;
  // Letters repeat what the colours of clusters say, as on the page.
  const letters =
    painting.show !== 'hotspots'
      ? []
      : geometry.shapes.flatMap(({ code, centre, box: own }) => {
          const letter = painting.classes[painting.classOf[rowOf.get(code) ?? -1]]?.letter ?? '';
          const room = Math.min(own.east - own.west, own.south - own.north) * scale;
          if (letter === '' || room < LETTER_ROOM) return [];
          return [
            `<g transform="translate(${at(centre)})" font-size="11" font-weight="700" text-anchor="middle"><text y="4" stroke="#ffffff" stroke-width="2.5" stroke-linejoin="round" fill="#ffffff">${letter}</text><text y="4" fill="#0b1f33">${letter}</text></g>`,
          ];
        });
  const shown = sitesOnMap(answer.services).filter(({ service }) =>
    inFrame(toWorld(service.lon ?? 0, service.lat ?? 0), 12),
  );
  const sites = shown.map((site) => {
    const p = at(toWorld(site.service.lon ?? 0, site.service.lat ?? 0));
    return `<g transform="translate(${p})">${siteMark(siteKindOf(site))}</g>`;
  });
  const spots = shown.map(({ service }) => toWorld(service.lon ?? 0, service.lat ?? 0));
  const named = focus
    ? geometry.grounds.filter((g) => g.code !== focus.code && inFrame(g.centre, 60))
    : geometry.grounds;
  const names = named.map(({ code, centre }) => {
    const name = escaped(nameOf(code));
    const near = spots.find(
      (s) => Math.abs(s.x - centre.x) * scale < NAME_ROOM.x && Math.abs(s.y - centre.y) * scale < NAME_ROOM.y,
    );
    // A site keeps its place; the name makes way, above or below it.
    const y = near ? near.y + ((near.y < centre.y ? 1.6 : -0.9) * NAME_ROOM.y) / scale : centre.y;
    return `<g transform="translate(${at({ x: centre.x, y })})" font-size="13" font-weight="700" text-anchor="middle"><text stroke="#ffffff" stroke-width="3.5" stroke-linejoin="round" fill="#ffffff">${name}</text><text fill="#0b1f33">${name}</text></g>`;
  });
  const legend = legendPicture(painting, sitesOnMap(answer.services));
  const tall = Math.max(height, legend.height);
  return {
    width: MAP + LEGEND,
    height: tall,
    svg: `<defs>${HATCH}${HATCH.replace('id="hatch"', 'id="hatch-map"').replace('rotate(45)', `rotate(45) scale(${unit})`)}</defs>${focus ? `<clipPath id="map-frame"><rect width="${MAP}" height="${height}"/></clipPath>` : ''}<g${focus ? ' clip-path="url(#map-frame)"' : ''}><g transform="translate(${at({ x: geometry.box.west, y: geometry.box.north })}) scale(${1 / unit})"><g>${areas.join('')}</g>${line(geometry.light, colour('--map-line'), fine)}${line(geometry.heavy, colour('--map-border'), 1.4)}${veil}${strong}</g></g>${letters.join('')}${names.join('')}${sites.join('')}<g transform="translate(${MAP + 24},12)">${legend.svg}</g>`,
  };
}
