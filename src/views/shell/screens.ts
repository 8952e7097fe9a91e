// The screens that exist, in the order of the navigation. A screen that is not listed here is not offered.
import type { ComponentType } from 'preact';
import type { Screen } from '../../domain/question.ts';
import { MapScreen } from '../map/MapScreen.tsx';
import type { Page } from './page.ts';

type ScreenView = ComponentType<{ page: Page }>;

export interface ScreenEntry {
  readonly screen: Screen;
  readonly label: string;
  /** The first screen is at hand ... */
  readonly view?: ScreenView;
  /** ... the others arrive when they are asked for. */
  readonly load?: () => Promise<ScreenView>;
}

export const SCREENS: readonly ScreenEntry[] = [
  { screen: 'map', label: 'Map', view: MapScreen },
  {
    screen: 'place',
    label: 'Place',
    load: () => import('../place/PlaceScreen.tsx').then((m) => m.PlaceScreen),
  },
  {
    screen: 'provision',
    label: 'Provision',
    load: () => import('../provision/ProvisionScreen.tsx').then((m) => m.ProvisionScreen),
  },
  {
    screen: 'plan',
    label: 'Plan',
    load: () => import('../plan/PlanScreen.tsx').then((m) => m.PlanScreen),
  },
  {
    screen: 'present',
    label: 'Present',
    load: () => import('../present/PresentScreen.tsx').then((m) => m.PresentScreen),
  },
  {
    screen: 'method',
    label: 'Data & method',
    load: () => import('../method/MethodScreen.tsx').then((m) => m.MethodScreen),
  },
];
