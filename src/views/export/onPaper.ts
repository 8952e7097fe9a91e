// Reads styles as they are on paper, whatever the page's own theme is: light, and back again before the browser paints.

/** Through the attribute the style sheet knows, because the built one no longer follows the property by itself. */
export function onPaper<T>(read: () => T): T {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = 'light';
  try {
    return read();
  } finally {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}
