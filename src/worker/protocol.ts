// What the page and its worker say to each other.
import type { Answer } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Inventory } from '../domain/intervention.ts';
import type { Question } from '../domain/question.ts';

export type ToWorker =
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
  /** The reader's own inventory, or null to forget it. It stays in this browser. */
  | { readonly kind: 'inventory'; readonly inventory: Inventory | null };

export type FromWorker =
  | { readonly kind: 'catalogue'; readonly catalogue: Catalogue }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | {
      readonly kind: 'progress';
      readonly id: number;
      readonly stage: 'loading' | 'working' | 'intervals' | 'done';
      readonly share: number;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
