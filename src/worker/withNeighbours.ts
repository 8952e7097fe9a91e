// Which areas touch: from the release's boundaries, once per level, for whoever looks for clusters.
import { loadTopology, type Read } from '../data/load.ts';
import { areaFeatures } from '../data/topology.ts';
import type { Level } from '../domain/area.ts';
import type { Dataset } from '../domain/dataset.ts';
import { contiguity } from '../engine/contiguity.ts';

/** The dataset with the level's neighbours: areas that share a corner or a border line (queen). */
export async function withNeighbours(read: Read, dataset: Dataset, level: Level): Promise<Dataset> {
  if (dataset.neighbours?.[level]) return dataset;
  const topology = await loadTopology(read, level);
  const { features } = areaFeatures(topology, level === 'ward' ? 'wards' : 'lsoas');
  const { code } = level === 'ward' ? dataset.wards : dataset.lsoas;
  const row = new Map(features.map((f, i) => [f.id, i]));
  const shapes = code.map((c) => {
    const { geometry } = features[row.get(c) ?? -1] ?? {};
    if (!geometry) throw new Error(`The release has no boundary of ${c}, so clusters cannot be looked for.`);
    return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  });
  return { ...dataset, neighbours: { ...dataset.neighbours, [level]: contiguity(shapes, 'queen') } };
}
