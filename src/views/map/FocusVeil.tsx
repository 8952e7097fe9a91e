// Over a map that speaks of one authority: everything outside it is muted, and its border is strong.
import { useMemo } from 'preact/hooks';
import type { Topology } from 'topojson-specification';
import type { AreaTable } from '../../domain/answer.ts';
import { authorityBorder } from './authorityBorder.ts';
import type { Geometry } from './geometry.ts';
import type { MapView } from './mapView.ts';

interface FocusVeilProps {
  readonly geometry: Geometry;
  readonly topology: Topology;
  readonly object: string;
  readonly areas: AreaTable;
  readonly view: MapView;
  /** GSS code of the authority. */
  readonly focus: string;
}

export function FocusVeil({ geometry, topology, object, areas, view, focus }: FocusVeilProps) {
  const { outside, border } = useMemo(() => {
    const inside = new Set(areas.code.filter((_, i) => areas.authorityCode[i] === focus));
    return {
      outside: geometry.shapes
        .filter((s) => !inside.has(s.code))
        .map((s) => s.path)
        .join(''),
      border: authorityBorder(topology, object, geometry, (code) => inside.has(code)),
    };
  }, [geometry, topology, object, areas.code, areas.authorityCode, focus]);
  return (
    <svg class="map-focus" aria-hidden="true" viewBox={view.viewBox}>
      <g transform={view.transform}>
        <path class="focus-veil" d={outside} />
        <path class="focus-halo" d={border} />
        <path class="focus-border" d={border} />
      </g>
    </svg>
  );
}
