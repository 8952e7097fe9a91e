// One area's figure in words, as the tooltip, the map's announcements and a list swatch say it.
import type { Answer, AreaTable } from '../domain/answer.ts';
import { roleFigure } from './clusterRoles.ts';
import { decimals, NOT_KNOWN, rate, signed } from './numbers.ts';
import { NOT_KNOWN_CLASS, type Painting } from './painting.ts';
import { shown } from './shown.ts';
import { missingText } from './withheld.ts';

/** "+5.5 places a year short", "93.6 per 1,000 residents a year", "none within reach", "not known". */
export function figureOf(
  answer: Answer,
  painting: Painting,
  index: number,
  areas: AreaTable = answer.areas,
): string {
  if (painting.show === 'hotspots') return roleFigure(answer, index);
  const { column, unit } = shown(answer, painting.show, areas);
  const kind = painting.classOf[index];
  if (column === null)
    return kind === NOT_KNOWN_CLASS ? missingText(answer, index) : painting.classes[kind].label;
  const value = column[index];
  if (Number.isNaN(value)) return painting.show === 'provision' ? NOT_KNOWN : missingText(answer, index);
  if (painting.show === 'gap') {
    const digits = Math.abs(value) < 0.95 && areas.level === 'lsoa' ? 2 : 1;
    const text = signed(value, digits);
    if (!/[1-9]/.test(text)) return 'as many places as need calls for';
    return value > 0
      ? `${text} ${unit} short`
      : `${decimals(-value, digits)} ${unit} more than need calls for`;
  }
  if (painting.show === 'provision') {
    if (value === 0) return 'none within reach';
    return value < 0.05 ? `less than 0.1 ${unit}` : `${rate(value)} ${unit}`;
  }
  return `${rate(value)} ${unit}`;
}

/** "St Matthew’s, Walsall: +5.5 places a year short" */
export function namedFigureOf(
  answer: Answer,
  painting: Painting,
  index: number,
  areas: AreaTable = answer.areas,
): string {
  return `${areas.name[index]}, ${areas.authority[index]}: ${figureOf(answer, painting, index, areas)}`;
}
