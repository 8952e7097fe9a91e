// The map as a picture that stands alone: shapes in resolved colours, borders, names, sites and the whole legend.
import type { Answer } from '../../domain/answer.ts';
import { NOT_KNOWN } from '../../encode/numbers.ts';
import { colourOf, type Painting } from '../../encode/painting.ts';
import { resolveColours } from '../map/colours.ts';
import { DRAWING, type Geometry, type Point, toWorld } from '../map/geometry.ts';
import { OUTLINE, siteKindOf, sitesOnMap, siteWords } from '../map/SiteMarks.tsx';
import { escaped, type Picture } from './frame.ts';
import { onPaper } from './onPaper.ts';

const MAP = 820;
const LEGEND = 300;
const ROW = 22;
/** A site nearer than this to the middle of a name would be covered by it. */
const NAME_ROOM = { x: 52, y: 16 };
const CROSS = 'M-1.25,-4.25H1.25V-1.25H4.25V1.25H1.25V4.25H-1.25V1.25H-4.25V-1.25H-1.25Z';

/** Colours as they are on paper, whatever the page's own theme is. */
function paperColours(names: readonly string[]): (name: string) => string {
  const colours = onPaper(() => resolveColours(document.body, names));
  return (name) => colours.get(name) ?? '#888888';
}

const HATCH =
  '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/><rect width="1.6" height="6" fill="#8b98a6"/></pattern>';

export function mapPicture(
  answer: Answer,
  painting: Painting,
  geometry: Geometry,
  nameOf: (code: string) => string,
): Picture {
  const colour = paperColours([...painting.classes.map((c) => c.colour), '--map-line', '--map-border']);
  const { west, east, north, south } = geometry.box;
  const scale = MAP / (east - west);
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
  const fine = geometry.shapes.length > 500 ? 0.3 : 0.7;
  const sites = sitesOnMap(answer.services).map((site) => {
    const kind = siteKindOf(site);
    const [paper, ink] = kind.planned ? ['#0b1f33', '#ffffff'] : ['#ffffff', '#0b1f33'];
    const p = at(toWorld(site.service.lon ?? 0, site.service.lat ?? 0));
    const sign = kind.hospital ? `<path d="${CROSS}" fill="${ink}"/>` : `<circle r="2" fill="${ink}"/>`;
    return `<g transform="translate(${p})"><path d="${OUTLINE[kind.tier]}" fill="${paper}" stroke="#0b1f33" stroke-width="1.8"/>${sign}</g>`;
  });
  const spots = sitesOnMap(answer.services).map(({ service }) => toWorld(service.lon ?? 0, service.lat ?? 0));
  const names = geometry.grounds.map(({ code, centre }) => {
    const name = escaped(nameOf(code));
    const near = spots.find(
      (s) => Math.abs(s.x - centre.x) * scale < NAME_ROOM.x && Math.abs(s.y - centre.y) * scale < NAME_ROOM.y,
    );
    // A site keeps its place; the name makes way, above or below it.
    const y = near ? near.y + ((near.y < centre.y ? 1.6 : -0.9) * NAME_ROOM.y) / scale : centre.y;
    return `<g transform="translate(${at({ x: centre.x, y })})" font-size="13" font-weight="700" text-anchor="middle"><text stroke="#ffffff" stroke-width="3.5" stroke-linejoin="round" fill="#ffffff">${name}</text><text fill="#0b1f33">${name}</text></g>`;
  });
  const legend = legendRows(answer, painting, colour);
  const tall = Math.max(height, legend.height);
  return {
    width: MAP + LEGEND,
    height: tall,
    svg: `<defs>${HATCH}${HATCH.replace('id="hatch"', 'id="hatch-map"').replace('rotate(45)', `rotate(45) scale(${unit})`)}</defs><g transform="scale(${1 / unit})"><g>${areas.join('')}</g>${line(geometry.light, colour('--map-line'), fine)}${line(geometry.heavy, colour('--map-border'), 1.4)}</g>${names.join('')}${sites.join('')}<g transform="translate(${MAP + 24},12)">${legend.svg}</g>`,
  };
}

/** One line for each class: its colour, its letter, what it means, how many areas are in it; then hatch and sites. */
function legendRows(answer: Answer, painting: Painting, colour: (name: string) => string): Picture {
  const { legend, classes } = painting;
  const parts: string[] = [];
  let y = 0;
  const words = (text: string, x: number, weight = 400) =>
    parts.push(
      `<text x="${x}" y="${y}" font-size="12" font-weight="${weight}" fill="#0b1f33">${escaped(text)}</text>`,
    );
  const row = (fill: string, letter: string, label: string, count: number) => {
    parts.push(
      `<rect x="0" y="${y - 11}" width="22" height="14" fill="${fill}" stroke="#5b6b7d" stroke-width="0.8"/>`,
    );
    words(`${letter ? `${letter} ` : ''}${label} (${count})`, 30);
    y += ROW;
  };
  words(legend.title, 0, 700);
  y += 16;
  if (legend.unit) {
    words(legend.unit, 0);
    y += 18;
  }
  y += 6;
  for (const c of classes) row(colour(c.colour), c.letter, c.label, c.count);
  row('url(#hatch)', '', legend.hatched ?? NOT_KNOWN, painting.notKnown);
  const kinds = new Map(sitesOnMap(answer.services).map((s) => [siteWords(siteKindOf(s)), siteKindOf(s)]));
  for (const [text, kind] of kinds) {
    const [paper, ink] = kind.planned ? ['#0b1f33', '#ffffff'] : ['#ffffff', '#0b1f33'];
    const sign = kind.hospital ? `<path d="${CROSS}" fill="${ink}"/>` : `<circle r="2" fill="${ink}"/>`;
    parts.push(
      `<g transform="translate(11,${y - 4})"><path d="${OUTLINE[kind.tier]}" fill="${paper}" stroke="#0b1f33" stroke-width="1.8"/>${sign}</g>`,
    );
    words(text, 30);
    y += ROW;
  }
  for (const text of [legend.comparator, legend.period].filter(Boolean)) {
    for (const piece of text.match(/.{1,44}(?:\s|$)/g) ?? [text]) {
      words(piece.trim(), 0);
      y += 16;
    }
  }
  return { svg: parts.join(''), width: LEGEND, height: y + 12 };
}
