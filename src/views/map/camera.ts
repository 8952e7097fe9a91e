// The camera: which part of the world the map shows, shared by both drawings and everything laid over them.
import type { Box, Point } from './geometry.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Camera {
  /** Middle of the picture, in world coordinates. */
  readonly x: number;
  readonly y: number;
  /** Pixels per world unit. */
  readonly scale: number;
}

/** A rectangle of the screen in pixels from the top left of the map. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const TILE = 512;

export function toZoom(scale: number): number {
  return Math.log2(scale / TILE);
}

export function toScale(zoom: number): number {
  return TILE * 2 ** zoom;
}

export function toScreen(camera: Camera, size: Size, p: Point): Point {
  return {
    x: size.width / 2 + (p.x - camera.x) * camera.scale,
    y: size.height / 2 + (p.y - camera.y) * camera.scale,
  };
}

export function fromScreen(camera: Camera, size: Size, p: Point): Point {
  return {
    x: camera.x + (p.x - size.width / 2) / camera.scale,
    y: camera.y + (p.y - size.height / 2) / camera.scale,
  };
}

export function rectOf(camera: Camera, size: Size, box: Box): Rect {
  const a = toScreen(camera, size, { x: box.west, y: box.north });
  const b = toScreen(camera, size, { x: box.east, y: box.south });
  return { left: a.x, top: a.y, right: b.x, bottom: b.y };
}

export function overlap(a: Rect, b: Rect): number {
  const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return w > 0 && h > 0 ? w * h : 0;
}

/** The same view, nearer or further by `factor`, with the given point of the screen held still. */
export function zoomed(camera: Camera, size: Size, factor: number, at: Point): Camera {
  const held = fromScreen(camera, size, at);
  const scale = camera.scale * factor;
  return {
    x: held.x - (at.x - size.width / 2) / scale,
    y: held.y - (at.y - size.height / 2) / scale,
    scale,
  };
}

export function moved(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/**
 * The whole region as large as it fits inside the padding. Where the legend would cover a shape, the region first moves
 * away from it (up, to the right) into whatever room is left, then becomes a little smaller.
 */
export function homeCamera(
  region: Box,
  shapes: readonly { readonly box: Box }[],
  size: Size,
  padding: number,
  legend: Size | null,
): Camera {
  const pad = Math.min(padding, size.width * 0.06, size.height * 0.08);
  const [w, h] = [region.east - region.west, region.south - region.north];
  const largest = Math.min((size.width - 2 * pad) / w, (size.height - 2 * pad) / h);
  const place = (scale: number, shiftX: number, shiftY: number): Camera => {
    const roomX = (size.width - 2 * pad - w * scale) / 2;
    const roomY = (size.height - 2 * pad - h * scale) / 2;
    return {
      x: (region.west + region.east) / 2 - (shiftX * roomX) / scale,
      y: (region.north + region.south) / 2 + (shiftY * roomY) / scale,
      scale,
    };
  };
  if (!legend) return place(largest, 0, 0);
  const covered: Rect = {
    left: 0,
    top: size.height - legend.height,
    right: legend.width,
    bottom: size.height,
  };
  for (const shrink of [1, 0.94, 0.88, 0.82, 0.76])
    for (const [sx, sy] of [
      [0, 0],
      [0, 0.5],
      [0.5, 0.5],
      [0, 1],
      [1, 0],
      [1, 1],
    ]) {
      const camera = place(largest * shrink, sx, sy);
      if (!shapes.some((s) => overlap(rectOf(camera, size, s.box), covered) > 0)) return camera;
    }
  return place(largest, 1, 1);
}
