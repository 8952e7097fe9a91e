// A hover signal for maps that are looked at and not worked with.
import { signal } from '@preact/signals';

export const nothingHovered = signal<string | null>(null);
