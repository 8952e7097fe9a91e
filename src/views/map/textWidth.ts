// How wide a text will be, measured once for each text and font.

let ruler: CanvasRenderingContext2D | null = null;
const measured = new Map<string, number>();

/** In pixels; `font` as CSS writes it. */
export function textWidth(text: string, font: string): number {
  const key = `${font}|${text}`;
  let width = measured.get(key);
  if (width === undefined) {
    ruler ??= document.createElement('canvas').getContext('2d');
    if (ruler) ruler.font = font;
    width = ruler ? ruler.measureText(text).width : text.length * 7;
    measured.set(key, width);
  }
  return width;
}
