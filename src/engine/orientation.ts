// On which side of a line a point lies, decided exactly even where rounding would decide otherwise.

// Shewchuk's bound on the rounding of a 2 × 2 determinant of differences, with a margin.
const SAFE = 4e-16;

/**
 * Sign of the cross product (b - a) × (p - a): 1 where p is left of the way from a to b, -1 right, 0 exactly on the line.
 * In double precision where that is certain, else in whole-number arithmetic on the exact values.
 * Source: Shewchuk 1997 (the filter).
 */
export function side(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  const left = (bx - ax) * (py - ay);
  const right = (by - ay) * (px - ax);
  const cross = left - right;
  const doubt = SAFE * (Math.abs(left) + Math.abs(right));
  if (cross > doubt) return 1;
  if (cross < -doubt) return -1;
  return exactSide(ax, ay, bx, by, px, py);
}

function exactSide(...coordinates: [number, number, number, number, number, number]): number {
  const parts = coordinates.map(split);
  const least = Math.min(...parts.map((part) => part.exponent));
  const [ax, ay, bx, by, px, py] = parts.map((part) => part.whole << BigInt(part.exponent - least));
  const cross = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
  return cross > 0n ? 1 : cross < 0n ? -1 : 0;
}

const view = new DataView(new ArrayBuffer(8));

/** A double as whole × 2^exponent, exactly. */
function split(value: number): { whole: bigint; exponent: number } {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const raw = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = raw === 0 ? fraction : fraction | 0x10000000000000n;
  return { whole: value < 0 ? -magnitude : magnitude, exponent: Math.max(raw, 1) - 1075 };
}
