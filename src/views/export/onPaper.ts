// Reads styles as they are on paper, whatever the page's own theme is: light, and back again before the browser paints.

export function onPaper<T>(read: () => T): T {
  const { style } = document.documentElement;
  const theme = style.colorScheme;
  style.colorScheme = 'light';
  try {
    return read();
  } finally {
    style.colorScheme = theme;
  }
}
