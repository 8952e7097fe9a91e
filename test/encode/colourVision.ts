// What the palette tests measure with: contrast, colour difference, and how a colour looks to eyes that lack a cone type.

export type Rgb = readonly [number, number, number];
export type Vision = 'full' | 'protan' | 'deutan' | 'tritan';

/** Machado, Oliveira and Fernandes 2009, severity 1.0, applied to linear RGB. */
const CONE_LOSS: Record<Exclude<Vision, 'full'>, readonly number[]> = {
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

export function parseHex(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}

function linear(colour: Rgb): [number, number, number] {
  return colour.map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
}

/** WCAG 2 relative luminance. */
function luminance(colour: Rgb): number {
  const [r, g, b] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function seen(colour: Rgb, vision: Vision): number[] {
  const rgb = linear(colour);
  if (vision === 'full') return rgb;
  const m = CONE_LOSS[vision];
  return [0, 1, 2].map((i) => {
    const sum = m[3 * i] * rgb[0] + m[3 * i + 1] * rgb[1] + m[3 * i + 2] * rgb[2];
    return Math.min(1, Math.max(0, sum));
  });
}

/** CIELAB under D65. */
function lab(rgb: number[]): [number, number, number] {
  const [r, g, b] = rgb;
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000 between two colours as the given eyes see them. Sharma, Wu and Dalal 2005. */
export function difference(a: Rgb, b: Rgb, vision: Vision): number {
  const [l1, a1, b1] = lab(seen(a, vision));
  const [l2, a2, b2] = lab(seen(b, vision));
  return ciede2000([l1, a1, b1], [l2, a2, b2]);
}

export function ciede2000(
  one: readonly [number, number, number],
  two: readonly [number, number, number],
): number {
  const [l1, a1, b1] = one;
  const [l2, a2, b2] = two;
  const turn = 2 * Math.PI;
  const meanChroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + 25 ** 7)));
  const c1 = Math.hypot(a1 * (1 + g), b1);
  const c2 = Math.hypot(a2 * (1 + g), b2);
  const hue = (x: number, y: number) => (x === 0 && y === 0 ? 0 : (Math.atan2(y, x) + turn) % turn);
  const h1 = hue(a1 * (1 + g), b1);
  const h2 = hue(a2 * (1 + g), b2);
  let dh = 0;
  if (c1 * c2 !== 0) {
    dh = h2 - h1;
    if (dh > Math.PI) dh -= turn;
    else if (dh < -Math.PI) dh += turn;
  }
  const dL = l2 - l1;
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(dh / 2);
  const lMean = (l1 + l2) / 2;
  const cMean = (c1 + c2) / 2;
  let hMean = h1 + h2;
  if (c1 * c2 !== 0) {
    if (Math.abs(h1 - h2) <= Math.PI) hMean = (h1 + h2) / 2;
    else hMean = (h1 + h2 + (h1 + h2 < turn ? turn : -turn)) / 2;
  }
  const degree = Math.PI / 180;
  const t =
    1 -
    0.17 * Math.cos(hMean - 30 * degree) +
    0.24 * Math.cos(2 * hMean) +
    0.32 * Math.cos(3 * hMean + 6 * degree) -
    0.2 * Math.cos(4 * hMean - 63 * degree);
  const dTheta = 30 * degree * Math.exp(-(((hMean / degree - 275) / 25) ** 2));
  const rc = 2 * Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7));
  const sl = 1 + (0.015 * (lMean - 50) ** 2) / Math.sqrt(20 + (lMean - 50) ** 2);
  const sc = 1 + 0.045 * cMean;
  const sh = 1 + 0.015 * cMean * t;
  const rt = -Math.sin(2 * dTheta) * rc;
  return Math.sqrt((dL / sl) ** 2 + (dC / sc) ** 2 + (dH / sh) ** 2 + rt * (dC / sc) * (dH / sh));
}
