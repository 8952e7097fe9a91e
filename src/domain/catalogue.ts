// The catalogue: what a reader can choose from in one release, without its numbers.

import type { AgeRange } from './ages.ts';
import type { Authority, Level } from './area.ts';
import type { ReleaseStamp } from './dataset.ts';
import type { Inventory, Programme } from './intervention.ts';
import type { Measure } from './measure.ts';
import type { MonthRecord } from './month.ts';

export interface AreaName {
  readonly code: string;
  readonly name: string;
  readonly authority: string;
  readonly level: Level | 'authority';
}

export interface Catalogue {
  readonly release: ReleaseStamp;
  readonly authorities: readonly Authority[];
  readonly areas: readonly AreaName[];
  readonly measures: readonly Measure[];
  readonly programmes: readonly Programme[];
  readonly months: readonly MonthRecord[];
  readonly ages: readonly AgeRange[];
  readonly documented: Inventory;
}
