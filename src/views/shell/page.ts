// What every view is given: the session, and the outlines of areas once they have arrived.
import type { ReadonlySignal } from '@preact/signals';
import type { Topology } from 'topojson-specification';
import type { Level } from '../../domain/area.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { AskFurther, FurtherName } from '../../domain/furtherAnswers.ts';
import type { Inventory } from '../../domain/intervention.ts';
import type { Vocabulary } from '../../encode/sentence.ts';
import type { Session } from '../../state/session.ts';

export interface Page {
  readonly session: Session;
  /** Outlines of one level, null until they are loaded; reading it asks for them. */
  outlines(level: Level): ReadonlySignal<Topology | null>;
  /** The text of a file of the release, for what the engine does not read. */
  read(path: string): Promise<string>;
  /** What a screen may ask of the engine beyond the answer itself. */
  readonly further: AskFurther;
  cancel(name: FurtherName): void;
  /** Gives the engine the reader's own inventory, or takes it away; ask again to see it counted. */
  useInventory(inventory: Inventory | null): void;
  /** Begin again from nothing, after a failure. */
  retry(): void;
}

const NOTHING: Vocabulary = { measures: [], programmes: [] };

/** The words a sentence is made with, before and after the catalogue is there. */
export function vocabulary(catalogue: Catalogue | null): Vocabulary {
  return catalogue ?? NOTHING;
}
