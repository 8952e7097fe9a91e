// What is kept in this browser between visits; a private window may keep nothing, and it then lasts as long as the page.
import type { Keep } from '../../state/ownStories.ts';

const PREFIX = 'mapping-and-gapping:';

export const browserKeep: Keep = {
  read(key) {
    try {
      return localStorage.getItem(PREFIX + key);
    } catch {
      return null;
    }
  },
  write(key, text) {
    try {
      if (text === '') localStorage.removeItem(PREFIX + key);
      else localStorage.setItem(PREFIX + key, text);
    } catch {
      // Nothing is lost on the page itself.
    }
  },
};
