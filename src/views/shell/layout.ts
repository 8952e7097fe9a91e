// Which of three layouts the window has room for; views ask this rather than the window.
import { computed, signal } from '@preact/signals';

export type Layout = 'phone' | 'middle' | 'wide';

function watched(query: string) {
  const media = matchMedia(query);
  const matches = signal(media.matches);
  media.addEventListener('change', () => {
    matches.value = media.matches;
  });
  return matches;
}

/** The same limits stand in the style sheets. */
const narrow = watched('(width < 760px)');
const wide = watched('(width >= 1180px)');

export const layout = computed<Layout>(() => (narrow.value ? 'phone' : wide.value ? 'wide' : 'middle'));
