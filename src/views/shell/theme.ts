// Light or dark: the reader's choice, kept in this browser, over what the system asks for.
import { computed, signal } from '@preact/signals';

export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'theme';
const wantsDark = matchMedia('(prefers-color-scheme: dark)');
const systemDark = signal(wantsDark.matches);
wantsDark.addEventListener('change', () => {
  systemDark.value = wantsDark.matches;
});

function remembered(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  } catch {
    // Storage can be forbidden by policy; the system's wish then stands.
    return 'auto';
  }
}

export const theme = signal<Theme>(remembered());

/** What is on screen now; for what is painted by script and cannot follow a style. */
export const scheme = computed<'light' | 'dark'>(() => {
  if (theme.value !== 'auto') return theme.value;
  return systemDark.value ? 'dark' : 'light';
});

function mark(): void {
  if (theme.value === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
}
mark();

export function chooseTheme(next: Theme): void {
  theme.value = next;
  mark();
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // The choice then lasts as long as the page.
  }
}
