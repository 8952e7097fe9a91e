// The roles of areas in notable clusters: colour, letter and words, and one area's test told in a line.
import type { Answer, ClusterRole, Hotspots } from '../domain/answer.ts';
import { decimals, NOT_KNOWN, signed } from './numbers.ts';
import { missingMeasure, missingText } from './withheld.ts';

export interface RolePaint {
  readonly role: ClusterRole;
  /** Custom property of the style sheet. */
  readonly colour: string;
  readonly letter: string;
  readonly label: string;
}

/** In the order of the legend. Islands and unknown areas are hatched and have no line here. */
export const ROLES: readonly RolePaint[] = [
  { role: 'core high', colour: '--hot-core', letter: 'H', label: 'high cluster, core' },
  { role: 'neighbour high', colour: '--hot-near', letter: 'h', label: 'high cluster, neighbour of the core' },
  { role: 'core low', colour: '--cold-core', letter: 'L', label: 'low cluster, core' },
  { role: 'neighbour low', colour: '--cold-near', letter: 'l', label: 'low cluster, neighbour of the core' },
  { role: 'high-low', colour: '--outlier-high', letter: 'HL', label: 'high among low' },
  { role: 'low-high', colour: '--outlier-low', letter: 'LH', label: 'low among high' },
  { role: 'none', colour: '--cluster-none', letter: '', label: 'no notable cluster' },
];

const HATCHED: Partial<Record<ClusterRole, string>> = {
  island: 'touches no other area: cannot be tested',
  'not known': NOT_KNOWN,
};

export function roleLabel(role: ClusterRole): string {
  return ROLES.find((r) => r.role === role)?.label ?? HATCHED[role] ?? role;
}

/** What hatching stands for on a map of clusters; undefined where it is "not known" alone. */
export function hatchedRoles(hotspots: Hotspots | null): string | undefined {
  if (!hotspots) return 'being looked for';
  const { islands, notKnown } = hotspots.found;
  if (islands === 0) return undefined;
  return notKnown > 0 ? 'not known, or touching no other area' : 'touching no other area';
}

/** "0.0002", "0.031", "0.62": two significant digits, and never a bare 0. */
export function pText(p: number): string {
  if (Number.isNaN(p)) return NOT_KNOWN;
  if (p < 0.0001) return '<0.0001';
  return decimals(p, p < 0.001 ? 4 : p < 0.1 ? 3 : 2);
}

/** The statistic's short name: a z for Gi*, the coefficient itself for Moran's. */
export function statisticShort(statistic: Hotspots['statistic']): string {
  return statistic === 'gi-star' ? 'Gi*' : 'Local I';
}

/** "high cluster, core: Gi* +4.21, p 0.0002, adjusted 0.003"; what could not be tested says why. */
export function roleFigure(answer: Answer, row: number): string {
  const { hotspots } = answer;
  if (!hotspots) return 'being looked for';
  const missing = () => (hotspots.tested ? missingMeasure(hotspots.tested, row) : missingText(answer, row));
  const role = hotspots.role[row] === 'not known' ? missing() : roleLabel(hotspots.role[row]);
  if (Number.isNaN(hotspots.value[row])) return role;
  const statistic = `${statisticShort(hotspots.statistic)} ${signed(hotspots.value[row], 2)}`;
  return `${role}: ${statistic}, p ${pText(hotspots.p[row])}, adjusted ${pText(hotspots.pAdjusted[row])}`;
}
