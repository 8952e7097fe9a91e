// Every part of the page that arrives later, in the order in which a reader is likely to want it.
import { SCREENS } from './screens.ts';

/**
 * The graphics of the map are not among them, nor the exact solver: both are large, and wait until they are wanted. Each names the
 * file once more than the view that shows it; `test/architecture.test.ts` holds the two together.
 */
export const LATER_PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('../map/Controls.tsx'),
  () => import('../map/SelectionCard.tsx'),
  () => import('../map/MonthAxis.tsx'),
  () => import('../charts/Scatter.tsx'),
  ...SCREENS.flatMap(({ load }) => (load ? [load] : [])),
  () => import('../map/AreaTable.tsx'),
  () => import('../map/ControlsSheet.tsx'),
  () => import('../map/FindArea.tsx'),
  () => import('../map/RanksList.tsx'),
  () => import('../export/ExportMenu.tsx'),
  () => import('../own/OwnDialog.tsx'),
  () => import('../present/addStep.ts'),
];
