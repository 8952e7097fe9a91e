// Provision over time: when services start and end, and who falls into gap between two dates.
import type { GapKind, Headline } from './answer.ts';
import type { Tier } from './intervention.ts';

export interface TimelineService {
  readonly id: string;
  readonly place: string;
  readonly programme: string;
  readonly tier: Tier;
  readonly capacity: number | null;
}

/** The services that count from this day on, or no longer do. */
export interface ProvisionDate {
  /** YYYY-MM-DD: the first day of a start, the first day without the service for an end. */
  readonly date: string;
  readonly starts: readonly TimelineService[];
  readonly ends: readonly TimelineService[];
  /** Known places a year from this day on, of the services that count for the question. */
  readonly places: number;
  readonly services: number;
}

export interface FallenArea {
  readonly code: string;
  readonly name: string;
  readonly authority: string;
  readonly before: number;
  readonly after: number;
  readonly kind: GapKind;
}

/** Two dates on one yardstick: that of the first. */
export interface DateComparison {
  readonly from: string;
  readonly to: string;
  readonly ended: readonly TimelineService[];
  readonly started: readonly TimelineService[];
  readonly before: Headline;
  readonly after: Headline;
  /** Areas whose provision met their need on the first date and no longer does; largest gap first. */
  readonly fallen: readonly FallenArea[];
  /** Areas short on the first date already, and shorter on the second; largest rise first. */
  readonly deepened: readonly FallenArea[];
  /** Areas that rise out of gap. */
  readonly risen: readonly FallenArea[];
  readonly authorities: readonly {
    readonly code: string;
    readonly name: string;
    readonly before: number;
    readonly after: number;
  }[];
}

export interface ProvisionTimeline {
  /** Every day on which the list of services changes, oldest first. */
  readonly dates: readonly ProvisionDate[];
  /** Services whose start, or end, is not stated: nothing but the other date keeps them from counting. */
  readonly withoutStart: number;
  readonly withoutEnd: number;
  readonly comparison: DateComparison | null;
}
