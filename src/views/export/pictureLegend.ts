// The legend beside an exported picture: every class with its colour and count, the hatch, the symbols, what it is held against.
import type { CountedService } from '../../domain/answer.ts';
import { NOT_KNOWN, whole } from '../../encode/numbers.ts';
import type { Painting } from '../../encode/painting.ts';
import { resolveColours } from '../map/colours.ts';
import { OUTLINE, type SiteKind, siteKindOf, siteWords } from '../map/SiteMarks.tsx';
import { escaped, type Picture, wrapped } from './frame.ts';
import { onPaper } from './onPaper.ts';

export const LEGEND = 330;
const ROW = 22;
const INK = '#0b1f33';
/** Characters that one line of the legend has room for. */
const LINE = 46;
const CROSS = 'M-1.25,-4.25H1.25V-1.25H4.25V1.25H1.25V4.25H-1.25V1.25H-4.25V-1.25H-1.25Z';

export const HATCH =
  '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/><rect width="1.6" height="6" fill="#8b98a6"/></pattern>';

/** Colours as they are on paper, whatever the page's own theme is. */
export function paperColours(names: readonly string[]): (name: string) => string {
  const colours = onPaper(() => resolveColours(document.body, names));
  return (name) => colours.get(name) ?? '#888888';
}

/** One site's symbol around the origin. */
export function siteMark(kind: SiteKind): string {
  const [paper, ink] = kind.planned ? [INK, '#ffffff'] : ['#ffffff', INK];
  const sign = kind.hospital ? `<path d="${CROSS}" fill="${ink}"/>` : `<circle r="2" fill="${ink}"/>`;
  return `<path d="${OUTLINE[kind.tier]}" fill="${paper}" stroke="${INK}" stroke-width="1.8"/>${sign}`;
}

/** Lines of a legend one under the other, each with or without a sign before it. */
class Rows {
  private readonly parts: string[] = [];
  private y = 0;
  words(text: string, weight = 400, x = 0): void {
    this.parts.push(
      `<text x="${x}" y="${this.y}" font-size="12" font-weight="${weight}" fill="${INK}">${escaped(text)}</text>`,
    );
  }
  title(text: string, unit: string): void {
    for (const line of wrapped(text, LINE)) {
      this.words(line, 700);
      this.y += 16;
    }
    for (const line of unit ? wrapped(unit, LINE) : []) {
      this.words(line);
      this.y += 18;
    }
    this.y += 6;
  }
  /** `sign` is drawn around the middle of a box 22 wide. */
  row(sign: string, text: string): void {
    this.parts.push(`<g transform="translate(11,${this.y - 4})">${sign}</g>`);
    const lines = wrapped(text, LINE - 4);
    lines.forEach((line, k) => {
      this.words(line, 400, 30);
      this.y += k < lines.length - 1 ? 15 : ROW;
    });
  }
  note(text: string): void {
    for (const line of text ? wrapped(text, LINE) : []) {
      this.words(line);
      this.y += 16;
    }
  }
  picture(): Picture {
    return { svg: this.parts.join(''), width: LEGEND, height: this.y + 12 };
  }
}

const box = (fill: string) =>
  `<rect x="-11" y="-7" width="22" height="14" fill="${fill}" stroke="#5b6b7d" stroke-width="0.8"/>`;

/** Of a map, or of a chart in the map's colours; `hatched` is what is not in any class. The hatch is defined by the picture. */
export function legendPicture(
  painting: Painting,
  sites: readonly CountedService[],
  hatched = painting.legend.hatched ?? NOT_KNOWN,
): Picture {
  const { legend, classes } = painting;
  const colour = paperColours(classes.map((c) => c.colour));
  const rows = new Rows();
  rows.title(legend.title, legend.unit);
  if (classes.some((c) => c.count > 0))
    for (const c of classes)
      rows.row(box(colour(c.colour)), `${c.letter ? `${c.letter} ` : ''}${c.label} (${whole(c.count)})`);
  rows.row(box('url(#hatch)'), `${hatched} (${whole(painting.notKnown)})`);
  for (const [text, kind] of new Map(sites.map((s) => [siteWords(siteKindOf(s)), siteKindOf(s)])))
    rows.row(siteMark(kind), text);
  rows.note(legend.comparator);
  rows.note(legend.period);
  return rows.picture();
}

/** Of the monthly series: its dots, lines and grounds. */
export function monthsLegend(): Picture {
  const colour = paperColours(['--accent', '--accent-soft', '--short', '--ink-3']);
  const rows = new Rows();
  const rule = (dashes: string) =>
    `<path d="M-11,0H11" stroke="${colour('--ink-3')}" stroke-width="1.4"${dashes}/>`;
  rows.row(`<circle r="2.4" fill="${colour('--accent')}"/>`, 'events in a month');
  rows.row(`<circle r="3.6" fill="${colour('--short')}"/>`, 'a month that stands out');
  rows.row(rule(''), 'mean of the months');
  rows.row(rule(' stroke-dasharray="4 3"'), 'control limits');
  rows.row(box('url(#hatch)'), 'partial month, left out');
  rows.row(box(colour('--accent-soft')), 'period of the question');
  return rows.picture();
}

/** A chart with its legend to the right. */
export function withLegend(chart: Picture, legend: Picture): Picture {
  return {
    svg: `<defs>${HATCH}</defs>${chart.svg}<g transform="translate(${chart.width + 24},12)">${legend.svg}</g>`,
    width: chart.width + 24 + LEGEND,
    height: Math.max(chart.height, legend.height),
  };
}
