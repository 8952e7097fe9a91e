// Whether the sheet for the reader's own counts is open: Map and Data & method both open it.
import { signal } from '@preact/signals';

export const ownOpen = signal(false);
