// What the page and its worker say to each other.
import type { Answer, Uncertainty } from '../domain/answer.ts';
import type { AreaName, Catalogue } from '../domain/catalogue.ts';
import type { FurtherAnswers, FurtherName } from '../domain/furtherAnswers.ts';
import type { Inventory } from '../domain/intervention.ts';
import type { Question } from '../domain/question.ts';

/** A request for a further answer; a newer one of the same name takes its place. */
export type FurtherRequest = {
  [N in FurtherName]: {
    readonly kind: 'request';
    readonly id: number;
    readonly name: N;
    readonly question: Question;
    readonly payload: FurtherAnswers[N]['payload'];
  };
}[FurtherName];

/** A further answer: whole, or so far where `share` is below 1 and there is something to show. */
export type FurtherReply = {
  [N in FurtherName]: {
    readonly kind: 'reply';
    readonly id: number;
    readonly name: N;
    readonly share: number;
    readonly result: FurtherAnswers[N]['result'] | null;
  };
}[FurtherName];

export type ToWorker =
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
  /** The reader's own inventory, or null to forget it. It stays in this browser. */
  | { readonly kind: 'inventory'; readonly inventory: Inventory | null }
  | FurtherRequest
  /** Gives up the request of this name that is under way, if any. */
  | { readonly kind: 'cancel'; readonly name: FurtherName }
  /** Asks for the text of a file of the release, checked against its hash. */
  | { readonly kind: 'file'; readonly id: number; readonly path: string };

/** The catalogue's areas as columns, which travel at a tenth of the cost of one object for each. */
export interface AreaColumns {
  readonly code: readonly string[];
  readonly name: readonly string[];
  /** Index into the catalogue's authorities. */
  readonly authority: Uint8Array;
  readonly level: AreaName['level'];
}

export type FromWorker =
  | {
      readonly kind: 'catalogue';
      readonly catalogue: Omit<Catalogue, 'areas'>;
      readonly areas: readonly AreaColumns[];
    }
  | { readonly kind: 'file'; readonly id: number; readonly text: string }
  | { readonly kind: 'no file'; readonly id: number; readonly message: string }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  /** The intervals of the answer sent before: the figures themselves do not travel twice. */
  | { readonly kind: 'uncertainty'; readonly id: number; readonly uncertainty: Uncertainty }
  | {
      readonly kind: 'progress';
      readonly id: number;
      readonly stage: 'loading' | 'working' | 'intervals' | 'done';
      readonly share: number;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  | FurtherReply
  | {
      readonly kind: 'refused';
      readonly id: number;
      readonly name: FurtherName;
      readonly message: string;
    };
