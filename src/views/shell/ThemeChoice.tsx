// Light, dark, or as the system says: one quiet button that goes round.
import { chooseTheme, type Theme, theme } from './theme.ts';

const NEXT: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' };
const SAYS: Record<Theme, string> = { auto: 'as the system says', light: 'light', dark: 'dark' };

export function ThemeChoice() {
  const now = theme.value;
  const label = `Colours: ${SAYS[now]}. Change to ${SAYS[NEXT[now]]}`;
  return (
    <button
      type="button"
      class="icon-button"
      title={label}
      aria-label={label}
      onClick={() => chooseTheme(NEXT[now])}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.6" />
        {now !== 'light' && (
          <path
            d={now === 'dark' ? 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14' : 'M10 3a7 7 0 0 1 0 14z'}
            fill="currentColor"
          />
        )}
      </svg>
    </button>
  );
}
