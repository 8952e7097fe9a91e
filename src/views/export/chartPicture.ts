// A chart of the page as a picture that stands alone: a copy with every style written into it, in the colours of paper.
import type { Picture } from './frame.ts';
import { onPaper } from './onPaper.ts';

const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
  'display',
] as const;

/** The drawing as it stands on the page now; null where it has no size yet. */
export function chartPicture(chart: SVGSVGElement): Picture | null {
  const { width, height } = chart.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const [from, to] = [chart, copy].map((root) => [root, ...root.querySelectorAll<SVGElement>('*')]);
  onPaper(() => {
    from.forEach((element, k) => {
      const style = getComputedStyle(element);
      for (const name of STYLES) to[k].setAttribute(name, style.getPropertyValue(name));
      for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label']) to[k].removeAttribute(name);
    });
  });
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return { svg: new XMLSerializer().serializeToString(copy), width, height };
}
